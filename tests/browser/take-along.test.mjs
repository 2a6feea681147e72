// Take it along: print, save, open, link and QR code, and the clerk's comparison.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { assertValid } from "../schema/validate.mjs";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase, designCaseWith, outpatientVisit } from "./cases.mjs";
import { choose, enterCase, enterPlace, retype, setLanguage, type } from "./mouse.mjs";
import { readAllEntries, readAnswer } from "./read.mjs";
import { isFocused, tabTo } from "./keyboard.mjs";
import { MODES } from "./states.mjs";
import { reach, screenNow, unfold, walkTo } from "./walk.mjs";

const require = createRequire(import.meta.url);
const jsqr = require("jsqr");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const THREE = designCaseWith({ visits: [outpatientVisit, { ...outpatientVisit, from: "2024-05-03" }] });

async function save(page) {
  await walkTo(page, "save");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** From the first screen, or where the person is already, from the answer. */
async function open(page, text) {
  await walkTo(page, "open-file");
  await page.locator("#open-file").setInputFiles({
    name: "a.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
}

async function drop(page, text) {
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "a.json"));
    return transfer;
  }, text);
  await page.locator("#place").dispatchEvent("drop", { dataTransfer: files });
}

async function makeLink(page) {
  await reach(page, "make-link");
  await page.locator("#make-link").click();
  return page.locator("#link").inputValue();
}

/** What a camera in front of the screen reads. */
async function scan(page) {
  const picture = await page.locator("#take-link svg.code").screenshot();
  const { grey, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    // One sign a pixel: as numbers it would be megabytes.
    let grey = "";
    for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode(data[i]);
    return { grey: btoa(grey), width: bitmap.width, height: bitmap.height };
  }, picture.toString("base64"));
  const pixels = [...Buffer.from(grey, "base64")].flatMap((value) => [value, value, value, 255]);
  return jsqr(Uint8ClampedArray.from(pixels), width, height)?.data;
}

const pagesOf = (pdf) => Number(/\/Count (\d+)/.exec(pdf.toString("latin1"))[1]);

