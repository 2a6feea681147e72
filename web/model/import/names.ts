// What a name on a sheet means: names of the national settlement interface and its tables, printed words, synonyms.

/** The sheet's amounts, in the order of the engine. */
export const SHEET = [
  "total",
  "fully_own",
  "over_limit",
  "own_first",
  "in_scope",
  "deductible",
  "basic",
  "civil_servant",
  "enterprise",
  "serious_illness",
  "large_amount",
  "assistance",
  "other",
  "account",
  "cash",
] as const;
export type SheetId = (typeof SHEET)[number];

/** Sums of several lines: no field of ours, but something to check the others by. */
export type SumId = "funds" | "person" | "own" | "own_one" | "before_scope" | "in_band" | "supplement";
export type FactId = "kind" | "insurance" | "hospital" | "from" | "until" | "settled" | "stay";

export type Target =
  | SheetId
  | SumId
  | FactId
  /** May be the standard instead of what was taken. */
  | "standard"
  /** On a receipt several payers in one line; beside lines of their own just the others. */
  | "mixed"
  /** Payers for which there is no line of ours. */
  | "extra"
  | "waiver"
  | "mutual"
  | "hint"
  | "private"
  | "refund_flag";

const NAMES = `
total medfee_sumamt 医疗费总额 医疗费用总额 医疗总费用 医疗总额 总费用 费用总额 金额合计 医疗费合计 医疗费用合计 费用合计 总金额
fully_own fulamt_ownpay_amt 全自费 自费 自费金额 完全政策自付 个人自费 丙类自费
over_limit overlmt_selfpay 超限价自费 超限价 超限价自付 超限额自付
own_first preselfpay_amt 先行自付 自付二 部分项目自付 乙类先自付 乙类先行自付 自理 部分政策自付 先行自付乙类 乙类自付
in_scope inscp_scp_amt inscp_amt 符合政策范围 政策范围内 医保范围内 符合医保报销 列入医保 符合医保范围
deductible act_pay_dedc 起付线 实际支付起付线 实际起付线
standard 起付标准 门槛 门槛费
basic hifp_pay 基本医疗保险统筹 医保统筹 基本医保统筹 统筹 基本统筹 基本医疗保险 基本医保 基本 职工统筹 职工基本医疗保险统筹 职工基本医疗保险 居民基本医疗保险统筹 居民基本医疗保险 居民基本
civil_servant cvlserv_pay 公务员医疗补助 公务员补助
enterprise hifes_pay 企业补充医疗保险 企业补充
serious_illness hifmi_pay 居民大病保险 大病保险 大病 重大疾病 居民大病 大病医疗保险 居民大病医疗保险
large_amount hifob_pay 职工大额医疗费用补助 职工大额医疗补助 职工大额补助 职工大额 大额 大额医疗补助 大额医疗费用补助 职工大病 职工大病保险
assistance maf_pay 医疗救助
other oth_pay othfund_pay 其他基金 其他基金支付 其他基金支出 其他支出
mixed 其他
account acct_pay 个人账户 医保个人账户 职工基本医疗保险个人账户 个人帐户 账户
cash psn_cash_pay cash_payamt 个人现金 现金
mutual acct_mulaid_pay 共济账户 个人账户共济 账户共济 家庭共济
extra hifdm_pay 伤残人员医疗保障 倾斜救助 再救助 扶贫济困 特惠保 意外 大病补充 政府兜底 财政兜底 渝快保 残疾军人 离休
waiver hosp_part_amt ownpay_hosp_part 医院负担 医院减免
funds fund_pay_sumamt 基金支付总额 基金支付 基金支付合计 医保基金支付总额
person psn_part_amt psn_pay 个人负担总金额 个人负担 个人支付 个人负担总额
own 个人自付
own_one 自付一
before_scope 先自负
in_band 段内自付
supplement 补充医疗保险
hint dedc_std crt_dedc pool_prop_selfpay balc 本次起付线 支付比例 报销比例 账户余额 余额 进入医疗救助 谈判药 预缴 补缴 退费
kind med_type 医疗类别 就医类型 就诊类型 医疗类型 就医类别 就诊类别 就医方式
insurance insutype insutype_name 险种 险种类型 医保类型 参保类型
hospital hosp_lv hosp_lv_name 医院等级 医院级别 医疗机构等级 医疗机构级别
from begndate begntime adm_time 入院日期 入院时间 就诊日期 就诊时间 就医日期
until enddate endtime dscg_time 出院日期 出院时间
settled setl_time setl_date 结算时间 结算日期 开票日期
stay 住院时间 住院日期
refund_flag refd_setl_flag
private psn_name psn_no certno psn_cert_type mdtrt_cert_no mdtrt_cert_type mdtrt_id setl_id medins_setl_id gend naty brdy age 姓名 性别 年龄 身份证号 身份证号码 证件号码 医保编号 个人编号 人员编号 住院号 病历号 门诊号 业务流水号 票据号码 票据代码 校验码 交款人 电话`;

