import assert from "node:assert/strict";
import test from "node:test";
import { printedIn, textsIn, wordsIn } from "./index.js";

const hant = textsIn("zh-Hant");

test("all texts of the page are there in traditional characters, those put together too", () => {
  assert.equal(hant.title, "醫療救助自測");
  assert.equal(hant.problems.amount, "這個數沒看懂。請只寫數字，例如 12000 或 1.2萬。");
  assert.deepEqual(hant.answerStartSteps, ["選城市和年份", "選您的身份", "照著結算單填賬單"]);
  assert.equal(hant.recognition.likely(2), "很可能是，可以去申請（2）");
  assert.equal(hant.placeIn("江苏省"), "江蘇省的哪個市、縣");
  assert.equal(hant.dateRange(["2024", "03", "01"], ["2024", "03", "12"]), "2024年3月1日至3月12日");
  assert.deepEqual(Object.keys(hant), Object.keys(textsIn("zh-Hans")));
  assert.equal(textsIn("zh-Hant"), hant);
});

test("what engine and packs say is made of the simplified words", () => {
  const words = { "zh-Hans": "这次没有可用的救助身份", en: "No category" };
  assert.equal(wordsIn("zh-Hans", words), words["zh-Hans"]);
  assert.equal(wordsIn("zh-Hant", words), "這次沒有可用的救助身份");
  assert.equal(wordsIn("en", words), words.en);
});

test("what a document prints is traditional on that page alone", () => {
  assert.equal(printedIn("zh-Hant", "30万元"), "30萬元");
  assert.equal(printedIn("en", "30万元"), "30万元");
  assert.equal(printedIn("zh-Hans", "30万元"), "30万元");
});
