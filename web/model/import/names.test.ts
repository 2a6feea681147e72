import assert from "node:assert/strict";
import { test } from "node:test";
import { SHEET, fundOf, isSumId, meaningOf } from "./names.js";

const NAMES: Record<string, string[]> = {
  total: [
    "medfee_sumamt",
    "医疗费总额",
    "医疗总费用",
    "总费用",
    "费用总额",
    "金额合计",
    "医疗费用总额（元）",
  ],
  fully_own: ["fulamt_ownpay_amt", "全自费金额", "自费", "完全政策自付", "自费金额", "个人自费"],
  over_limit: ["overlmt_selfpay", "超限价自费费用", "超限额自付", "超限价"],
  own_first: [
    "preselfpay_amt",
    "先行自付金额",
    "自付二",
    "部分项目自付",
    "乙类先自付",
    "自理",
    "部分政策自付",
    "先行自付（乙类）",
  ],
  in_scope: [
    "inscp_scp_amt",
    "INSCP_AMT",
    "符合政策范围金额",
    "政策范围内费用",
    "医保范围内金额",
    "符合医保报销金额",
    "列入医保",
  ],
  deductible: ["act_pay_dedc", "起付线", "实际支付起付线"],
  standard: ["起付标准", "门槛费"],
  basic: [
    "hifp_pay",
    "基本医疗保险统筹基金支出",
    "基本医疗保险统筹基金",
    "医保统筹基金支付",
    "统筹支付",
    "职工统筹",
    "居民基本",
    "城乡居民基本医疗保险基金",
  ],
  civil_servant: ["cvlserv_pay", "公务员医疗补助", "公务员医疗补助资金支出"],
  enterprise: ["hifes_pay", "企业补充医疗保险", "企业补充医疗保险基金支出"],
  serious_illness: ["hifmi_pay", "居民大病保险资金支出", "大病", "重大疾病", "居民大病", "大病保险支付"],
  large_amount: ["hifob_pay", "职工大额医疗费用补助基金支出", "大额", "职工大额", "职工大病"],
  assistance: ["maf_pay", "医疗救助基金支出", "医疗救助支付", "医疗救助"],
  other: ["oth_pay", "othfund_pay", "其他支出", "其他基金", "其他基金支付"],
  mixed: ["其他支付"],
  account: ["acct_pay", "个人账户支付", "个人账户支出", "个人账户"],
  cash: ["psn_cash_pay", "cash_payamt", "个人现金支付", "个人现金支出"],
  mutual: ["acct_mulaid_pay", "共济账户", "个人账户共济支付金额"],
  extra: ["hifdm_pay", "hosp_part_amt", "医院负担金额", "倾斜救助", "再救助", "扶贫济困", "政府兜底"],
  funds: ["fund_pay_sumamt", "基金支付总额", "基金支付"],
  person: ["psn_part_amt", "个人负担总金额", "个人支付", "psn_pay"],
  own: ["个人自付"],
  own_one: ["自付一"],
  before_scope: ["先自负"],
  in_band: ["段内自付"],
  supplement: ["补充医疗保险支付"],
  hint: [
    "dedc_std",
    "crt_dedc",
    "pool_prop_selfpay",
    "balc",
    "账户余额",
    "进入医疗救助金额",
    "谈判药费",
    "预缴金额",
  ],
  kind: ["med_type", "医疗类别"],
  insurance: ["insutype", "险种类型", "医保类型"],
  hospital: ["hosp_lv", "医院等级"],
  settled: ["setl_time", "结算时间"],
  stay: ["住院时间"],
  private: [
    "psn_name",
    "psn_no",
    "certno",
    "mdtrt_id",
    "setl_id",
    "姓名",
    "住院号",
    "医保编号",
    "业务流水号",
  ],
};

test("names of the interface, printed words and synonyms", () => {
  for (const [target, names] of Object.entries(NAMES))
    for (const name of names) assert.equal(meaningOf(name)?.target, target, name);
});

test("however a program writes them", () => {
  for (const name of [
    "medfeeSumamt",
    "MEDFEE_SUMAMT",
    "sd.medfee_sumamt",
    "MedfeeSumamt",
    ' "medfee_sumamt"',
  ])
    assert.equal(meaningOf(name)?.target, "total", name);
});

test("each amount of the interface means another field", () => {
  const first = SHEET.map((field) => NAMES[field]?.[0] ?? "");
  assert.deepEqual(
    first.map((name) => meaningOf(name)?.target),
    [...SHEET],
  );
});

test("the printed words count for more than the interface's name beside them", () => {
  assert.deepEqual(meaningOf("hifmi_pay（公务员医疗补助）"), {
    target: "civil_servant",
    against: "hifmi_pay",
  });
  assert.deepEqual(meaningOf("居民大病保险 hifmi_pay"), { target: "serious_illness" });
  assert.equal(
    meaningOf("hifmi_pay（说不清的钱）"),
    undefined,
    "unknown words are not made up for by the name",
  );
});

test("what only looks alike means nothing", () => {
  for (const name of [
    "",
    "累计医保范围内金额",
    "二次医疗救助基金支付",
    "政策范围内个人自付",
    "年度医疗费总额",
    "床位费",
    "西药费",
    "__proto__",
    "constructor",
    "toString",
    "总".repeat(100),
  ])
    assert.equal(meaningOf(name), undefined, name);
});

test("codes of funds; a local one is some payer", () => {
  assert.equal(fundOf("390200"), "serious_illness");
  assert.equal(fundOf("610100"), "assistance");
  assert.equal(fundOf("__proto__"), "extra");
  assert.ok(isSumId("own") && !isSumId("total") && !isSumId("kind"));
});
