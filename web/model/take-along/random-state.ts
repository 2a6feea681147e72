// Random states for the tests: whatever a person could type or choose on the form of the tests.

import { form } from "../a-form.js";
import { beforeField, personField } from "../fields.js";
import { initialState, type Entries, type Standing, type State, type Unsure } from "../state.js";

/** mulberry32: the same states for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TYPED = [
  "52000",
  "１.2万",
  "3000到5000元",
  "3月1日",
  "2024-03-01",
  " 0.01 ",
  "五万二",
  "<b>&\"'\\",
  "-1e309",
  "😀\u0000\ud800",
  "__proto__",
  "true",
];

export function randomState(next: () => number): State {
  const chance = (share: number) => next() < share;
  const one = <T>(of: readonly T[]) => of[Math.floor(next() * of.length)] as T;
  const typed = () => (chance(0.2) ? "" : one(TYPED));
  const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  const entries = (names: readonly string[]): Entries =>
    Object.fromEntries(names.filter(() => chance(0.6)).map((name) => [name, typed()]));
  const unsure = (names: readonly string[]): Unsure =>
    Object.fromEntries(names.filter(() => chance(0.3)).map((name) => [name, chance(0.7)]));
  const facts = [...ids(form.facts), ...ids(form.recognition_facts ?? [])];
  const sheet = ids(form.sheet);
  const fields = [...facts.map(personField), ...ids(form.pools).map((id) => beforeField("pools", id))];
  const visits = Array.from({ length: Math.floor(next() * 5) }, (_, index) => ({
    key: index * 2 + 1,
    from: typed(),
    until: typed(),
    facts: entries(facts),
    sheet: entries(sheet),
    unsure: unsure([...facts, ...sheet]),
  }));
  return {
    ...initialState("zh-Hans"),
    language: one(["zh-Hans", "zh-Hant", "en"] as const),
    province: one(["", "320000"]),
    place: one(["", "320200"]),
    year: one(["", "2024"]),
    holdings: Object.fromEntries(
      ids(form.categories).map((category) => [
        category,
        {
          held: chance(0.5),
          periods: Array.from({ length: 1 + Math.floor(next() * 2) }, () => ({
            from: typed(),
            until: typed(),
          })),
        },
      ]),
    ),
    standing: one<Standing>(["", "none", "low_income", "unknown"]),
    help: chance(0.5),
    asked: facts.filter(() => chance(0.2)),
    supposed: one(["", "orphan"]),
    facts: entries(facts),
    unsure: unsure(fields),
    visits,
    nextKey: 99,
    openVisit: 1,
    removed: undefined,
    before: {
      pools: entries(ids(form.pools)),
      cumulative: entries(ids(form.cumulative)),
      counts: entries(ids(form.counts)),
    },
    readings: entries(ids(form.readings)),
  };
}
