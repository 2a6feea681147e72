import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "./a-form.js";
import { Atlas, NATION, readProvinces, type Place } from "./places.js";

const provinces = readProvinces({
  "1000": "全国",
  "1100": "北京市",
  "1101": "01东城区 02西城区",
  "3200": "江苏省",
  "3201": "南京市 01市辖区 02玄武区",
  "3202": "无锡市 01市辖区 81江阴市",
  "4200": "湖北省",
  "4290": "省直辖县级行政区划 04仙桃市",
});

const place = (code: string, from: string, until?: string): Place => ({
  code,
  name: words(code),
  versions: [{ file: "", from, version: "1", hash: "", ...(until && { until }) }],
});

const own = [place("320200", "2023-01-01"), place("110000", "2021-01-01", "2024-12-31")];
const atlas = new Atlas([...own, place(NATION, "2022-01-01")], provinces);

test("the list of places becomes provinces with their cities and counties", () => {
  assert.deepEqual(
    provinces.map(({ code, name }) => [code, name]),
    [
      ["110000", "北京市"],
      ["320000", "江苏省"],
      ["420000", "湖北省"],
    ],
  );
  assert.deepEqual(provinces[1]?.regions, [
    { name: "江苏省", places: [{ code: "320000", name: "江苏省" }] },
    {
      name: "南京市",
      places: [
        { code: "320100", name: "南京市" },
        { code: "320102", name: "玄武区" },
      ],
    },
    {
      name: "无锡市",
      places: [
        { code: "320200", name: "无锡市" },
        { code: "320281", name: "江阴市" },
      ],
    },
  ]);
  assert.deepEqual(provinces[0]?.regions[1], {
    name: "",
    places: [
      { code: "110101", name: "东城区" },
      { code: "110102", name: "西城区" },
    ],
  });
  // A heading of the list is no place to live in.
  assert.deepEqual(provinces[2]?.regions[1], {
    name: "省直辖县级行政区划",
    places: [{ code: "429004", name: "仙桃市" }],
  });
});

test("a county has the rules of its city, a district those of its province, all others the nation's", () => {
  for (const [code, rules] of [
    ["320200", "320200"],
    ["320281", "320200"],
    ["110102", "110000"],
    ["320100", undefined],
    ["320000", undefined],
    [NATION, undefined],
  ] as const) {
    assert.equal(atlas.ownRules(code)?.code, rules, code);
  }
  assert.equal(atlas.nation?.code, NATION);
  assert.deepEqual(atlas.own, own);
});

test("places are called by their names", () => {
  assert.equal(atlas.nameOf("429004"), "仙桃市");
  assert.equal(atlas.nameOf("110000"), "北京市");
  assert.equal(atlas.nameOf(NATION), undefined);
});

test("years are those in which rules are in force", () => {
  assert.deepEqual(atlas.years("", 2026), ["2026", "2025", "2024", "2023", "2022", "2021"]);
  assert.deepEqual(atlas.years("320281", 2026), ["2026", "2025", "2024", "2023"]);
  assert.deepEqual(atlas.years("110000", 2026), ["2024", "2023", "2022", "2021"]);
  assert.deepEqual(atlas.years("320100", 2024), ["2024", "2023", "2022"]);
});
