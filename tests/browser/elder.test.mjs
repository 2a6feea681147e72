// The elder mode: found at once, one question at a time, large and well apart, and read aloud by the device itself. What
// can be pressed is measured with everything else, in standards.test.mjs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { aRange, answerWith } from "./answers.mjs";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import { enterCase, setLanguage } from "./mouse.mjs";
import { back, next, unfoldAll, walkThrough, walkTo } from "./walk.mjs";

/** MIIT's figures, in px and times the size of the type. */
const MAIN_TEXT = 18;
const LARGER_TEXT = 30;
const APART = 1.3;

/** The browser's usual size of type, made larger. */
const LARGER = 24;

const HERE = { name: "of the device", lang: "zh-CN", localService: true };
const ELSEWHERE = { name: "sends it away", lang: "zh-CN", localService: false };

describe("the elder mode", () => {
  let browser;
  /** What there is on each screen of the path. */
  const screens = [];
  /** The answer, on a device that has two voices. */
  let answer;

  before(async () => {
    browser = await openBrowser();
    answer = await openAnswer([ELSEWHERE, HERE]);
    const device = await answer.context().newCDPSession(answer);
    await walkThrough(answer, async (screen) => screens.push({ screen, ...(await lookAt(answer, device)) }));
  });
  after(() => browser.close());

  test("the elder mode is one press away on the first screen", async () => {
    const page = await browser.openPage(PHONE);
    for (const viewport of [DESK, PHONE, { width: 320, height: 568 }]) {
      await page.setViewportSize(viewport);
      const button = page.getByRole("button", { name: "长辈版", exact: true });
      const { y, height } = await button.boundingBox();
      assert.ok(y >= 0 && y + height <= viewport.height / 2, `${viewport.width} px: ${y}`);
      assert.equal(await page.locator("aid-check[data-elder]").count(), 0);
      await button.click();
      assert.equal(await page.locator("aid-check[data-elder]").count(), 1);
      await button.click();
    }
    await page.context().close();
  });

  test("one question a screen, nothing secondary in sight", () => {
    assert.ok(screens.length > 15, `only ${screens.length} screens`);
    for (const { screen, questions, secondary } of screens) {
      assert.ok(questions.length <= 1, `${screen}: ${questions.join("; ")}`);
      assert.deepEqual(secondary, [], screen);
    }
    for (const several of ["where", "person", "bill"]) {
      const stops = screens.filter(({ screen }) => screen === several);
      assert.ok(stops.length > 1, `${several} asks its questions one by one`);
    }
  });

  test("text is 18 px or more, and 30 px where it is made larger", () => {
    for (const { screen, small, smallWhenLarger } of screens) {
      assert.deepEqual(small, [], screen);
      assert.deepEqual(smallWhenLarger, [], `${screen}, made larger`);
    }
  });

  test("lines and paragraphs stand far enough apart", () => {
    for (const { screen, close } of screens) assert.deepEqual(close, [], screen);
  });

  /** The answer, on a page whose device has these voices; `window.spoken` is what they were given. */
  async function openAnswer(voices, result) {
    const page = await browser.newPage(PHONE);
    await page.addInitScript(fakeVoices, voices);
    await page.goto(browser.address);
    if (result) await answerWith(page, result);
    await page.locator("#elder").click();
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    return page;
  }

  const spoken = (page) => page.evaluate(() => window.spoken);

  /** What is read aloud stands at the answer, word for word. */
  async function assertReadAloud(page, expected) {
    await page.locator("#read-aloud").click();
    const { text } = (await spoken(page)).at(-1);
    assert.match(text.replace(/\s+/g, " "), expected);
    const plain = (words) => words.replace(/\s+/g, "");
    const shown = plain(await page.locator(".bright").innerText());
    for (const line of text.split("\n")) {
      assert.ok(shown.includes(plain(line)), `“${line}” is not in “${shown}”`);
    }
    await page.locator("#read-aloud").click();
  }

  test("reading aloud begins and ends with the same button", async () => {
    const button = answer.locator("#read-aloud");
    const says = (words) => answer.getByRole("button", { name: words, exact: true }).waitFor();
    assert.deepEqual(await spoken(answer), [], "nothing sounds unasked");
    await button.click();
    await says("停止朗读");
    await button.click();
    await says("读给我听");
    assert.equal((await spoken(answer)).at(-1), "stopped");
    // It ends by itself too, and where another screen is shown.
    await button.click();
    await answer.evaluate(() => window.spoken.at(-1).onend());
    await says("读给我听");
    await button.click();
    await back(answer);
    assert.equal((await spoken(answer)).at(-1), "stopped");
    await next(answer);
    await says("读给我听");
  });

  test("what is read aloud is what stands there", async () => {
    await assertReadAloud(answer, /^您自己一共约付 ¥9,100\.00 医保政策范围内 ¥2,100\.00，范围外 ¥7,000\.00$/);
    const range = await openAnswer([HERE], aRange());
    await assertReadAloud(range, /^您自己一共约付 9,100 元到 21,000 元 /);
    await range.context().close();
  });

  test("only a voice of the device is used", async () => {
    const button = answer.locator("#read-aloud");
    await button.click();
    assert.equal((await spoken(answer)).at(-1).voice.name, HERE.name);
    await setLanguage(answer, "en");
    assert.equal(await button.count(), 0, "it reads no English");
    await setLanguage(answer, "zh-Hans");
    for (const voices of [[ELSEWHERE], []]) {
      await answer.evaluate((left) => window.setVoices(left), [HERE]);
      await button.waitFor();
      await answer.evaluate((left) => window.setVoices(left), voices);
      await button.waitFor({ state: "detached" });
    }
  });
});

