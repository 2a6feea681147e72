// The component and what is around it: WeChat's settings, the page that holds it, and a WeChat without WebAssembly.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import vm from "node:vm";
import { enterDesignCase } from "./people.mjs";
import { Phone } from "./phone.mjs";
import { PACKAGE, packageWasm, requireIn, wxWith } from "./wechat.mjs";

async function opened(attributes, options, steps) {
  const phone = await Phone.open(attributes, options);
  try {
    return await steps(phone);
  } finally {
    phone.close();
  }
}

const unitOf = (settings) => opened({}, { settings }, ({ data }) => data.unit);

test("type grows with WeChat's setting, never below the page's size nor above 30 px for running text", async () => {
  assert.equal(await unitOf({ fontSizeSetting: 17 }), 16);
  assert.equal(await unitOf({ fontSizeSetting: 16 }), 16);
  assert.equal(await unitOf({ fontSizeSetting: 20, fontSizeScaleFactor: undefined }), 18.8);
  assert.equal(await unitOf({ fontSizeSetting: 20, fontSizeScaleFactor: 1.25 }), 20);
  assert.equal(await unitOf({ fontSizeSetting: 60 }), 26.6);
});

test("whoever set WeChat's care mode is met by the elder mode, and can leave it", async () => {
  await opened({}, { settings: { fontSizeSetting: 23.8 } }, async (phone) => {
    assert.match(phone.data.classes, /\belder\b/);
    await phone.tap("elder");
    assert.doesNotMatch(phone.data.classes, /\belder\b/);
  });
});

test("the ground follows the device, until the person chooses one", async () => {
  await opened({}, { settings: { theme: "dark" } }, async (phone) => {
    assert.match(phone.data.classes, /\bdark\b/);
    phone.changeTheme("light");
    assert.doesNotMatch(phone.data.classes, /\bdark\b/);
    await phone.tap("display");
    await phone.tap("theme-dark");
    await phone.tap("contrast");
    assert.match(phone.data.classes, /\bdark contrast\b/);
  });
});

test("the language is WeChat's, or the one that the page around wants", async () => {
  const languageOf = (attributes, language) =>
    opened(attributes, { settings: { language } }, ({ data }) => data.language);
  assert.equal(await languageOf({}, "zh_TW"), "zh-Hant");
  assert.equal(await languageOf({}, "en"), "en");
  assert.equal(await languageOf({}, "de"), "zh-Hans");
  assert.equal(await languageOf({ lang: "zh-Hans" }, "en"), "zh-Hans");
});

test("attributes: a place and a year to begin with, no head of its own, changes afterwards", async () => {
  await opened({ place: "320200", year: "2024", bare: true }, {}, async (phone) => {
    assert.equal(phone.block("place").entry, "无锡市");
    assert.equal(phone.block("year").entry, "2024");
    assert.doesNotMatch(phone.text, /医疗救助自测/);
    await phone.next();
    assert.equal(phone.screen, "who");
    phone.component.setData({ lang: "en", theme: "dark", elder: true });
    await phone.next();
    assert.deepEqual([phone.data.language, phone.data.classes], ["en", "aid-check dark elder"]);
  });
  await opened({ place: "130102" }, {}, (phone) => assert.match(phone.block("place-in-province").entry, /./));
  await opened({ place: "999999" }, {}, (phone) => assert.equal(phone.block("place").entry, "请选择"));
});

const MONEY = /9100|11900|28000|52000|45000/;

test("events tell what happens, and figures only where the page asks for them", async () => {
  const told = (attributes) =>
    opened(attributes, {}, async (phone) => {
      await enterDesignCase(phone);
      return phone.events;
    });
  const silent = await told({});
  assert.deepEqual(silent.at(0), { name: "ready", detail: undefined });
  assert.ok(silent.some(({ name, detail }) => name === "screen" && detail.screen === "answer"));
  assert.deepEqual(silent.filter(({ name }) => name === "estimate").at(-1).detail, { state: "settled" });
  assert.doesNotMatch(JSON.stringify(silent), MONEY);
  const asked = (await told({ figures: true })).filter(({ name }) => name === "estimate");
  const { state, total, personal, payers } = asked.at(-1).detail;
  assert.deepEqual([state, total, personal, payers.assistance], ["settled", 52000, 9100, 11900]);
});

test("without WebAssembly it says so, offers to try again and can still be filled in", async () => {
  await opened({}, { wasm: false }, async (phone) => {
    assert.match(phone.text, /没能打开/);
    assert.match(phone.text, /12393/);
    assert.equal(phone.events[0].name, "failure");
    await phone.choose("place", "320200");
    globalThis.WXWebAssembly = packageWasm;
    await phone.tap("again");
    await phone.choose("year", "2024");
    assert.doesNotMatch(phone.text, /没能打开/);
    await phone.next();
    assert.equal(phone.screen, "who");
  });
});

test("two on one page know nothing of each other", async () => {
  await opened({}, {}, (one) =>
    opened({}, {}, async (other) => {
      await one.choose("place", "320200");
      assert.equal(other.block("place").entry, "请选择");
      assert.equal(one.block("place").entry, "无锡市");
    }),
  );
});

test("only what has changed is sent to the screen", async () => {
  await opened({ place: "320200", year: "2024" }, {}, async (phone) => {
    await phone.next();
    const sent = [];
    const { instance } = phone.component;
    const { setData } = instance;
    instance.setData = function (data, ...more) {
      sent.push(...Object.keys(data));
      return setData.call(this, data, ...more);
    };
    await phone.tap("identity-subsistence");
    assert.ok(
      sent.every((path) => /^sections\[\d+\]$/.test(path)),
      sent.join(),
    );
  });
});

/** The page's own script, with nothing but what WeChat gives. */
function pageIn(settings) {
  let page;
  const { wx } = wxWith(settings);
  const context = vm.createContext({ wx, Page: (options) => (page = options) });
  requireIn(context, "pages/index/index.js");
  return page;
}

test("the card that is sent on holds nothing of anybody's case, whatever was entered", async () => {
  const page = pageIn({});
  const before = JSON.stringify([page.onShareAppMessage({ from: "menu" }), page.onShareTimeline()]);
  await opened({}, {}, enterDesignCase);
  const card = page.onShareAppMessage({ from: "menu" });
  assert.equal(JSON.stringify([card, page.onShareTimeline()]), before);
  assert.deepEqual(Object.keys(card).sort(), ["imageUrl", "path", "title"]);
  assert.equal(card.title, "医疗救助自测：看病花的钱，谁来付、付多少、为什么");
  assert.equal(card.path, "/pages/index/index");
  // Without a picture of its own WeChat takes one of the screen.
  const picture = readFileSync(join(PACKAGE, card.imageUrl));
  assert.deepEqual([...picture.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [500, 400]);
});

test("the card speaks the language of WeChat", () => {
  assert.match(pageIn({ language: "zh_HK" }).onShareTimeline().title, /醫療救助/);
  assert.match(pageIn({ language: "en" }).onShareTimeline().title, /^[\x20-\x7e：–—’]+$/);
});
