import assert from "node:assert/strict";
import { describe, test } from "node:test";
import jsqr from "jsqr";
import { form } from "../a-form.js";
import { compacted, expanded, type Plain } from "./compact.js";
import { enteredIn, type CaseDocument } from "./document.js";
import { fragmentOf, markOf, readFragment } from "./link.js";
import { codeOf, type Code } from "./qr.js";
import { random, randomState } from "./random-state.js";
import { isUnread } from "./read.js";
import { WORDS } from "./words.js";

const documentOf = (seed: number): CaseDocument => {
  const state = randomState(random(seed));
  return { aidcheck: 1, on: "2026-11-22", lang: state.language, case: enteredIn(state, form) };
};

describe("JSON as digits and capitals", () => {
  const values: Plain[] = [
    "",
    "52000.50",
    "-1.5-2",
    "in_scope",
    "in_scopebasic",
    "X",
    "1.2万元",
    "😀\u0000\ud800é",
    0,
    -12.5,
    1e12,
    true,
    false,
    null,
    [],
    {},
    [[], {}, [""], "", "", 1, 2, null],
    { a: { b: [{ c: "" }] }, total: "1", "": "x" },
  ];
  for (const value of values) {
    test(JSON.stringify(value), () => {
      const compact = compacted(value);
      assert.match(compact, /^[0-9A-Z.-]+$/);
      assert.deepEqual(expanded(compact), value);
    });
  }

  test("every word has a code of its own", () => {
    const codes = new Set(WORDS.map((word) => compacted(word)));
    assert.equal(codes.size, WORDS.length);
    assert.equal(new Set(WORDS).size, WORDS.length);
    assert.ok(WORDS.length <= 16 + 4 * 36);
  });

  test("the first words keep their codes for ever", () => {
    assert.equal(compacted({ from: "2024-03-01", total: "12" }), "UAXP03-01XIX12W");
    assert.equal(compacted(["aidcheck", "insurance", "registered_here", "true"]), "VQ0XQVXQZXR0W");
  });

  test("what is none of ours is nothing, and never throws", () => {
    const broken = [
      "",
      "U",
      "W",
      "WW",
      "UAW",
      "UAXAXAW",
      "UVWAW",
      "VX",
      "VW1",
      "YD",
      "YD1.2.3",
      "YD1A",
      "YTYT",
    ];
    for (const compact of [...broken, "AYT", "a", "Z12", "TZ"])
      assert.equal(expanded(compact), undefined, compact);
    assert.equal(expanded("V".repeat(200_000)), undefined);
    assert.ok(expanded("V".repeat(50_000) + "W".repeat(50_000)));
    const next = random(6);
    const signs = "UVWXYZAQTD0-.F";
    for (let round = 0; round < 20_000; round += 1) {
      const compact = Array.from(
        { length: next() * 12 },
        () => signs[Math.floor(next() * signs.length)],
      ).join("");
      expanded(compact);
    }
  });
});

describe("a case in the address", () => {
  const fragment = fragmentOf(documentOf(4));

  test("is made of what no messenger takes for the end of a link", () => {
    assert.match(fragment, /^#c=[0-9A-Z.-]*[0-9A-Z]{4}$/);
  });

  test("an address without a case is none", () => {
    for (const other of ["", "#", "#answer", "#d=5"]) assert.equal(readFragment(other), undefined);
  });

  test("cut anywhere, or with one sign changed, it says so", () => {
    for (let length = 3; length < fragment.length; length += 1)
      assert.deepEqual(readFragment(fragment.slice(0, length)), { why: "cut" }, String(length));
    for (let at = 3; at < fragment.length; at += 1) {
      const changed = fragment.slice(0, at) + (fragment[at] === "5" ? "6" : "5") + fragment.slice(at + 1);
      assert.deepEqual(readFragment(changed), { why: "cut" }, String(at));
    }
    assert.deepEqual(readFragment(fragment.toLowerCase()), { why: "cut" });
  });

  test("with a check of its own but another content, it is read like a file", () => {
    const newer = fragmentOf({ ...documentOf(4), aidcheck: 7 as 1 });
    assert.deepEqual(readFragment(newer), { why: "newer" });
    const made = fragmentOf({ ...documentOf(4), on: "" });
    assert.deepEqual(readFragment(made), { why: "broken", at: "/on" });
  });

  test("a hash goes along as its first six bytes", () => {
    // a0 42 9f d8 3b b6
    assert.equal(markOf("sha256-oEKf2Du2blSb5saLqgeYNAshg7ZtMJ0dMzlIKiFmfXY="), String(0xa0429fd83bb6));
    assert.equal(markOf(""), "0");
  });
});

/** As a camera sees it, four dots a module. */
function scan({ path, size }: Code): string | undefined {
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * side + Number(x) * scale) * 4;
      for (let at = from; at < from + Number(width) * scale * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsqr(pixels, side, side)?.data;
}

describe("the QR code", () => {
  test("says the address, for many of them", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const address = `https://ybj.example.gov.cn/aidcheck/${fragmentOf(documentOf(seed))}`;
      const code = codeOf(address);
      if (code) assert.equal(scan(code), address);
      else assert.ok(address.length > 600, `${address.length} signs are not too long`);
    }
  });

  test("three ordinary bills fit, at 85 modules a side at most", () => {
    const bill = (month: number) => ({
      from: `2024-0${month}-01`,
      until: `2024-0${month}-12`,
      facts: { kind: "inpatient", where: "county", referral: "not_needed", hospital: "secondary" },
      sheet: {
        total: "52000.35",
        fully_own: "3000",
        own_first: "4000.12",
        in_scope: "45000.23",
        basic: "28000.05",
        serious_illness: "3000",
      },
      unsure: [],
    });
    const { case: entered } = documentOf(1);
    const fragment = fragmentOf({
      aidcheck: 1,
      on: "2026-11-22",
      lang: "zh-Hans",
      case: {
        ...entered,
        place: "320200",
        year: "2024",
        province: "",
        identities: [{ category: "subsistence", from: "2023-05-01", until: "" }],
        standing: "",
        help: false,
        asked: [],
        supposed: "",
        facts: { insurance: "resident", registered_here: "true" },
        unsure: [],
        visits: [bill(1), bill(4), bill(7)],
        before: { pools: {}, cumulative: {}, counts: {} },
        readings: {},
      },
      answered: {
        packs: [{ id: "320200", from: "2023-01-01", version: "1", hash: "sha256-oEKf2Du2blSb" }],
        payers: { basic: 84000.15, serious_illness: 9000, assistance: 35700.12, top_up: 0 },
        personal_total: 27300.2,
      },
    });
    const address = `https://ybj.example.gov.cn/aidcheck/${fragment}`;
    const code = codeOf(address);
    assert.ok(code && code.size <= 85, `${code?.size}`);
    assert.equal(scan(code), address);
    assert.ok(!isUnread(readFragment(fragment) ?? { why: "cut" }));
  });

  test("too long an address has none", () => {
    assert.equal(codeOf(`https://example.org/#c=${"A".repeat(5000)}`), undefined);
  });
});
