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
        return answer?.packs || answer?.error ? given.result : answer;
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
