import assert from "node:assert/strict";
import { test } from "node:test";
import { ownUtf8 } from "./utf8.js";

/** The last and first of each length, and what lies around the surrogates. */
const EDGES = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];

test("every length of character goes there and back as the platform has it", () => {
  const texts = [
    ...EDGES.map((code) => String.fromCodePoint(code)),
    "",
    "无锡市 – 𠮷 € é",
    "a".repeat(20_000),
  ];
  for (const text of [...texts, texts.join("")]) {
    const bytes = ownUtf8.encode(text);
    assert.deepEqual(bytes, new TextEncoder().encode(text));
    assert.equal(ownUtf8.decode(bytes), text);
  }
});

test("a long text is put together out of parts, wherever a part ends", () => {
  for (const start of ["", "a", "ab"]) {
    const text = start + "𠮷救".repeat(9000);
    assert.equal(ownUtf8.decode(new TextEncoder().encode(text)), text);
  }
});

test("a lone surrogate becomes what the platform makes of it", () => {
  for (const text of ["\ud800", "a\udc00b", "\udc00\ud800"]) {
    assert.deepEqual(ownUtf8.encode(text), new TextEncoder().encode(text));
  }
});