async function lookAt(page, device) {
  const asked = await page.evaluate(whatIsAsked);
  await unfoldAll(page);
  const seen = {
    ...asked,
    small: await page.evaluate(smallerThan, MAIN_TEXT),
    close: await page.evaluate(tooClose, APART),
  };
  await device.send("Page.setFontSizes", { fontSizes: { standard: LARGER } });
  const smallWhenLarger = await page.evaluate(smallerThan, LARGER_TEXT);
  await device.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  return { ...seen, smallWhenLarger };
}

function fakeVoices(given) {
  const spoken = [];
  let voices = given;
  const fake = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance) => spoken.push(utterance),
    cancel: () => spoken.push("stopped"),
  });
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  window.spoken = spoken;
  window.setVoices = (left) => {
    voices = left;
    fake.dispatchEvent(new Event("voiceschanged"));
  };
}

/** The questions in sight, both ends of a stay being one; and what is neither question, answer nor way on or back. */
function whatIsAsked() {
  const root = document.querySelector("aid-check").shadowRoot;
  const inSight = (selector) =>
    [...root.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const name = ({ innerText, id }) => `${id} ${innerText.split("\n")[0]}`;
  // Help with the category keeps in sight what was answered last, so that the focus stays where it is.
  const isAnswered = (field) => field.closest("#categories") && field.querySelector(":checked");
  const questions = inSight("#identities, main .pair, main .field:not(.pair .field)").filter(
    (field) => !isAnswered(field) && !field.closest("#identities .periods"),
  );
  const primary = `#elder, .languages *, .skip, #back, #next, #to-answer, .field *, #identities *, #add-visit,
    .visit-actions *, #ask-for-help, #categories *, .term *, .answer-page *`;
  const asides = inSight("button, summary, textarea, input, a").filter((each) => !each.matches(primary));
  const parts = inSight(
    "#notices, #identities-of-answer, #entitlements, #pools, #readings, #sources, .display",
  );
  const beyond = inSight("main .fold").filter((fold) => fold.querySelector(".sheet"));
  const folded = new Set(beyond.flatMap((fold) => [...fold.querySelectorAll("summary")]));
  return {
    questions: [...questions, ...beyond].map(name),
    secondary: [...asides.filter((each) => !folded.has(each)), ...parts].map(name),
  };
}

/** Text in sight that is smaller than so many px. */
function smallerThan(least) {
  const root = document.querySelector("aid-check").shadowRoot;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const { parentElement: element, data } = texts.currentNode;
    if (data.trim() === "" || !element.checkVisibility() || element.closest(".visually-hidden")) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < least) found.add(`${element.localName}.${element.className} “${data.trim()}”: ${size}`);
  }
  return [...found];
}

/** Lines that are less than `times` their type apart, and paragraphs less than `times` their lines. */
function tooClose(times) {
  const root = document.querySelector("aid-check").shadowRoot;
  const main = [...root.querySelectorAll(".page *")].filter(
    (element) => element.checkVisibility() && !element.closest(".visually-hidden, .skip, svg"),
  );
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const px = (element, ...names) => {
    const style = getComputedStyle(element);
    return names.reduce((sum, name) => sum + (parseFloat(style[name]) || 0), 0);
  };
  const name = ({ localName, className, innerText }) =>
    `${localName}.${className} “${innerText.slice(0, 20)}”`;
  const lines = main
    .filter((element) => hasText(element) && !element.matches(".term span, option, optgroup"))
    .filter((element) => px(element, "lineHeight") < times * px(element, "fontSize") - 0.01);
  // The figure and the words above and below it are one.
  const paragraphs = main.filter(
    (element) => element.matches("p, li") && !element.closest(".bright") && element.innerText.trim() !== "",
  );
  const close = paragraphs.filter((element) => {
    const above = element.previousElementSibling;
    if (!above || !paragraphs.includes(above) || !hasText(element) || !hasText(above)) return false;
    const [upper, lower] = [above, element].map((each) => each.getBoundingClientRect());
    if (lower.top < upper.bottom - 1) return false;
    const from = upper.bottom - px(above, "paddingBottom", "borderBottomWidth");
    const to = lower.top + px(element, "paddingTop", "borderTopWidth");
    return to - from < (times - 1) * px(above, "lineHeight") - 0.01;
  });
  return [
    ...lines.map((element) => `lines of ${name(element)}`),
    ...close.map((element) => `above ${name(element)}`),
  ];
}
