import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "./file.js";
import type { SheetId } from "./names.js";
import type { Reason } from "./records.js";
import { importSheet } from "./sheet.js";
import type { ImportedVisit } from "./understand.js";

const SETTLEMENT = {
  mdtrt_id: "3202001",
  psn_name: "某某",
  insutype: "390",
  med_type: "21",
  setl_time: "2024-03-12 10:22:33",
  medfee_sumamt: 52000,
  fulamt_ownpay_amt: 3000,
  overlmt_selfpay: 0,
  preselfpay_amt: 4000,
  inscp_scp_amt: 45000,
  act_pay_dedc: 800,
  hifp_pay: 28000.1,
  pool_prop_selfpay: 0.7,
  cvlserv_pay: 0,
  hifes_pay: 0,
  hifmi_pay: 3000,
  hifob_pay: 0,
  maf_pay: 0,
  oth_pay: 0,
  fund_pay_sumamt: 31000.1,
  psn_part_amt: 20999.9,
  acct_pay: 0,
  psn_cash_pay: 20999.9,
  hosp_part_amt: 0,
  balc: 12.5,
  acct_mulaid_pay: 0,
};

const SHEET_IN_FEN = {
  total: 5200000,
  fully_own: 300000,
  over_limit: 0,
  own_first: 400000,
  in_scope: 4500000,
  deductible: 80000,
  basic: 2800010,
  civil_servant: 0,
  enterprise: 0,
  serious_illness: 300000,
  large_amount: 0,
  assistance: 0,
  other: 0,
  account: 0,
  cash: 2099990,
};

const json = (value: unknown) => JSON.stringify(value);

function only(text: string): ImportedVisit {
  const { visits, problem } = importSheet(text);
  assert.equal(problem, undefined);
  assert.equal(visits.length, 1);
  return visits[0] as ImportedVisit;
}

const reasonOf = (visit: Pick<ImportedVisit, "notUnderstood">, name: string): Reason | undefined =>
  visit.notUnderstood.find((each) => each.name === name)?.reason;

/** Every name of a settlement must stand in one of the lists. */
function told(visit: ImportedVisit): Set<string> {
  return new Set([
    ...visit.understood.map(({ printed }) => printed),
    ...visit.notUnderstood.map(({ name }) => name),
  ]);
}

