// Answers that the engine might give: for what the page must show and no small case brings about.
import { designCase } from "./cases.mjs";
import { estimate } from "./command-line.mjs";

/** From now on, whatever is estimated, the page is given this result. To be called before the page is opened. */
export async function answerWith(page, result) {
  await page.addInitScript((given) => {
    const parse = JSON.parse;
    JSON.parse = (...args) => {
      const answer = parse(...args);
      const estimated = answer && (answer.visits || answer.error?.code === "fact.missing");
      return estimated ? given : answer;
    };
  }, result);
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
  const stepOf = (step) => {
    if (step.layer !== "assistance") return step;
    if (step.op === "rate") return { ...step, so_far: { min: 9800, max: 11900 }, sometimes: true };
    if (step.op === "cap") {
      return { ...step, so_far: assistance, left_after: { min: 288100, max: 300000 } };
    }
    return step.op === "pays" ? { ...step, amount: assistance } : step;
  };
  const unknown = [
    { at: "/person/identities", fact: "category", label: text("救助对象类别", "Category") },
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
        steps: visit.steps.map(stepOf),
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
        shown_by: text("低保证或认定通知书", "The certificate of the category"),
        text: text(
          "现在是 9,100 到 21,000 元。弄清类别以后，范围最宽只有 2,100 元。",
          "Now 9,100 to 21,000 yuan. Once the category is known, at most 2,100 wide.",
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
