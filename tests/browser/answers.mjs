// Answers that the engine might give: for what the page must show and no small case brings about.
import { designCase } from "./cases.mjs";
import { estimate } from "./command-line.mjs";

/** Opens the page anew; from now on, whatever is estimated, it is given this result, and its form has this besides. */
export async function answerWith(page, result, form = {}) {
  await page.addInitScript(
    (given) => {
      const parse = JSON.parse;
      JSON.parse = (...args) => {
        const answer = parse(...args);
        if (answer?.sheet) return { ...answer, ...given.form };
        return answer?.visits || answer?.error ? given.result : answer;
      };
    },
    { result, form },
  );
  await page.reload();
  await page.locator("#place").waitFor();
}

const text = (zh, en = zh) => ({ "zh-Hans": zh, en });
const xi98 = [{ source: "xi98", article: "6" }];

/** The design's case with the category and the referral not known. */
export function aRange() {
  const result = estimate(designCase);
  const [visit] = result.visits;
  const assistance = { min: 0, max: 11900 };
  const personal = {
    ...result.personal,
    in_scope: { min: 2100, max: 14000 },
    total: { min: 9100, max: 21000, tight: false },
  };
  const payersOf = (payers) =>
    payers.map((payer) => (payer.id === "assistance" ? { ...payer, amount: assistance } : payer));
  /** What assistance pays as the category gives it, and the way without a category behind it. */
  const stepsOf = (steps) => [
    ...steps.map((step) => (step.layer === "assistance" ? { ...step, sometimes: true } : step)),
    {
      layer: "assistance",
      op: "not_paid",
      label: text("这次就医没有可用的救助对象身份", "No category counts at this visit"),
      reason: "no_identity",
      sometimes: true,
      cite: [],
    },
  ];
  const unknown = [
    { at: "/person/identities", fact: "identities", label: text("救助对象类别", "Category") },
    { at: "/visits/0/referral", fact: "referral", visit: "1", label: text("转诊备案", "Referral") },
  ];
  return {
    ...result,
    personal,
    payers: payersOf(result.payers),
    visits: [
      {
        ...visit,
        category: { one_of: ["subsistence", "near_subsistence", null] },
        payers: payersOf(visit.payers),
        personal,
        steps: stepsOf(visit.steps),
      },
    ],
    pools: result.pools.map((pool) =>
      pool.id === "inpatient" ? { ...pool, drawn: assistance, left: { min: 288100, max: 300000 } } : pool,
    ),
    unknown,
    ask: [
      {
        ...unknown[0],
        now: { min: 9100, max: 21000 },
        left: 2100,
        shown_by: text("低保证", "The certificate"),
        text: text(
          "低保证上的“救助对象类别”：现在是9,100.00至21,000.00元，知道后最多相差2,100.00元",
          "The certificate shows it: now 9,100.00 to 21,000.00 yuan, then at most 2,100.00 apart",
        ),
      },
    ],
    what_if: [
      {
        id: "referral",
        label: text("办转诊备案", "Get a referral"),
        text: text("按规定办好转诊备案再去外地看病。", "Have the referral filed before going elsewhere."),
        personal_total: { min: 9100, max: 11200 },
        saves: { min: 0, max: 9800 },
        cite: xi98,
        change: {},
      },
    ],
  };
}

/** Two facts that only the category hangs on. */
export const recognitionFacts = [
  {
    id: "disability_grade",
    of: "person",
    for: "recognition",
    type: "choice",
    label: text("残疾等级", "Grade of disability"),
    question: text("残疾人证上是几级？", "Which grade does the certificate show?"),
    choices: [
      { id: "grade_1", label: text("一级", "Grade 1") },
      { id: "grade_3", label: text("三级", "Grade 3") },
      { id: "no_disability", label: text("没有残疾人证", "No certificate") },
    ],
  },
  {
    id: "income_a_head",
    of: "person",
    for: "recognition",
    type: "amount",
    label: text("家庭人均月收入", "Monthly income a head"),
    question: text("家里平均每人每月收入多少元？", "What is the monthly income a head?"),
    choices: [],
  },
];

const question = ({ id, label, question: asked }) => ({
  fact: id,
  label,
  at: `/person/${id}`,
  question: asked,
});

/** The same with which category it may be: one of each state, and a warning. */
export function withCategories() {
  const [disability, income] = recognitionFacts;
  const because = (holds, words) => ({ text: words, cite: xi98, holds });
  const category = (id, label, state, more) => ({
    category: id,
    label,
    state,
    because: [],
    depends_on: [],
    recognised_by: text("民政部门", "Civil affairs"),
    cite: xi98,
    ...more,
  });
  return {
    ...aRange(),
    categories: [
      category("subsistence", text("最低生活保障对象（低保）", "Subsistence-allowance recipients"), "held", {
        at: "/person/identities/0",
      }),
      category(
        "near_subsistence",
        text("低保边缘家庭成员", "Members of near-subsistence families"),
        "likely",
        {
          because: [
            because(
              true,
              text("家庭人均收入在低保标准一倍到两倍之间。", "Income within twice the standard."),
            ),
          ],
          apply_at: {
            text: text("户籍所在地的街道（镇）。", "The street office of the registration."),
            cite: xi98,
          },
          papers: [
            { text: text("户口簿和身份证", "Household register and identity card"), cite: [] },
            { text: text("近一年的收入证明", "Proof of the last year's income"), cite: [] },
          ],
          takes: { text: text("自受理起30个工作日内。", "Within 30 working days."), cite: xi98 },
        },
      ),
      category("severe_disability", text("重度残疾人", "People with a severe disability"), "open", {
        because: [because(null, text("残疾等级是一级或二级。", "The disability is of grade 1 or 2."))],
        depends_on: [question(disability)],
      }),
      category("orphan", text("孤儿", "Orphans"), "not", {
        because: [because(false, text("未满十八周岁。", "Younger than eighteen."))],
      }),
    ],
    category_questions: [question(disability), question(income)].map((each) => ({
      ...each,
      decides: 0,
      may_decide: 1,
    })),
    early_warning: [
      {
        id: "watched_for_poverty",
        state: "possible",
        label: text("因病返贫致贫风险提醒", "A warning of poverty through illness"),
        text: text("可以主动向街道申请，经核实后纳入救助。", "You may apply at the street office yourself."),
        because: [
          because(null, text("个人负担超过当地人均收入。", "The burden is above the local income a head.")),
        ],
        depends_on: [],
        cite: xi98,
      },
    ],
  };
}
