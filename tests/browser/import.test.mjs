// The sheet need not be typed: pasted words, a chosen or dropped file; what was not understood is listed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, PHONE, openBrowser } from "./browser.mjs";
import { designCase } from "./cases.mjs";
import * as keyboard from "./keyboard.mjs";
import { answer, enterIdentities, enterPlace, type } from "./mouse.mjs";
import { readAnswer } from "./read.mjs";
import { reach, walkTo } from "./walk.mjs";

/** The design's sheet as a hospital's program hands it over, by the interface's names. */
const SETTLEMENT = JSON.stringify({
  output: {
    setlinfo: {
      psn_name: "某某",
      insutype: "390",
      med_type: "21",
      begndate: "2024-03-01",
      enddate: "2024-03-12",
      medfee_sumamt: 52000,
      fulamt_ownpay_amt: 3000,
      preselfpay_amt: 4000,
      inscp_scp_amt: 45000,
      hifp_pay: 28000,
      hifmi_pay: 3000,
      new_fund_pay: 12,
    },
  },
});

const WORDS = `医疗费总额：５２，０００．００元
全自费 3000
先行自付金额 0.4万元
符合政策范围金额 45000.00
基本医疗保险统筹基金支付 28,000.00
居民大病保险资金支付 3000
陪护床位费 120`;

const TABLE = `医疗费总额,全自费,先行自付金额,符合政策范围金额,基本医疗保险统筹基金支付,大病保险支付
52000,3000,4000,45000,28000,3000
500,100,0,400,200.5,0
`;

/** In GB18030, as programs for Windows write it; the words of WORDS' first line and its amount. */
const GB = Buffer.from([
  0xd2, 0xbd, 0xc1, 0xc6, 0xb7, 0xd1, 0xd7, 0xdc, 0xb6, 0xee, 0x3a, 0x35, 0x32, 0x30, 0x30, 0x30, 0x0a,
]);

const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
const choose = (page, name, content) => page.locator("#import-file").setInputFiles(file(name, content));

async function drop(page, name, content) {
  const files = await page.evaluateHandle(
    ([called, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], called));
      return transfer;
    },
    [name, content],
  );
  await page.locator("#import").dispatchEvent("drop", { dataTransfer: files });
}