describe("take it along", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  for (const [size, viewport] of [
    ["phone", PHONE],
    ["desktop", DESK],
  ]) {
    test(`saved as a file, and opened again on another device: ${size}`, async () => {
      const page = await browser.openPage(viewport);
      await enterCase(page, THREE);
      await retype(page, "visit-3-from", "5月4日");
      await page.locator("#visit-3-own_first-unsure").click();
      const { name, text } = await save(page);
      assert.equal(name, "aidcheck-无锡-2028-06-15.json");
      assertValid("document", JSON.parse(text));

      const other = await browser.openPage(viewport);
      await open(other, text);
      await other.locator("#opened").waitFor();
      assert.deepEqual(await readAnswer(other), await readAnswer(page));
      assert.match(
        await other.locator("#opened").innerText(),
        /2028年6月15日[^]*规则没有变。\s*各项金额和当时一样/,
      );
      assert.equal(await other.locator("#put-back").count(), 0);
      // Screen by screen and bill by bill: going back from the answer loses nothing.
      const entered = await readAllEntries(page, 3);
      assert.equal(entered["visit-3-from"], "5月4日");
      assert.deepEqual(await readAllEntries(other, 3), entered);
      assert.equal((await save(other)).text, text);
      assert.deepEqual([...page.watch.complaints, ...other.watch.complaints], []);
    });

    test(`a QR code that holds what was shown first, and opens: ${size}`, async () => {
      const page = await browser.openPage(viewport);
      await enterCase(page, THREE);
      const requests = page.watch.requests.length;
      await reach(page, "make-link");
      assert.equal(await page.locator("svg.code").count(), 0, "nothing is made before it was seen");
      const held = await page.locator("#take-link .contents").innerText();
      for (const words of [
        "无锡市 · 2024",
        "最低生活保障对象（低保）",
        "2023-05-01",
        "居民医保",
        "52000",
        "200.5",
        "2024-05-03",
      ])
        assert.ok(held.includes(words), words);
      await page.locator("#make-link").click();
      const link = await page.locator("#link").inputValue();
      assert.equal(link.split("#")[0], `${browser.address}/`);
      assert.equal(await scan(page), link);
      assert.equal(page.watch.requests.length, requests);

      const other = await browser.newPage(viewport);
      await other.goto(link);
      await other.locator("#opened").waitFor();
      assert.equal(other.url(), `${browser.address}/`, "the case is gone from the address bar");
      assert.deepEqual(await readAnswer(other), await readAnswer(page));
      for (const url of other.watch.requests) assert.ok(!url.includes("c="), url);
      await other.goBack().catch(() => undefined);
      assert.ok(!other.url().includes("#c="), "nor is it one step back");

      // What was made no longer says what the page says.
      await retype(page, "visit-3-total", "600");
      await walkTo(page, "answer");
      await unfold(page, "#make-link");
      assert.equal(await page.locator("svg.code").count(), 0);
      assert.deepEqual([...page.watch.complaints, ...other.watch.complaints], []);
    });

    test(`a clerk sees the first step that differs: ${size}`, async () => {
      const page = await browser.openPage(viewport);
      await enterCase(page, designCase);
      const before = await readAnswer(page);
      await type(page, "settled-1-basic", "2.8万");
      await type(page, "settled-1-assistance", "9,800");
      // 14,000 × 85 % = 11,900; 9,800 is 14,000 × 70 %.
      const verdict = page.locator('#settlement [data-verdict="assistance"]');
      await verdict.locator(".parting").waitFor();
      assert.match(await verdict.innerText(), /先看这一处[^]*9,800[^]*11,900\.00[^]*85%[^]*98号[^]*70%/);
      assert.match(await page.locator('[data-verdict="basic"]').innerText(), /✓ 基本医保：对得上/);
      assert.deepEqual(await readAnswer(page), before, "the person's own case stays");
      await retype(page, "settled-1-assistance", "11900");
      await page.locator(".verdict-fits[data-verdict=assistance]").waitFor();
      await retype(page, "settled-1-assistance", "很多");
      assert.match(await verdict.innerText(), /看不懂/);
      await reach(page, "visit-1-assistance");
      assert.equal(await page.locator("#visit-1-assistance").inputValue(), "");
      assert.deepEqual(page.watch.complaints, []);
    });
  }

  test("a clerk scans the code, and compares without a network, in the elder mode too", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const link = await makeLink(page);
    for (const elder of [false, true]) {
      const clerk = await browser.newPage(elder ? PHONE : DESK);
      await clerk.goto(link);
      await clerk.locator("#opened").waitFor();
      await clerk.context().setOffline(true);
      await clerk.locator(".offline").waitFor();
      if (elder) await clerk.locator("#elder").click();
      else await clerk.locator("#opened button").click();
      await type(clerk, "settled-1-assistance", "9800");
      const verdict = clerk.locator('#settlement [data-verdict="assistance"]');
      await verdict.locator(".parting").waitFor();
      assert.match(await verdict.innerText(), /先看这一处[^]*85%[^]*70%/);
      assert.equal(await clerk.locator("#opened").count(), 1, "it stays in sight");
      assert.deepEqual(clerk.watch.complaints, []);
    }
  });

  test("in the elder mode it is print, file and code; the rest is one press away", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    await page.locator("#elder").click();
    const inSight = page.locator("#take-along").locator("button, summary").filter({ visible: true });
    assert.deepEqual(await inSight.allInnerTexts(), [
      "打印",
      "存成文件",
      "二维码和链接",
      "打开文件、和正式结算核对",
    ]);
    await reach(page, "settled-1-basic");
    assert.ok(await page.locator("#settled-1-basic").isVisible());
    assert.ok(await page.getByRole("button", { name: "打开存过的文件" }).isVisible());
  });

  test("a link that is opened before the engine has arrived waits, and asks nothing that it knows", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const link = await makeLink(page);
    const other = await browser.newPage(PHONE);
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await other.route("**/engine.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await other.goto(link);
    await other.getByRole("heading", { name: "正在准备" }).waitFor();
    assert.equal(await other.locator("#place").count(), 0);
    letGo();
    await other.locator("#opened").waitFor();
    assert.equal((await readAnswer(other)).total, "¥9,100.00");
    for (const each of [page, other]) await each.context().close();
  });

  test("the code is black on white whatever the ground, and is read", async () => {
    const first = await browser.openPage(PHONE);
    await enterCase(first, designCase);
    const { text } = await save(first);
    for (const mode of ["dark", "contrast", "dark contrast", "forced", "elder"]) {
      const page = await browser.openPage(PHONE);
      await open(page, text);
      await page.locator("#opened").waitFor();
      await MODES[mode](page);
      const link = await makeLink(page);
      assert.equal(await scan(page), link, mode);
    }
  });

  test("what was settled earlier in the line counts for what comes after", async () => {
    const page = await browser.openPage(DESK);
    await enterCase(page, designCase);
    await type(page, "settled-1-basic", "27000");
    // (45,000 − 27,000 − 3,000) × 85 % = 12,750
    await type(page, "settled-1-assistance", "12750");
    await page.locator('[data-verdict="assistance"].verdict-fits').waitFor();
    assert.match(
      await page.locator('[data-verdict="basic"]').innerText(),
      /先看这一处[^]*27000[^]*28,000\.00/,
    );
  });

  test("what an earlier page answered otherwise is told, payer by payer", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const document = JSON.parse((await save(page)).text);
    const [pack] = document.answered.packs;
    const earlier = {
      ...document,
      answered: {
        packs: [
          { ...pack, version: "0" },
          { ...pack, id: "320201" },
        ],
        payers: { ...document.answered.payers, assistance: 9800 },
        personal_total: 11200,
      },
    };
    await open(page, JSON.stringify(earlier));
    const opened = page.locator("#opened");
    await opened.waitFor();
    assert.deepEqual(
      await opened.locator("[data-rules]").evaluateAll((items) => items.map((item) => item.dataset.rules)),
      ["edition", "gone"],
    );
    assert.match(
      await opened.locator('[data-since="assistance"]').innerText(),
      /医疗救助：当时 ¥9,800\.00，现在 ¥11,900\.00/,
    );
    assert.match(await opened.locator('[data-since="you"]').innerText(), /当时 ¥11,200\.00，现在 ¥9,100\.00/);
    assert.equal(await opened.locator("[data-since]").count(), 2);
    await setLanguage(page, "en");
    assert.match(await opened.innerText(), /Medical assistance: then ¥9,800\.00, now ¥11,900\.00/);

    await retype(page, "visit-1-total", "1");
    await walkTo(page, "add-visit");
    assert.equal(await opened.count(), 0, "what was opened is no longer what stands here");
  });

  test("whoever has a saved file opens it on the first screen, by keyboard too, and stands before the answer", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const { text } = await save(page);
    const file = { name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) };
    // By the button, or in the elder mode, which has none on its first screen, dropped.
    for (const elder of [false, true]) {
      const other = await browser.openPage(PHONE);
      if (elder) {
        await other.locator("#elder").click();
        assert.equal(await other.locator(".bring-back").count(), 0);
        await drop(other, text);
        await other.locator("#opened").waitFor();
        assert.equal((await readAnswer(other)).total, "¥9,100.00");
        continue;
      }
      const chooser = other.waitForEvent("filechooser");
      await tabTo(other, ".bring-back button");
      await other.keyboard.press("Enter");
      await (await chooser).setFiles(file);
      await other.locator("#opened").waitFor();
      assert.equal(await screenNow(other), "answer");
      assert.ok(await isFocused(other, "#opened"), "what was opened is told first");
      assert.equal((await readAnswer(other)).total, "¥9,100.00");
      await other.goBack();
      assert.equal(await screenNow(other), "where");
      assert.equal(await other.locator("#place").inputValue(), "320200");
      await other.goForward();
      assert.equal(await other.locator("#answer-total").innerText(), "¥9,100.00");
      assert.deepEqual(other.watch.complaints, []);
    }
  });

  test("what was saved half done opens where the first thing is missing", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const half = JSON.parse((await save(page)).text);
    delete half.answered;
    for (const [leave, screen, missing] of [
      [(entered) => delete entered.visits[0].from, "bill", "#visit-1-from"],
      [(entered) => (entered.identities = []), "who", "#identities"],
    ]) {
      const document = structuredClone(half);
      leave(document.case);
      for (const elder of [false, true]) {
        const other = await browser.openPage(PHONE);
        if (elder) await other.locator("#elder").click();
        await (elder ? drop : open)(other, JSON.stringify(document));
        await other.locator("#opened").waitFor();
        assert.equal(await screenNow(other), screen);
        assert.ok(await other.locator(missing).isVisible());
        assert.match(await other.locator("#opened").innerText(), /2028年6月15日[^]*还没有算出结果[^]*还差：/);
      }
    }
  });

  test("what stood on the page before can be put back", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const { text } = await save(page);
    await retype(page, "visit-1-total", "52001");
    await open(page, text);
    await page.locator("#put-back").click();
    assert.equal(await screenNow(page), "answer");
    assert.ok(await isFocused(page, "#answer"), "the focus is not lost");
    await reach(page, "visit-1-total");
    assert.equal(await page.locator("#visit-1-total").inputValue(), "52001");
    // And where it stood.
    await open(page, text);
    await page.locator("#put-back").waitFor();
    await reach(page, "identities");
    await walkTo(page, "answer");
    await page.locator("#put-back").click();
    await reach(page, "visit-1-total");
    assert.equal(await page.locator("#visit-1-total").inputValue(), "52001");
  });

  test("a document of the oldest format opens", async () => {
    const page = await browser.openPage(PHONE);
    const old = { aidcheck: 0, on: "2026-10-01", lang: "zh-Hans" };
    const visit = {
      from: "2024-03-01",
      facts: { kind: "inpatient", where: "county", referral: "not_needed" },
    };
    await open(
      page,
      JSON.stringify({
        ...old,
        case: {
          place: "320200",
          year: "2024",
          identities: ["subsistence"],
          facts: { insurance: "resident", registered_here: "true", old_fact: "x" },
          visits: [{ ...visit, sheet: designCase.visits[0].sheet }].map((each) => ({
            ...each,
            sheet: Object.fromEntries(
              Object.entries(each.sheet).map(([name, amount]) => [name, `${amount}`]),
            ),
          })),
        },
      }),
    );
    await page.locator("#opened").waitFor();
    assert.equal((await readAnswer(page)).total, "¥9,100.00");
    assert.match(await page.locator("#opened").innerText(), /当时还没有算出结果[^]*没有用上：old_fact/);
  });

  test("what cannot be opened says why and leaves all as it is", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    const answer = await readAnswer(page);
    const whole = (await save(page)).text;
    for (const [text, why] of [
      ["", "syntax"],
      [whole.slice(0, 300), "syntax"],
      ["{}", "foreign"],
      ["x".repeat(2 ** 20 + 1), "foreign"],
      [whole.replace('"aidcheck": 1', '"aidcheck": 2'), "newer"],
      [whole.replace('"visits"', '"vists"'), "broken"],
    ]) {
      await open(page, text);
      await page.locator(`#opened [data-unread="${why}"]`).waitFor();
      assert.deepEqual(await readAnswer(page), answer);
    }
    assert.match(await page.locator("#opened").innerText(), /\/case\/vists/);
    // As text, whatever stands in the file.
    await open(page, whole.replace('"visits"', '"<img src=x onerror=alert(1)>"'));
    await page.locator("#opened", { hasText: "<img" }).waitFor();
    assert.equal(await page.locator("#opened img").count(), 0);

    const link = await makeLink(page);
    const other = await browser.newPage(PHONE);
    await other.goto(link.slice(0, -30));
    await other.locator('#opened [data-unread="cut"]').waitFor();
    assert.equal(other.url(), `${browser.address}/`);
    // Onto the same page, the whole link.
    await other.goto(link);
    await other.locator("#opened", { hasText: "已打开" }).waitFor();
    assert.equal((await readAnswer(other)).total, answer.total);
    assert.deepEqual([...page.watch.complaints, ...other.watch.complaints], []);
  });

  test("a file can be dropped", async () => {
    const page = await browser.openPage(DESK);
    await enterCase(page, designCase);
    const { text } = await save(page);
    const other = await browser.openPage(DESK);
    assert.equal(await screenNow(other), "where");
    await drop(other, text);
    await other.locator("#opened").waitFor();
    assert.equal((await readAnswer(other)).total, "¥9,100.00");
  });

  test("too much for a QR code: the link is there, and the file is named", async () => {
    const page = await browser.openPage(DESK);
    await enterPlace(page, designCase);
    const visit = {
      from: "2024-03-01",
      facts: { kind: "inpatient", where: "county", referral: "not_needed" },
      sheet: { total: "52000.12", fully_own: "3000.34", in_scope: "45000.56", basic: "28000.78" },
    };
    const many = { place: "320200", year: "2024", standing: "none", visits: Array(15).fill(visit) };
    await open(page, JSON.stringify({ aidcheck: 1, on: "2026-11-22", lang: "zh-Hans", case: many }));
    await page.locator("#opened").waitFor();
    await makeLink(page);
    assert.equal(await page.locator("svg.code").count(), 0);
    assert.match(await page.locator("#take-link").innerText(), /内容太多[^]*存成文件/);
  });

  test("printed, the design's case is one page of A4 that says all", async () => {
    const page = await browser.openPage(DESK);
    await enterCase(page, designCase);
    await page.clock.setFixedTime(new Date("2028-06-16T09:00:00+08:00"));
    for (const withCode of [false, true]) {
      if (withCode) await makeLink(page);
      for (const language of ["zh-Hans", "en"]) {
        await setLanguage(page, language);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.equal(pagesOf(pdf), 1, `${language}, code: ${withCode}`);
        assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      }
    }
    assert.equal(await page.locator(".paper").count(), 0, "afterwards the paper is gone");

    await setLanguage(page, "zh-Hans");
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const paper = await page.locator(".paper").innerText();
    for (const words of [
      "无锡市 · 2024",
      "2028年6月16日打印",
      "¥9,100.00",
      "先行自付（乙类）：4000",
      "2024-08-15",
      "×85%",
      "锡政办发〔2022〕98号（六）",
      "2023年1月1日起的规则第 ",
      "不是结算",
    ])
      assert.ok(paper.replace(/\s+/g, " ").includes(words), words);
    const { places } = JSON.parse(readFileSync("rules/index.json", "utf8"));
    const [version] = places.find(({ code }) => code === "320200").versions;
    assert.ok(paper.includes(version.hash), "the hash of the rules");
    assert.equal(await page.locator(".page").isVisible(), false);
    // Black and white: each payer has a pattern of its own.
    const drawn = await page
      .locator(".paper .bar rect")
      .evaluateAll((all) => all.map((rect) => [getComputedStyle(rect).fill, rect.getAttribute("fill")]));
    const patterns = drawn.map(([, fill]) => fill).filter(Boolean);
    assert.equal(new Set(patterns).size, 4);
    for (const [colour, fill] of drawn) if (!fill) assert.match(colour, /^rgb\((0, 0, 0|255, 255, 255)\)$/);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await page.locator(".page").isVisible(), true);
  });

  test("without an answer the page prints as it is", async () => {
    const page = await browser.openPage(DESK);
    await choose(page, "place", "320200");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator(".paper").count(), 0);
  });

  test("by keyboard alone: the code is made and a settlement compared", async () => {
    const page = await browser.openPage(PHONE);
    await enterCase(page, designCase);
    await walkTo(page, "answer");
    await page.locator("#take-link > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("svg.code").waitFor();
    assert.ok(await isFocused(page, "#made"), "what was made takes the focus");
    await page.locator("#settlement > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("28000");
    await page.locator('[data-verdict="basic"].verdict-fits').waitFor();
  });

  test("fits the screen and suits everyone, with all of it open", async () => {
    const page = await browser.openPage(PHONE, { bypassCSP: true, reducedMotion: "reduce" });
    await enterCase(page, designCase);
    const document = JSON.parse((await save(page)).text);
    document.answered.payers.assistance = 1;
    await open(page, JSON.stringify(document));
    await page.locator("#opened").waitFor();
    await page.evaluate(axe);
    await makeLink(page);
    await type(page, "settled-1-assistance", "9800");
    await page.locator("#settlement .parting").waitFor();
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      assert.ok(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
        `${width} px`,
      );
      const found = await page.evaluate(() =>
        globalThis.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`),
        [],
      );
    }
  });
});
