// Traditional characters in the page are OpenCC's, phrases and all, and our own terms, though the page has neither.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { openCC, terms, wanted } from "../../web/hant/opencc.mjs";
import { hantTable, tableSource } from "../../web/hant/plugin.mjs";
import { converterOf, tableOf } from "../../web/hant/table.mjs";
import { stringsIn, texts } from "../../web/hant/texts.mjs";
import { loadWasm } from "../../script/lib/wasm.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BUDGET = 3000;

/** The page's own code with the table that the build gives it. */
async function pagesToHant() {
  const { outputFiles } = await build({
    entryPoints: [`${root}/web/text/hant.ts`],
    bundle: true,
    format: "esm",
    write: false,
    plugins: [hantTable],
  });
  const { toHant } = await import(`data:text/javascript;base64,${btoa(escapeUnicode(outputFiles[0].text))}`);
  return toHant;
}

const escapeUnicode = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const toHant = await pagesToHant();

function assertConverted(all) {
  const wrong = all.filter((text) => toHant(text) !== wanted(text));
  assert.deepEqual(
    wrong.map((text) => [toHant(text), wanted(text)]),
    [],
  );
}

test("every text of page, engine, packs and places becomes what OpenCC and our terms make of it", () => {
  assert.ok(texts.length > 4000);
  // One of each: page, engine, pack, places, and what a pack prints.
  for (const text of ["医疗救助自测", "内容嵌套超过 ", "锡政办发〔2022〕98号", "台州市", "30万元"]) {
    assert.ok(texts.includes(text), text);
  }
  assertConverted(texts);
});

test("so does every answer of the engine to every worked example", async () => {
  const wasm = `${root}/dist/engine.wasm`;
  assert.ok(existsSync(wasm), "dist/engine.wasm is not there: run script/build first");
  const call = await loadWasm(wasm);
  const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));
  const read = (path) => JSON.parse(readFileSync(path, "utf8"));
  const said = new Set();
  for (const place of readdirSync(`${root}/rules/packs`)) {
    const folder = `${root}/rules/packs/${place}`;
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
      call("aidcheck_load", bytes(read(`${folder}/${file}`)));
    }
    stringsIn(JSON.parse(call("aidcheck_describe", bytes({ place })).text)).forEach((text) => said.add(text));
    for (const file of readdirSync(`${folder}/examples`)) {
      const { text } = call("aidcheck_estimate", bytes(read(`${folder}/examples/${file}`).case));
      stringsIn(JSON.parse(text)).forEach((each) => said.add(each));
    }
  }
  assert.ok(said.size > 3000, `only ${said.size} texts`);
  assertConverted([...said]);
});

test("the characters that stand for several are told apart", () => {
  for (const [simplified, traditional] of [
    ["医疗救助", "醫療救助"],
    ["锡政办发〔2022〕98号", "錫政辦發〔2022〕98號"],
    ["答复", "答覆"],
    ["请复核；不能重复", "請複核；不能重複"],
    ["报备核准、起付标准", "報備核准、起付標準"],
    ["公布，发布", "公布，發布"],
    ["16周岁以下", "16周歲以下"],
    ["累计、关系、系统", "累計、關係、系統"],
    ["这里，阿里地区", "這裡，阿里地區"],
    ["台州市、烟台市", "台州市、煙臺市"],
    ["不选的话，先当作“职工”来算", "不選的話，先當作「職工」來算"],
  ]) {
    assert.equal(toHant(simplified), traditional);
    assert.equal(wanted(simplified), traditional);
  }
});

test("figures, codes and what is traditional already stay as they are", () => {
  const kept = "xi98 ¥11,900.00 45,000.00–98,000.00 ≥ 85% 2024-03-01 〔2022〕 medfee_sumamt 320200";
  assert.equal(toHant(kept), kept);
  for (const text of texts) {
    const converted = toHant(text);
    assert.equal(toHant(converted), converted);
    const figures = (of) => of.replace(/[\p{Script=Han}“”「」]/gu, "");
    assert.equal(figures(converted), figures(text));
  }
});

test("each of our terms is needed and occurs; the official ones are what OpenCC says too", () => {
  const all = texts.join("\n");
  for (const [group, entries] of Object.entries(terms)) {
    for (const [simplified, traditional] of Object.entries(entries)) {
      assert.ok(all.includes(simplified), `${simplified} does not occur`);
      if (group === "official") assert.equal(openCC(simplified), traditional);
      else
        assert.ok(
          texts.some((text) => text.includes(simplified) && openCC(text) !== wanted(text)),
          simplified,
        );
    }
  }
});

test(`the table takes less than ${BUDGET} bytes of the page after brotli`, () => {
  const size = brotliCompressSync(tableSource()).length;
  assert.ok(size < BUDGET, `${size} bytes`);
});

test("a table of a few texts: characters as they stand alone, and a phrase for each that differs", () => {
  const small = ["头发", "发生", "出发"];
  const table = tableOf(small, wanted);
  assert.deepEqual(table, { from: "发头", to: "發頭", phrases: [["头发", "頭髮"]] });
  const convert = converterOf(table);
  assert.deepEqual(small.map(convert), ["頭髮", "發生", "出發"]);
  assert.equal(convert("没有见过的头发，发"), "没有见过的頭髮，發");
});

test("a text that changes its length is refused, as is one that nothing tells from another", () => {
  assert.throws(() => tableOf(["网络"], () => "網"), /Not character for character/);
  const moody = (text) => (text === "发" || text === "一发" ? "一發".slice(-text.length) : text);
  assert.throws(() => tableOf(["一发", "一发，"], moody), /No phrase tells why/);
});
