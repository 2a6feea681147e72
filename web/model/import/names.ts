// What a name on a sheet means: names of the national settlement interface and its tables, printed words, synonyms.

/** The sheet's amounts. */
export type SheetId =
  | "total"
  | "fully_own"
  | "over_limit"
  | "own_first"
  | "in_scope"
  | "deductible"
  | "basic"
  | "civil_servant"
  | "enterprise"
  | "serious_illness"
  | "large_amount"
  | "assistance"
  | "other"
  | "account"
  | "cash";

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
  /** Payers and waivers for which there is no line of ours. */
  | "extra"
  | "mutual"
  | "hint"
  | "refund_flag"
  | "private";

/** A target a line, with what means it; the first that matches counts. */
const NAMES = `total medfeesumamt|(医疗)?(费用?)?总|(医疗费用?|费用|金额)合计
fully_own fulamtownpayamt|(全|个人|丙类)?自费|完全政策自付
over_limit overlmtselfpay|超限[价额]?(自[费付])?
own_first preselfpayamt|(乙类)?先行?自付(乙类)?|自付二|(部分项目|部分政策|乙类)自付|自理
in_scope inscp(scp)?amt|(符合)?(医保)?政策范围内?|医保范围内|符合医保(报销|范围)|列入医保
deductible actpaydedc|(实际(支付)?)?起付线
basic hifppay|(职工|居民)?基本(医疗保险|医保)?(统筹)?|(医保|职工)?统筹
civil_servant cvlservpay|公务员(医疗)?补助
enterprise hifespay|企业补充(医疗保险)?
serious_illness hifmipay|(居民)?(大病|重大疾病)(医疗)?(保险)?
large_amount hifobpay|职工大病(保险)?|(职工)?大额(医疗)?(费用?)?(补助)?
assistance mafpay|医疗救助
other oth(fund)?pay|其他基金(支付|支出)?|其他支出
account acctpay|(医保)?(个人)?[账帐]户
cash psncashpay|cashpayamt|(个人)?现金
funds fundpaysumamt|(医保)?基金支付(总额|合计)?
person psnpartamt|psnpay|个人(负担|支付)(总金?额)?
own 个人自付
own_one 自付一
before_scope 先自负
in_band 段内自付
supplement 补充医疗保险
standard 起付标准|门槛费?
mixed 其他
mutual acctmulaidpay|.*共济.*
extra hifdmpay|(ownpay)?hosppart(amt)?|医院(负担|减免)|(倾斜|再)救助|扶贫济困|特惠保|意外|大病补充|[政财].兜底|渝快保|残疾军人|离休|伤残人员医疗保障
hint dedcstd|crtdedc|poolpropselfpay|balc|本次起付(线|标准)|(支付|报销)比例|(账户)?余|进入(医疗)?救助|谈判药费?|[预补]缴|退费?
kind medtype|(医疗|就医|就诊)(类[别型]|方式)
insurance insutype(name)?|险种(类型)?|[医参]保类型
hospital hosplv(name)?|(医院|医疗机构)(等级|级别)
from begn(date|time)|admtime|(入院|就诊|就医)(日期|时间)
until end(date|time)|dscgtime|出院(日期|时间)
settled setl(date|time)|(结算|开票)(日期|时间)
stay 住院(日期|时间)
refund_flag refdsetlflag
private (psn|mdtrt|cert|setlid|medins|gend|naty|brdy|age).*|.*(姓名|性别|年龄|号码?|编号|电话|交款人)`;

const TARGETS = NAMES.split("\n").map((line) => {
  const [target = "", pattern = ""] = line.split(" ");
  return [target as Target, new RegExp(`^(${pattern})$`)] as const;
});

/** The amounts in the order of the engine, and behind them the sums. */
const AMOUNTS = TARGETS.slice(0, 22).map(([target]) => target);
export const SHEET = AMOUNTS.slice(0, 15) as SheetId[];
export const isSheetId = (target: string): target is SheetId => SHEET.includes(target as SheetId);
export const isSumId = (target: string): target is SumId => AMOUNTS.indexOf(target as Target) >= SHEET.length;

/** `"sd.MEDFEE_SUMAMT"`, `medfeeSumamt`, `医疗费总额（元）` → one spelling. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[[(](单位|:|人民币|元)+[\])]/g, "")
    .replace(/^[\w.]*\./, "")
    .replace(/[^a-z0-9\u4e00-\u9fff]+/g, "");
}

function targetOf(name: string): Target | undefined {
  const plain = plainName(name).replace(/^(其中|城乡|城镇)+/, "");
  const core = plain.replace(/(金额|费用|支付|支出|资金|基金|额)+$/, "");
  const named = (text: string) => TARGETS.find(([, pattern]) => pattern.test(text))?.[0];
  return named(plain) ?? named(core);
}

const CODE_NAME = /[A-Za-z][\w.]*/;

export interface Meaning {
  readonly target: Target;
  /** A name of the interface that means something else and stands beside the printed words. */
  readonly against?: string;
}

function read(name: string): Meaning | undefined {
  const whole = targetOf(name);
  if (whole) return { target: whole };
  const [code = ""] = CODE_NAME.exec(name) ?? [];
  const target = targetOf(name.replace(code, ""));
  if (!code || !target) return undefined;
  const coded = targetOf(code);
  return coded && coded !== target ? { target, against: code } : { target };
}

/** The same names stand in each row and are asked for again and again. */
const seen = new Map<string, Meaning | undefined>();
const LONGEST_NAME = 60;

/**
 * Where printed words and a name of the interface stand together, the words count: integrators fill the interface
 * differently. Words that are not known are not made up for by the name beside them.
 */
export function meaningOf(name: string): Meaning | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  if (seen.size > 5000) seen.clear();
  if (!seen.has(name)) seen.set(name, read(name));
  return seen.get(name);
}

/** What is counted over the year is not of this bill. */
export const isCumulative = (name: string): boolean => /累计|既往|历年|年度/.test(name);

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
