// The design's case, entered by hand in every way that the page promises: by its words with the mouse, in the order of
// the form with the keyboard alone, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import * as keyboard from "./keyboard.mjs";
import * as mouse from "./mouse.mjs";
import { readAnswer, readLedger, readPicture } from "./read.mjs";
import { next } from "./walk.mjs";

/** What stands on form and sheet. */
const WORDS = {
  "zh-Hans": {
    place: ["参保的城市（统筹地区）", "无锡市"],
    year: "要算哪一年的账单",
    category: "最低生活保障对象（低保）",
    dates: "不是一直都有？填起止日期",
    add: "照着单子填一张账单",
    done: "填好了",
    addsUp: /各项加起来对得上/,
    see: "看答案",
    held: ["从哪天起", "2023年5月1日", "哪天失去的", "2024年8月15日"],
    insurance: ["您在本地参加的是哪种基本医保？", "居民医保"],
    registered: ["您是无锡户籍吗？", "是"],
    kind: ["这次是哪一种就医？", "住院"],
    from: ["就诊（入院）日期", "3月1日"],
    until: ["看完（出院）日期", "2024.3.12"],
    where: ["在哪里看的病？", "本县（市、区）"],
    referral: ["去那里看病办过转诊或备案吗？", "不需要转诊"],
    amounts: [
      ["医疗费总额", "52,000.00"],
      ["全自费", "3000"],
      ["先行自付（乙类）", "4000元"],
      ["符合政策范围", "4.5万"],
      ["基本医疗保险统筹基金", "２８０００"],
      ["居民大病保险", "3000.00"],
    ],
    why: "为什么是 11,900.00？",
    ledger: [
      ["45,000.00", "符合政策范围", "您的结算单"],
      ["−28,000.00", "基本医保已付", "您的结算单"],
      ["−3,000.00", "大病保险已付", "您的结算单"],
      ["=14,000.00", "计算医疗救助的费用", "锡政办发〔2022〕98号（五）"],
      ["×85%", "全额资助参保对象和特困职工的救助比例", "锡政办发〔2022〕98号（六）"],
      [
        "",
        "住院和门诊慢特病救助限额 30万元 之前还剩 300,000.00，之后还剩 288,100.00",
        "锡政办发〔2022〕98号（六）",
      ],
      ["=11,900.00", "医疗救助", ""],
    ],
    picture: "按付款先后：基本医保 ¥28,000.00、大病保险 ¥3,000.00、医疗救助 ¥11,900.00、您自己 ¥9,100.00",
    payers: ["基本医保", "大病保险", "医疗救助", "倾斜救助", "您自己"],
    parts:
      /医保政策范围内\s¥2,100\.00，范围外\s¥7,000\.00\s*范围外的是：全自费 ¥3,000\.00、先行自付（乙类） ¥4,000\.00/,
  },
  en: {
    place: ["City of insurance (统筹地区)", "Wuxi"],
    year: "Year of the bills",
    category: "Subsistence-allowance recipients",
    dates: "Not all the time? Enter the dates",
    add: "Fill in a bill from the sheet",
    done: "Done",
    addsUp: /The amounts add up/,
    see: "See the answer",
    held: ["From", "2023-05-01", "Lost on", "2024-08-15"],
    insurance: ["Which basic insurance do you have here?", "Residents' medical insurance"],
    registered: ["Is your household registered in Wuxi?", "Yes"],
    kind: ["What kind of care was it?", "Hospital stay"],
    from: ["Date of visit (admission)", "2024-03-01"],
    until: ["Last day (discharge)", "2024-03-12"],
    where: ["Where was the care given?", "In the home county or district"],
    referral: ["Was it referred or filed?", "No referral needed"],
    amounts: [
      ["Total cost", "52000"],
      ["Outside the catalogue (fully own)", "3000"],
      ["Own share first (class B)", "4000"],
      ["In scope", "45000"],
      ["Basic medical insurance fund", "28000"],
      ["Serious-illness insurance", "3000"],
    ],
    why: "Why 11,900.00?",
    ledger: [
      ["45,000.00", "In scope", "Your sheet"],
      ["−28,000.00", "Paid by Basic medical insurance", "Your sheet"],
      ["−3,000.00", "Paid by Serious-illness insurance", "Your sheet"],
      ["=14,000.00", "Cost that counts for Medical assistance", "锡政办发〔2022〕98号 (5)"],
      [
        "×85%",
        "Rate for those whose premium is paid in full and workers in hardship",
        "锡政办发〔2022〕98号 (6)",
      ],
      [
        "",
        "Yearly limit for stays and chronic care 30万元 300,000.00 left before, 288,100.00 after",
        "锡政办发〔2022〕98号 (6)",
      ],
      ["=11,900.00", "Medical assistance", ""],
    ],
    picture:
      "In the order of payment: Basic medical insurance ¥28,000.00, Serious-illness insurance ¥3,000.00, Medical assistance ¥11,900.00, You ¥9,100.00",
    payers: [
      "Basic medical insurance",
      "Serious-illness insurance",
      "Medical assistance",
      "Top-up assistance",
      "You",
    ],
    parts:
      /In policy scope\s¥2,100\.00, out of scope\s¥7,000\.00\s*Out of scope: Outside the catalogue \(fully own\) ¥3,000\.00, Own share first \(class B\) ¥4,000\.00/,
  },
};

const PAYERS = {
  basic: "28,000.00",
  serious_illness: "3,000.00",
  assistance: "11,900.00",
  top_up: "0.00",
};