test("the interface's settlement, at any depth and in any spelling", () => {
  const camel = Object.fromEntries(
    Object.entries(SETTLEMENT).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  const upper = Object.fromEntries(
    Object.entries(SETTLEMENT).map(([name, value]) => [name.toUpperCase(), String(value)]),
  );
  for (const text of [
    json(SETTLEMENT),
    json({ infcode: 0, output: { setlinfo: SETTLEMENT } }),
    json({ data: [{ result: { setlinfo: camel } }] }),
    json([upper]),
    `\ufeff  ${json({ setlinfo: SETTLEMENT })}\n`,
  ]) {
    const visit = only(text);
    assert.deepEqual(visit.sheet, SHEET_IN_FEN, text.slice(0, 60));
    assert.deepEqual(visit.facts, { insurance: "resident", kind: "inpatient", until: "2024-03-12" });
    assert.deepEqual(
      visit.sums.map(({ id, state }) => [id, state]),
      [
        ["funds", "fits"],
        ["person", "fits"],
      ],
    );
  }
});

test("nothing of a settlement is dropped in silence, and nothing about the person is kept", () => {
  const visit = only(json({ setlinfo: { ...SETTLEMENT, brand_new_amt: 5 } }));
  for (const name of [...Object.keys(SETTLEMENT), "brand_new_amt"]) assert.ok(told(visit).has(name), name);
  assert.equal(reasonOf(visit, "brand_new_amt"), "name");
  assert.equal(reasonOf(visit, "pool_prop_selfpay"), "hint", "a ratio, not an amount");
  assert.equal(reasonOf(visit, "psn_name"), "private");
  assert.ok(!json(visit).includes("某某"));
});

test("numbers never pass through a float", () => {
  const visit = only('{"medfee_sumamt": 90071992547.09, "hifp_pay": 0.29, "psn_cash_pay": 1.005}');
  assert.deepEqual(visit.sheet, { total: 9007199254709, basic: 29 });
  assert.equal(reasonOf(visit, "psn_cash_pay"), "decimals");
});

test("several settlements are several visits; a sum around them is none", () => {
  const list = [100, 200, 200].map((total, index) => ({
    setlinfo: { medfee_sumamt: total, hifp_pay: 50, med_type: "11", setl_time: `2024-0${index + 1}-05` },
    setldetail: [{ fund_pay_type: "310100", fund_payamt: 50 }],
  }));
  const { visits, notUnderstood } = importSheet(json({ medfee_sumamt: 500, list }));
  assert.deepEqual(
    visits.map(({ sheet, facts }) => [sheet.total, sheet.basic, facts.from]),
    [
      [10000, 5000, "2024-01-05"],
      [20000, 5000, "2024-02-05"],
      [20000, 5000, "2024-03-05"],
    ],
  );
  assert.deepEqual(notUnderstood, [{ name: "medfee_sumamt", value: "500", reason: "text" }]);
});

test("the same settlement twice is said", () => {
  const { visits } = importSheet(json({ presetl: [SETTLEMENT], setl: [SETTLEMENT] }));
  assert.equal(visits.length, 2);
  for (const { notes } of visits) assert.ok(notes.includes("twice"));
});

test("what was prescribed has some of the names and is no bill", () => {
  const item = { feedetl_sn: "1", det_item_fee_sumamt: 10, fulamt_ownpay_amt: 1, inscp_scp_amt: 9 };
  const { visits, notUnderstood } = importSheet(
    json({ setlinfo: SETTLEMENT, feedetail: [item, item, item] }),
  );
  assert.deepEqual(visits[0]?.sheet, SHEET_IN_FEN);
  assert.deepEqual(notUnderstood, [{ name: "feedetail", value: "× 3", reason: "text" }]);
});

test("the list of payers: equal amounts count each, printed names before codes, codes before nothing", () => {
  const setldetail = [
    { fund_pay_type: "390100", fund_payamt: 500, fund_pay_type_name: "城乡居民基本医疗保险基金" },
    { fund_pay_type: "390100", fund_payamt: 500, fund_pay_type_name: "城乡居民基本医疗保险基金" },
    { fund_pay_type: "610100", fund_payamt: 70, crt_payb_lmt_amt: 900 },
    { fund_pay_type: "999996", fund_payamt: 5, fund_pay_type_name: "医院垫付" },
  ];
  const visit = only(json({ setlinfo: { medfee_sumamt: 2000 }, setldetail }));
  assert.deepEqual(visit.sheet, { total: 200000, basic: 100000, assistance: 7000, other: 500 });
  assert.equal(reasonOf(visit, "610100: crt_payb_lmt_amt"), "hint");
});

test("where names of the interface were filled differently, the printed names count", () => {
  const setlinfo = { medfee_sumamt: 9000, hifp_pay: 4000, cvlserv_pay: 700, hifmi_pay: 0 };
  const names = ["城乡居民基本医疗保险基金", "城乡居民大病医疗保险资金"];
  const list = (amounts: number[]) =>
    amounts.map((fund_payamt, index) => ({
      fund_pay_type: "1",
      fund_pay_type_name: names[index],
      fund_payamt,
    }));
  const visit = only(json({ setlinfo, setldetail: list([4000, 700]) }));
  assert.deepEqual(visit.sheet, { total: 900000, basic: 400000, civil_servant: 0, serious_illness: 70000 });
  assert.equal(reasonOf(visit, "cvlserv_pay"), "words_count");
  assert.ok(visit.notes.includes("words_count"));

  const unclear = only(json({ setlinfo, setldetail: list([4000, 650]) }));
  assert.deepEqual(unclear.sheet, { total: 900000, basic: 400000, civil_servant: 70000 });
  assert.equal(reasonOf(unclear, "hifmi_pay"), "conflict");
  assert.equal(reasonOf(unclear, "城乡居民大病医疗保险资金"), "conflict");
});

test("codes alone never overrule the settlement", () => {
  const setlinfo = { medfee_sumamt: 9000, cvlserv_pay: 700, hifmi_pay: 0 };
  const visit = only(json({ setlinfo, setldetail: [{ fund_pay_type: "390200", fund_payamt: 700 }] }));
  assert.deepEqual(visit.sheet, { total: 900000, civil_servant: 70000 });
  assert.deepEqual([reasonOf(visit, "hifmi_pay"), reasonOf(visit, "390200")], ["conflict", "conflict"]);
});

test("a total around a single settlement is not its own", () => {
  const { visits, notUnderstood } = importSheet(
    json({ medfee_sumamt: 500, insutype: "310", list: [{ medfee_sumamt: 100 }] }),
  );
  assert.deepEqual(
    visits.map(({ sheet }) => sheet),
    [{ total: 10000 }],
  );
  assert.deepEqual(
    notUnderstood.map(({ name }) => name),
    ["medfee_sumamt", "insutype"],
  );
  const around = only(json({ insutype: "310", maf_pay: 5, list: [{ medfee_sumamt: 100 }] }));
  assert.deepEqual(
    [around.sheet, around.facts],
    [{ total: 10000, assistance: 500 }, { insurance: "employee" }],
  );
});

test("a name that stands twice with different amounts is left to the person, both shown", () => {
  for (const text of [
    '{"medfee_sumamt": 100, "maf_pay": 5, "maf_pay": 6}',
    '{"medfee_sumamt": 100, "maf_pay": 5, "医疗救助": 6}',
    "medfee_sumamt,maf_pay,maf_pay\n100,5,6",
    "医疗费总额 100\n医疗救助 5\n医疗救助 6",
  ]) {
    const visit = only(text);
    assert.deepEqual(visit.sheet, { total: 10000 }, text);
    assert.deepEqual(
      visit.notUnderstood.map(({ value, reason }) => [value, reason]),
      [
        ["5.00", "conflict"],
        ["6.00", "conflict"],
      ],
      text,
    );
  }
  assert.deepEqual(only('{"medfee_sumamt": 100, "maf_pay": 5, "maf_pay": 5.00}').sheet.assistance, 500);
});

test("a table with a head: separators, quotes, several rows", () => {
  const expected = [
    { total: 123450, basic: 100000 },
    { total: 50000, basic: 40000 },
  ];
  for (const text of [
    'medfee_sumamt,hifp_pay,setl_time\n"1,234.50",1000,2024-03-01\n500,400,2024-04-01',
    '\ufeff"medfee_sumamt";"hifp_pay";"setl_time"\r\n"1,234.50";"1000";"2024/3/1"\r\n500;400;20240401\r\n',
    "总费用\t统筹支付\t结算日期\n1234.50元\t1000\t2024年3月1日\n500\t400\t2024-04-01 08:00:00",
    '总费用（元）,统筹支付,备注,结算日期\n1234.5,1000,"说\n""明""",2024-03-01\n500,400,,2024-04-01\n合计,1400,,\n',
    "医院的表\n总费用 统筹支付 结算日期\n1234.50 1000 2024-03-01\n500 400 2024-04-01",
    "总费用|统筹支付|结算日期\n1234.50|1000|2024-03-01\n500|400|2024-04-01",
  ]) {
    const { visits } = importSheet(text);
    assert.deepEqual(
      visits.map(({ sheet }) => sheet),
      expected,
      text,
    );
    assert.deepEqual(
      visits.map(({ facts }) => facts.from),
      ["2024-03-01", "2024-04-01"],
      text,
    );
  }
});

test("a second head has the printed words, and they count", () => {
  const visit = only("medfee_sumamt,hifmi_pay,x1\n医疗费总额,公务员医疗补助,备注\n100,5,好");
  assert.deepEqual(visit.sheet, { total: 10000, civil_servant: 500 });
  assert.ok(visit.notes.includes("words_count"));
});

test("rows that do not have the cells of the head are shown, not guessed", () => {
  const { visits, notUnderstood } = importSheet(
    "medfee_sumamt,hifp_pay\n1,234.50,1000\n500,400\n600\n总计,1400",
  );
  assert.deepEqual(
    visits.map(({ sheet }) => sheet),
    [{ total: 50000, basic: 40000 }],
  );
  assert.deepEqual(
    notUnderstood.map(({ name, reason }) => [name, reason]),
    [
      ["1 234.50 1000", "cells"],
      ["600", "cells"],
      ["总计 1400", "cumulative"],
    ],
  );
});

test("formulas are not worked out, names of the host are names like any other", () => {
  const visit = only("medfee_sumamt,hifp_pay,__proto__,constructor\n100,=SUM(A1:A9),5,6");
  assert.deepEqual(visit.sheet, { total: 10000 });
  assert.equal(reasonOf(visit, "hifp_pay"), "unclear");
  assert.equal(reasonOf(visit, "__proto__"), "name");
  const nested = only(
    '{"__proto__": {"medfee_sumamt": 100, "toString": 5}, "constructor": {"prototype": 1}}',
  );
  assert.deepEqual(nested.sheet, { total: 10000 });
  assert.equal(({} as Record<string, unknown>)["medfee_sumamt"], undefined);
});

test("printed words in lines, as typed or copied", () => {
  const expected: Partial<Record<SheetId, number>> = {
    total: 5200000,
    fully_own: 300000,
    own_first: 400000,
    basic: 2800000,
  };
  for (const text of [
    "医疗费总额：52,000.00元\n自费：3000\n自付二 4000\n统筹基金支付: 28000元",
    "医疗费总额 52000 自费 3000 自付二 4000 统筹支付 28000",
    "医疗费总额：５２，０００．００元；全自费：3000，先行自付 4000。基本医疗保险统筹基金支出=2.8万",
    "医疗费总额\n52,000.00\n全自费金额\n3,000.00\n自理\n4000\n统筹基金支付\n28000",
    "医 疗 费 总 额：52000\n  自  费   3000\n乙类先自付｜4000\n医保统筹基金支付（元）： 28000",
    '项目,金额\n医疗费总额,"52,000.00"\n全自费,3000\n部分项目自付,4000\n统筹支付,28000',
    "一、总费用￥52000元，其中：自费3000元，部分政策自付4000元，统筹支付2万8千元",
  ]) {
    assert.deepEqual(only(text).sheet, expected, text);
  }
});

test("the Beijing style", () => {
  const visit = only(
    "北京市医疗住院收费票据\n总金额 52000\n自付一 9000 自付二 4000 自费 3000\n医保范围内金额 45000\n累计医保范围内金额 90000",
  );
  assert.deepEqual(visit.sheet, {
    total: 5200000,
    fully_own: 300000,
    own_first: 400000,
    in_scope: 4500000,
  });
  assert.deepEqual(visit.facts, { kind: "inpatient" });
  assert.equal(reasonOf(visit, "自付一"), "sum");
  assert.equal(reasonOf(visit, "累计医保范围内金额"), "cumulative");
});

test("a receipt: what it lacks is not made up, and 个人自付 is no own share in scope", () => {
  const visit = only(
    "姓名：某某 性别：女 住院号：00123456\n医保类型：城乡居民基本医疗保险\n住院时间：2024-03-01至2024-03-12\n" +
      "金额合计（小写）：52000.00\n医保统筹基金支付：28000.00 其他支付：3000.00\n" +
      "个人账户支付：0.00 个人现金支付：21000.00\n个人自付：18000.00 个人自费：3000.00",
  );
  assert.deepEqual(visit.sheet, { basic: 2800000, account: 0, cash: 2100000, fully_own: 300000 });
  assert.deepEqual(visit.facts, {
    insurance: "resident",
    from: "2024-03-01",
    until: "2024-03-12",
    kind: "inpatient",
  });
  assert.equal(reasonOf(visit, "其他支付"), "mixed");
  assert.equal(reasonOf(visit, "个人自付"), "sum");
  assert.ok(visit.notes.includes("own"));
  assert.ok(!json(visit).includes("00123456"));
});

test("其他支付 is one line of its own where the others have theirs, or where it is nothing", () => {
  assert.equal(only("总费用 100 大病 5 医疗救助 6 其他支付 7").sheet.other, 700);
  assert.equal(only("总费用 100 其他支付 0").sheet.other, 0);
  assert.equal(only("总费用 100 其他支付 7").sheet.other, undefined);
});

test("payers without a line of ours come together where nothing else is said of others", () => {
  const visit = only("总费用 100\n倾斜救助 5\n特惠保 6");
  assert.deepEqual(visit.sheet, { total: 10000, other: 1100 });
  assert.equal(visit.understood.find(({ field }) => field === "other")?.printed, "倾斜救助 + 特惠保");
  assert.equal(reasonOf(only("总费用 100\n其他支出 0\n倾斜救助 5"), "倾斜救助"), "extra");
});

test("what follows from lines that are all there is worked out and marked", () => {
  const derived = (text: string) =>
    only(text)
      .understood.filter(({ printed }) => printed === "")
      .map(({ field, value }) => [field, value]);
  assert.deepEqual(derived("总费用 100 全自费 10 超限价 0 先行自付 20"), [["in_scope", "70.00"]]);
  assert.deepEqual(derived("全自费 10 超限价 0 先行自付 20 政策范围内 70"), [["total", "100.00"]]);
  assert.deepEqual(derived("总费用 100 先自负 30"), [["in_scope", "70.00"]]);
  assert.deepEqual(derived("总费用 100 自费 10 自付二 20"), [], "above price limits is not told");
  assert.deepEqual(derived("总费用 10 全自费 10 超限价 0 先行自付 20"), [], "never below nothing");
  assert.deepEqual(derived("总费用 100 总费用 90 全自费 10 超限价 0 先行自付 20 政策范围内 70"), []);
});

test("the standard is taken only where nothing says what was charged", () => {
  const visit = only("总费用 100 起付标准 10");
  assert.equal(visit.sheet.deductible, 1000);
  assert.ok(visit.notes.includes("standard"));
  const both = only("总费用 100 起付标准 10 实际支付起付线 5");
  assert.equal(both.sheet.deductible, 500);
  assert.equal(reasonOf(both, "起付标准"), "hint");
  assert.equal(only('{"medfee_sumamt":100,"dedc_std":10}').sheet.deductible, undefined);
});

test("days in lines", () => {
  const facts = (line: string) => only(`总费用 100\n${line}`).facts;
  const stay = { from: "2024-03-01", until: "2024-03-12", kind: "inpatient" };
  assert.deepEqual(facts("入院日期 2024-03-01 出院日期：2024年3月12日"), stay);
  assert.deepEqual(facts("住院日期：2024.3.1~2024.3.12"), stay);
  assert.deepEqual(facts("入院时间：2024-03-01 08:00:00\n出院时间 2024/03/12 10:30"), stay);
  assert.deepEqual(facts("结算日期 2024-03-12 统筹支付 60"), { from: "2024-03-12" });
  assert.deepEqual(facts("医疗类别：普通住院 结算时间 2024-03-12"), {
    kind: "inpatient",
    until: "2024-03-12",
  });
});

test("what is counted over the year is not of this bill", () => {
  const visit = only("总费用 100 医疗救助 5\n年度累计信息\n医疗费合计 900 医疗救助支付 70\n本次\n大病支付 3");
  assert.deepEqual(visit.sheet, { total: 10000, assistance: 500, serious_illness: 300 });
  assert.equal(reasonOf(visit, "医疗费合计"), "cumulative");
  assert.equal(reasonOf(visit, "医疗救助支付"), "cumulative");
  assert.deepEqual(only("总费用 100 累计 医保范围内金额 90").sheet, { total: 10000 });
});

test("a line with several figures is left to the person", () => {
  const visit = only("总费用 100\n大病支付 30 40");
  assert.deepEqual(visit.sheet, { total: 10000 });
  assert.deepEqual(visit.notUnderstood, [{ name: "大病支付", value: "30 40", reason: "conflict" }]);
});

test("refunds are recognised and refused", () => {
  for (const text of [
    json({ medfee_sumamt: -100, hifp_pay: -60, psn_cash_pay: -40 }),
    json({ medfee_sumamt: "-100.00", hifp_pay: 0 }),
    json({ refd_setl_flag: "1", medfee_sumamt: 100, hifp_pay: 60 }),
    "医疗费总额：-100.00\n统筹支付：-60.00",
    "医疗费总额 (100.00)",
    "医疗费总额 -100 统筹支付 60",
  ]) {
    const visit = only(text);
    assert.equal(visit.refund, true, text);
    assert.deepEqual(visit.sheet, {}, text);
    assert.ok(visit.notes.includes("refund"), text);
  }
  const one = only("总费用 100 大病支付 -5");
  assert.deepEqual([one.refund, one.sheet, reasonOf(one, "大病支付")], [false, { total: 10000 }, "negative"]);
});

test("kinds, insurances, levels and days; codes only as far as they are sure", () => {
  const facts = (more: object) => only(json({ medfee_sumamt: 1, ...more })).facts;
  assert.equal(facts({ med_type: "140104" }).kind, "chronic");
  assert.equal(facts({ med_type: 11 }).kind, "outpatient");
  assert.equal(facts({ med_type: "9929" }).kind, undefined);
  assert.equal(facts({ med_type: "52" }).kind, undefined);
  assert.equal(facts({ 医疗类别: "门诊慢特病" }).kind, "chronic");
  assert.equal(facts({ 医疗类别: "普通门诊" }).kind, "outpatient");
  assert.equal(facts({ 医疗类别: "生育住院" }).kind, undefined);
  assert.equal(facts({ insutype: "310" }).insurance, "employee");
  assert.equal(facts({ insutype: "340" }).insurance, undefined);
  assert.equal(facts({ 险种: "城镇职工基本医疗保险" }).insurance, "employee");
  assert.equal(facts({ 医院等级: "三级甲等" }).hospital, "tertiary");
  assert.equal(facts({ hosp_lv: "01" }).hospital, undefined);
  assert.deepEqual(facts({ begndate: "2024-03-01 00:00:00", enddate: "20240312" }), {
    from: "2024-03-01",
    until: "2024-03-12",
  });
  assert.equal(facts({ setl_time: "20240312102233" }).from, "2024-03-12");
  assert.equal(facts({ setl_time: "2024-03-11T16:00:00.000Z" }).from, undefined, "may be the day after");
  assert.equal(facts({ setl_time: "2024-02-30" }).from, undefined);
});

test("the Guangzhou note", () => {
  const visit = only(
    "本次就医：总费用52000元，基金支付31000元，个人支付21000元（起付线1000元 先自负7000元 段内自付13000元）",
  );
  assert.deepEqual(visit.sheet, { total: 5200000, deductible: 100000, in_scope: 4500000 });
});

test("a printed sum that its lines contradict is told", () => {
  const states = (text: string) => only(text).sums.map(({ state }) => state);
  assert.deepEqual(states(json({ ...SETTLEMENT, fund_pay_sumamt: 30000 })), ["differs", "fits"]);
  assert.deepEqual(states("总费用 100 统筹支付 60 基金支付 50"), ["differs"]);
  assert.deepEqual(states("总费用 100 统筹支付 60 基金支付 70"), ["open"]);
});

test("files that cannot be read say why", () => {
  const whole = json({ setlinfo: SETTLEMENT });
  for (const cut of [whole.slice(0, 200), whole.slice(0, -1), '{"medfee_su', '{"a":', "[{"])
    assert.equal(importSheet(cut).problem, "cut", cut);
  for (const broken of ["{]", '{"a" 1}', "[1}", '{"a":1}}', '{"a":}', "{a:1}", "[".repeat(5000)])
    assert.equal(importSheet(broken).problem, "broken", broken.slice(0, 20));
  assert.equal(importSheet('medfee_sumamt,hifp_pay\n"100,50').problem, "cut");
  assert.equal(importSheet(" \n\ufeff").problem, "empty");
  assert.equal(importSheet("好".repeat(300_001)).problem, "too_long");
  assert.equal(importSheet("今天天气很好").problem, "nothing");
  assert.equal(importSheet('{"a":1}').problem, "nothing");
  for (const text of ["<html><td>医疗费总额</td>", "%PDF-1.7", "PK\u0003\u0004", "总费用 1\u00002"])
    assert.equal(importSheet(text).problem, "no_text", text);
});

test("bytes: UTF-8, GBK, UTF-16, and what is no text", () => {
  const utf8 = new TextEncoder().encode("\ufeff总费用 100");
  const gbk = new Uint8Array([0xd7, 0xdc, 0xb7, 0xd1, 0xd3, 0xc3, 0x20, 0x31, 0x30, 0x30]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x3b, 0x60, 0x39, 0x8d, 0x28, 0x75, 0x20, 0, 0x31, 0]);
  assert.deepEqual(only(textOf(utf8)).sheet, { total: 10000 });
  assert.deepEqual(only(textOf(gbk)).sheet, { total: 10000 });
  assert.deepEqual(only(textOf(utf16)).sheet, { total: 100 });
  // Pasted from a program that took them for UTF-8, they are lost.
  assert.equal(importSheet(new TextDecoder("utf-8").decode(gbk)).problem, "encoding");
  for (const head of [
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    [0x50, 0x4b, 3, 4, 20, 0, 0x80],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ])
    assert.equal(importSheet(textOf(new Uint8Array([...head, 0xff]))).problem, "no_text");
});

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test("any text gives a result in little time, and what it gives are amounts", () => {
  const next = random(20240312);
  const pieces = [
    ...Object.keys(SETTLEMENT),
    ..."医疗费总额 自付一 自付二 自费 统筹支付 其他支付 累计 倾斜救助 医疗类别 住院 结算时间 2024-03-12".split(
      " ",
    ),
    ...'{ } [ ] : , " \\ ; | = - ( ) 。 0 1 52000 -5 1.2万 1e9 null __proto__ setldetail fund_payamt'.split(
      " ",
    ),
    "\n",
    "\t",
    '"fund_pay_type":"310100"',
    '{"medfee_sumamt":100,',
    "\ud800",
    "\ufffd",
    "￥",
    "９",
  ];
  for (let round = 0; round < 5_000; round += 1) {
    let text = round % 3 === 0 ? "{" : "";
    const length = next() * 40;
    for (let piece = 0; piece < length; piece += 1)
      text += (pieces[Math.floor(next() * pieces.length)] ?? "") + (next() < 0.3 ? " " : "");
    const { visits, notUnderstood, problem } = importSheet(text);
    assert.ok(visits.length > 0 || problem, text);
    for (const { sheet, refund, understood, sums } of visits) {
      for (const fen of Object.values(sheet)) assert.ok(Number.isSafeInteger(fen) && fen >= 0, text);
      assert.ok(!refund || Object.keys(sheet).length === 0, text);
      assert.ok(understood.length > 0 || refund, text);
      assert.ok(!sums.some(({ lines }) => Number.isNaN(lines.least) || Number.isNaN(lines.most)), text);
    }
    assert.ok(
      notUnderstood.every(({ reason }) => reason),
      text,
    );
  }
});

test("a settlement that is cut anywhere is never taken for a whole one", () => {
  const whole = json({ setlinfo: SETTLEMENT, setldetail: [{ fund_pay_type: "390100", fund_payamt: 1 }] });
  for (let length = 1; length < whole.length; length += 1)
    assert.equal(importSheet(whole.slice(0, length)).problem, "cut", whole.slice(0, length));
});

test("huge and hostile texts come to an end", () => {
  const size = 60_000;
  for (const piece of [
    "费",
    "总",
    "医 ",
    "1 ",
    "(",
    '"',
    '""',
    ",",
    "a,",
    "总费用,",
    "总费用 1\n",
    "\n",
    "\t",
    "{",
    "=",
    "1",
    "1,",
    "总费用",
    "[1],",
    '"\\"',
  ])
    importSheet(piece.repeat(size / piece.length));
  importSheet(`{"${"\\\\".repeat(size / 2)}":1}`);
  importSheet(`总费用,统筹支付\n"${'""'.repeat(size / 2 - 20)}`);
});
