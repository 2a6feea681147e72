import assert from "node:assert/strict";
import { test } from "node:test";
import { systemLook } from "./system.js";

test("what an old WeChat does not tell is as usual", () => {
  assert.deepEqual(systemLook({}), { unit: 16, care: false, dark: false, language: "zh-Hans" });
});

test("the sizes of WeChat's care mode are met by the elder mode, on every screen", () => {
  for (const fontSizeSetting of [16, 17, 18.5, 20, 21])
    assert.equal(systemLook({ fontSizeSetting }).care, false);
  for (const fontSizeSetting of [22, 23.8, 24.5, 29.75])
    assert.equal(systemLook({ fontSizeSetting }).care, true);
  assert.equal(systemLook({ fontSizeScaleFactor: 1.4 }).care, true);
});

test("languages as WeChat writes them", () => {
  const languages = ["zh_CN", "zh_TW", "zh_HK", "en", "ja"].map(
    (language) => systemLook({ language }).language,
  );
  assert.deepEqual(languages, ["zh-Hans", "zh-Hant", "zh-Hant", "en", "zh-Hans"]);
});
