import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { codesInc, decodeCodes, parsePlaces, placesJson, readPlaces } from "../../script/lib/places.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const places = readPlaces();
const listed = parsePlaces(JSON.parse(read("rules/places.json")));
const table = read("engine/src/place/codes.inc");
const bytes = /kPlaceCodes\[\] = \{([^}]*)\}/.exec(table)[1].match(/\d+/g).map(Number);
const known = new Set(decodeCodes(bytes));

test("rules/places.json is what script/places makes of the pinned package", () => {
  assert.equal(read("rules/places.json"), placesJson(places));
});

test("engine/src/place/codes.inc is what script/places makes of the pinned package", () => {
  assert.equal(table, codesInc(places.map((place) => place.code)));
});

test("the list and the engine's table read back as the places of the package", () => {
  assert.deepEqual(
    [...listed].sort().map(([code, name]) => ({ code, name })),
    places,
  );
  assert.deepEqual(
    [...known],
    places.map((place) => place.code),
  );
  assert.ok(bytes.every((byte) => byte <= 255));
});

const expected = {
  100000: "全国",
  110000: "北京市",
  110101: "东城区",
  320200: "无锡市",
  320281: "江阴市",
  429000: "省直辖县级行政区划",
  429004: "仙桃市",
  441900: "东莞市",
  659000: "自治区直辖县级行政区划",
  710000: "台湾省",
  810000: "香港特别行政区",
  810001: "中西区",
  820000: "澳门特别行政区",
};
for (const [code, name] of Object.entries(expected)) {
  test(`${code} is ${name}`, () => {
    assert.equal(listed.get(code), name);
    assert.ok(known.has(code));
  });
}

// 320204 was Wuxi's 北塘区 until 2015; the package holds today's codes. 110100 is the heading under which the standard
// lists Beijing's districts: nobody lives in a heading, and the package leaves it out. Hotan's counties of December
// 2024 (after 653227) are not in the package yet.
for (const code of ["999999", "000000", "320204", "320299", "110100", "653228"]) {
  test(`${code} is not a place`, () => {
    assert.ok(!listed.has(code));
    assert.ok(!known.has(code));
  });
}