describe("the design's case, entered by hand", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [language, words] of Object.entries(WORDS)) {
    test(`with the mouse, by the words on form and sheet (${language})`, async () => {
      const page = await browser.openPage(DESK);
      const box = (name) => page.getByRole("textbox", { name, exact: true });
      const write = async (name, text) => {
        await box(name).click();
        await page.keyboard.type(text);
      };
      const answer = ([question, choice]) =>
        page.getByRole("radiogroup", { name: question }).getByText(choice, { exact: true }).click();

      await mouse.setLanguage(page, language);
      await page.getByLabel(words.place[0]).selectOption(words.place[1]);
      await page.getByLabel(words.year).selectOption("2024");
      await next(page);
      await page.getByText(words.category, { exact: true }).click();
      await page.getByText(words.dates, { exact: true }).click();
      const [from, start, until, end] = words.held;
      await write(from, start);
      await write(until, end);
      await next(page);
      await answer(words.insurance);
      await answer(words.registered);
      await next(page);
      await page.getByText(words.add, { exact: true }).click();
      await answer(words.kind);
      await write(...words.from);
      await write(...words.until);
      await answer(words.where);
      await answer(words.referral);
      for (const [printed, amount] of words.amounts) {
        const told = await page.locator("#answer-total").allInnerTexts();
        assert.doesNotMatch(told.join(), /^¥[\d,.]+$/, "no exact figure before the sheet is complete");
        await write(printed, amount);
      }
      await page.getByText(words.done, { exact: true }).click();
      assert.match(await page.locator("#visit-1").innerText(), words.addsUp);
      await page.getByText(words.see, { exact: true }).click();

      await assertAnswer(page, words);
      await page.getByText(words.why, { exact: true }).click();
      assert.deepEqual(await readLedger(page, "visit-1-payer-assistance"), words.ledger);
      const article = page.locator("#why-visit-1-payer-assistance details.cite").nth(1);
      await article.locator("summary").click();
      assert.match(await article.innerText(), /85%/);
      assert.match(await article.innerText(), language === "en" ? /Our paraphrase/ : /我们的概述，不是原文/);
      assert.deepEqual(page.watch.complaints, []);
    });

    test(`with the keyboard alone, on a phone (${language})`, async () => {
      const page = await browser.openPage(PHONE);
      if (language === "en") await keyboard.press(page, '.languages [lang="en"]');
      await keyboard.choose(page, "place", "320200");
      await keyboard.choose(page, "year", "2024");
      await keyboard.press(page, "#next");
      assert.ok(
        await keyboard.isFocused(page, "#screen-heading"),
        "at each screen its heading has the focus",
      );
      await keyboard.press(page, "#identity-subsistence", "Space");
      await keyboard.press(page, "#identities details > summary");
      await keyboard.type(page, "identity-subsistence-1-from", "2023年5月1日");
      await keyboard.type(page, "identity-subsistence-1-until", "20240815");
      await keyboard.press(page, "#next");
      await keyboard.answer(page, "person-insurance", "resident");
      await keyboard.answer(page, "person-registered_here", "true");
      await keyboard.press(page, "#next");
      await keyboard.press(page, "#add-visit");
      assert.ok(await keyboard.isFocused(page, "#visit-1-kind input"), "the first question has the focus");
      await page.keyboard.press("Shift+Tab");
      await keyboard.answer(page, "visit-1-kind", "inpatient");
      await keyboard.type(page, "visit-1-from", "2024/3/1");
      await keyboard.type(page, "visit-1-until", "0312");
      await keyboard.answer(page, "visit-1-where", "county");
      await keyboard.answer(page, "visit-1-referral", "not_needed");
      const fields = ["total", "fully_own", "own_first", "in_scope", "basic", "serious_illness"];
      for (const [index, field] of fields.entries()) {
        await keyboard.type(page, `visit-1-${field}`, words.amounts[index][1]);
      }
      await keyboard.press(page, "#next");
      await keyboard.press(page, "#next");
      assert.ok(await keyboard.isFocused(page, "#answer"), "the answer has the focus");
      await page.locator("#answer-total").waitFor();
      assert.ok(await page.locator("#answer-total").evaluate(isInSight), "the answer is in sight");

      await assertAnswer(page, words);
      await keyboard.press(page, "#why-visit-1-payer-assistance > summary");
      assert.deepEqual(await readLedger(page, "visit-1-payer-assistance"), words.ledger);
      assert.deepEqual(page.watch.complaints, []);
    });
  }
});

async function assertAnswer(page, words) {
  const answer = await readAnswer(page);
  assert.equal(answer.total, "¥9,100.00");
  assert.deepEqual(answer.payers, { ...PAYERS, you: "9,100.00" });
  assert.equal(answer.totalCost, "52,000.00");
  assert.deepEqual(answer.visits, [{ payers: PAYERS, personal: "9,100.00" }]);
  assert.deepEqual(answer.pools, {
    "outpatient-drawn": "0.00",
    "outpatient-left": "10,000.00",
    "inpatient-drawn": "11,900.00",
    "inpatient-left": "288,100.00",
  });
  assert.match(await page.locator(".headline-parts").innerText(), words.parts);

  const names = await page.locator("#answer table.payers tbody .payer-name").allInnerTexts();
  assert.deepEqual(names, words.payers);
  const picture = await readPicture(page);
  assert.equal(picture.words, words.picture);
  for (const [payer, amount] of Object.entries({
    basic: 28000,
    serious_illness: 3000,
    assistance: 11900,
    you: 9100,
  })) {
    const [drawn, meant] = [picture.shares[payer], amount / 52000];
    assert.ok(Math.abs(drawn - meant) < 0.005, `${payer} takes ${drawn} of the picture, not ${meant}`);
  }
}

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
