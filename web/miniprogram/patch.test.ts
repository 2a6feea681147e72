import assert from "node:assert/strict";
import { test } from "node:test";
import { patchOf } from "./patch.js";

test("nothing changed, nothing sent", () => {
  assert.deepEqual(patchOf({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), {});
});

test("of a list that stays as long, the items that changed; else the whole list", () => {
  const before = { sections: [{ key: "a" }, { key: "b" }], other: 1 };
  assert.deepEqual(patchOf(before, { sections: [{ key: "a" }, { key: "c" }], other: 1 }), {
    "sections[1]": { key: "c" },
  });
  assert.deepEqual(patchOf(before, { sections: [{ key: "a" }], other: 2 }), {
    sections: [{ key: "a" }],
    other: 2,
  });
});

test("what is gone is sent as nothing: setData knows no undefined", () => {
  assert.deepEqual(patchOf({ back: { key: "back" } }, { back: undefined }), { back: null });
});