const TARGETS = new Map<string, Target>();
for (const line of NAMES.trim().split("\n")) {
  const [target = "", ...names] = line.split(" ");
  for (const name of names) TARGETS.set(plainName(name), target as Target);
}

/** `(公式) "sd.MEDFEE_SUMAMT"`, `medfeeSumamt`, `医疗费总额（元）` → one spelling. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[[(](单位|:|人民币|元)+[\])]/g, "")
    .replace(/^[\w.]*\./, "")
    .replace(/[\s_()[\]【】《》<>"'“”*:.·/\\-]+/g, "");
}

function targetOf(name: string): Target | undefined {
  const plain = plainName(name);
  const bare = plain.replace(/^(其中|城乡|城镇)+/, "");
  const core = bare.replace(/(金额|费用|费|支付|支出|资金|基金|额)+$/, "");
  return TARGETS.get(plain) ?? TARGETS.get(bare) ?? TARGETS.get(core);
}

export interface Meaning {
  readonly target: Target;
  /** A name of the interface that means something else and stands beside the printed words. */
  readonly against?: string;
}

const CODE_NAME = /[A-Za-z][\w.]*/;

/**
 * Where printed words and a name of the interface stand together, the words count: integrators fill the interface
 * differently. Words that are not known are not made up for by the name beside them.
 */
export function meaningOf(name: string): Meaning | undefined {
  const whole = targetOf(name);
  if (whole) return { target: whole };
  const [code = ""] = CODE_NAME.exec(name) ?? [];
  const target = targetOf(name.replace(code, ""));
  if (!code || !target) return undefined;
  const coded = targetOf(code);
  return coded && coded !== target ? { target, against: code } : { target };
}

const AMOUNTS: ReadonlySet<string> = new Set(SHEET);
export const isSheetId = (target: string): target is SheetId => AMOUNTS.has(target);

/** What is counted over the year is not of this bill. */
export const isCumulative = (name: string): boolean => /累计|既往|历年|年度/.test(name);

const SUMS: ReadonlySet<string> = new Set([
  "funds",
  "person",
  "own",
  "own_one",
  "before_scope",
  "in_band",
  "supplement",
]);
export const isSumId = (target: string): target is SumId => SUMS.has(target);

const FUNDS: ReadonlyMap<string, Target> = new Map([
  ["310100", "basic"],
  ["390100", "basic"],
  ["310200", "account"],
  ["320100", "civil_servant"],
  ["330100", "large_amount"],
  ["370100", "enterprise"],
  ["390200", "serious_illness"],
  ["610100", "assistance"],
]);

/** A code of `fund_pay_type`; local codes differ, so any other is a payer without a line of ours. */
export const fundOf = (code: string): Target => FUNDS.get(code) ?? "extra";