async function paste(page, text) {
  await reach(page, "import-text");
  await page.locator("#import-text").evaluate((box, pasted) => {
    box.value = pasted;
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, text);
}

const understood = (page) =>
  page
    .locator("#import [data-field]")
    .evaluateAll((all) => Object.fromEntries(all.map((each) => [each.dataset.field, each.innerText])));
const left = (page) =>
  page.locator("#import [data-reason]").evaluateAll((all) => all.map(({ textContent }) => textContent));

describe("a sheet from elsewhere", () => {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());

  async function openAtBills(viewport = PHONE) {
    const page = await browser.openPage(viewport);
    await enterPlace(page, designCase);
    await enterIdentities(page, designCase.person.identities);
    await walkTo(page, "import");
    return page;
  }

  for (const [how, give] of [
    ["pasted", (page) => paste(page, SETTLEMENT)],
    ["chosen", (page) => choose(page, "settlement.json", SETTLEMENT)],
    ["dropped", (page) => drop(page, "settlement.json", SETTLEMENT)],
  ]) {
    test(`a file is dropped, chosen or pasted: ${how}`, async () => {
      const page = await openAtBills();
      const requests = page.watch.requests.length;
      await give(page);
      await page.locator("#import-take").waitFor();
      const seen = await understood(page);
      assert.match(seen.total, /医疗费总额[^]*medfee_sumamt[^]*52,000\.00/);
      assert.match(seen.in_scope, /45,000\.00/);
      assert.match(seen.from, /2024年3月1日/);
      assert.ok(
        (await left(page)).some((words) => /new_fund_pay 12/.test(words)),
        "what it does not know",
      );
      assert.ok(!(await page.locator("#import [data-field]").allInnerTexts()).join().includes("某某"));
      await page.locator("#import-take").click();

      assert.match(await page.locator("#import").innerText(), /已填好 1 张账单/);
      assert.match(await page.locator("#visit-1").innerText(), /住院 · 2024年3月1日至3月12日[^]*52,000/);
      assert.equal(await page.locator("#visit-2").count(), 0, "the blank one made room");
      // What no sheet says is asked as always.
      await answer(page, "person-registered_here", true);
      await answer(page, "visit-1-where", "county");
      await answer(page, "visit-1-referral", "not_needed");
      assert.equal((await readAnswer(page)).total, "¥9,100.00");
      assert.equal(page.watch.requests.length, requests, "nothing left the device");
      assert.deepEqual(page.watch.complaints, []);
      await page.context().close();
    });
  }

  test("words of a sheet with full-width digits, 万, 元 and a line that no form has; typed by keyboard alone", async () => {
    const page = await openAtBills(DESK);
    await keyboard.press(page, "#import > details > summary");
    await keyboard.tabTo(page, "#import-text");
    await page.keyboard.insertText(WORDS);
    assert.equal(await page.locator("#import-take").count(), 0, "who types says when it is all");
    await keyboard.press(page, "#import-read");
    const amounts = Object.entries(await understood(page)).map(([field, words]) => [
      field,
      /([\d,.]+)\s*元$/.exec(words)?.[1],
    ]);
    assert.deepEqual(Object.fromEntries(amounts), {
      total: "52,000.00",
      fully_own: "3,000.00",
      own_first: "4,000.00",
      in_scope: "45,000.00",
      basic: "28,000.00",
      serious_illness: "3,000.00",
    });
    assert.ok((await left(page)).some((words) => /陪护床位费/.test(words)));
    await keyboard.press(page, "#import-take");
    await walkTo(page, "visit-1-own_first");
    assert.equal(await page.locator("#visit-1-own_first").inputValue(), "4000.00");
    await page.context().close();
  });

  test("a table of several bills becomes as many; those already there stay", async () => {
    const page = await openAtBills();
    await type(page, "visit-1-total", "77");
    await walkTo(page, "import");
    await paste(page, TABLE);
    await page.locator("#import-take").click();
    const cards = page.locator(".visit");
    assert.equal(await cards.count(), 3);
    assert.deepEqual(await page.locator(".visit .visit-amounts div:first-child dd").allInnerTexts(), [
      "77",
      "52,000.00",
      "500.00",
    ]);
    await page.context().close();
  });

  test("what cannot be read says why and what to do; nothing that was typed is lost, and nothing becomes HTML", async () => {
    const page = await openAtBills();
    await type(page, "visit-1-total", "77");
    await walkTo(page, "import");
    const problem = page.locator("#import-problem");
    for (const [content, words] of [
      ["  ", /还没有内容/],
      [SETTLEMENT.slice(0, 200), /文件不完整/],
      [SETTLEMENT.replace(":", ";"), /格式有错/],
      ["PK\u0003\u0004", /这不是文字[^]*CSV/],
      ["今天天气很好", /没有找到账单上的金额/],
    ]) {
      await choose(page, "x", content);
      await problem.waitFor();
      assert.match(await problem.innerText(), words);
    }
    await choose(page, "gbk.txt", GB);
    await page.locator("#import-take").waitFor();
    assert.match((await understood(page)).total, /医疗费总额[^]*52,000\.00/, "a file of a Windows program");
    await choose(page, "x", '{"medfee_sumamt": 1, "<img src=x onerror=alert(1)>": 5}');
    await page.locator("#import [data-reason]", { hasText: "<img" }).waitFor({ state: "attached" });
    assert.equal(await page.locator("#import img").count(), 0);
    await walkTo(page, "visit-1-total");
    assert.equal(await page.locator("#visit-1-total").inputValue(), "77");
    assert.deepEqual(page.watch.complaints, []);
    await page.context().close();
  });

  test("while typing, the sheet says whether it adds up and what may be missing", async () => {
    const page = await openAtBills();
    await type(page, "visit-1-total", "52000");
    await type(page, "visit-1-fully_own", "3000");
    await type(page, "visit-1-in_scope", "45000");
    const parts = (state) => page.locator(`[data-fit="parts-${state}"]`);
    assert.match(await parts("open").innerText(), /还少 4,000\.00\s*元[^]*先行自付/);
    await type(page, "visit-1-own_first", "4000");
    await parts("fits").waitFor();
    await type(page, "visit-1-over_limit", "1");
    await parts("over").waitFor();
    await page.context().close();
  });
});
