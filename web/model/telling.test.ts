import assert from "node:assert/strict";
import { test } from "node:test";
import type { Amount, Ask, Result } from "../loader/contract.js";
import { form, words } from "./a-form.js";
import { nextQuestion, tellsNothing, withQuestionsOf } from "./telling.js";

const answer = (personal: Amount, total: Amount) => ({ personal: { total: personal }, total }) as Result;

test("a range as wide as the bill tells nothing, anything less does", () => {
  assert.equal(tellsNothing(answer({ min: 0, max: 52000 }, 52000)), true);
  assert.equal(tellsNothing(answer({ min: 0, max: 1e11 }, { min: 0, max: 1e11 })), true);
  assert.equal(tellsNothing(answer({ min: 100, max: 52000 }, 52000)), false);
  assert.equal(tellsNothing(answer({ min: 0, max: 51000 }, 52000)), false);
  assert.equal(tellsNothing(answer(0, 0)), false);
  assert.equal(tellsNothing(answer(52000, 52000)), false);
});

test("what to ask next surely narrows the answer, or else is what was met first", () => {
  const at = (fact: string) => ({ at: "", fact, label: words(fact) });
  const ask = (fact: string, left: number) => ({
    ...at(fact),
    now: { min: 100, max: 400 },
    left,
    text: words(""),
  });
  const next = (...asks: Ask[]) =>
    nextQuestion({ ask: asks, unknown: [at("in_scope"), at("where")] } as never)?.fact;
  assert.equal(next(ask("where", 200), ask("in_scope", 250)), "where");
  assert.equal(next(ask("where", 300)), "in_scope");
  assert.equal(next(), "in_scope");
  assert.equal(nextQuestion({ ask: [], unknown: [] } as never), undefined);
});

test("only what the form can ask is a question", () => {
  const at = (pointer: string, fact: string) => ({ at: pointer, fact, label: words(fact) });
  const asked = [
    at("/person/identities", "identities"),
    at("/person/city_rate", "city_rate"),
    at("/visits/0/kind", "kind"),
    at("/visits/0/sheet/in_scope", "in_scope"),
    at("/before/pools/outpatient", "outpatient"),
  ];
  const open = at("/person/10%左右", "10%左右");
  const ask = { ...open, now: { min: 0, max: 1 }, left: 1, text: words("") };
  const result = { unknown: [open, ...asked], ask: [ask] } as unknown as Result;
  assert.deepEqual(withQuestionsOf(form, result), { unknown: asked, ask: [] });
});
