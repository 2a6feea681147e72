import assert from "node:assert/strict";
import test from "node:test";
import { firstLanguage } from "./language.js";

const cases: readonly [search: string, preferred: readonly string[], language: string][] = [
  ["", ["zh-CN"], "zh-Hans"],
  ["", ["zh"], "zh-Hans"],
  ["", ["zh-SG", "en"], "zh-Hans"],
  ["", ["zh-TW"], "zh-Hant"],
  ["", ["zh-HK", "zh", "en"], "zh-Hant"],
  ["", ["zh-MO"], "zh-Hant"],
  ["", ["zh-Hant"], "zh-Hant"],
  ["", ["zh-Hant-CN"], "zh-Hant"],
  ["", ["zh-Hans-HK"], "zh-Hans"],
  ["", ["yue-HK"], "zh-Hant"],
  ["", ["ZH-hk"], "zh-Hant"],
  ["", ["en-GB", "zh-CN"], "en"],
  ["", ["fr-FR", "fr", "en"], "en"],
  ["", ["ja"], "zh-Hans"],
  ["", ["enm"], "zh-Hans"],
  ["", [], "zh-Hans"],
  ["?lang=en", ["zh-CN"], "en"],
  ["?lang=zh-Hant", ["zh-CN"], "zh-Hant"],
  ["?a=1&lang=zh-TW", ["en"], "zh-Hant"],
  ["?lang=zh-Hans", ["zh-TW"], "zh-Hans"],
  ["?lang=klingon", ["zh-TW"], "zh-Hant"],
  ["?lang=", ["en"], "en"],
];

for (const [search, preferred, language] of cases) {
  test(`${search || "no wish"}, ${preferred.join(", ") || "nothing preferred"}: ${language}`, () => {
    assert.equal(firstLanguage(search, preferred), language);
  });
}
