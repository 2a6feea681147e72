import assert from "node:assert/strict";
import { test } from "node:test";
import type { Estimator } from "../loader/contract.js";
import { form, words } from "../model/a-form.js";
import { setPlace, setYear } from "../model/actions.js";
import { Atlas } from "../model/places.js";
import { SelfCheck } from "../model/self-check.js";
import { initialState } from "../model/state.js";
import { Session } from "./session.js";
import type { Block, FieldBlock } from "./view/blocks.js";
import type { View } from "./view/screen.js";

const versions = [{ file: "", version: "1", hash: "", from: "2023-01-01" }];
const atlas = new Atlas([{ code: "320200", name: words("Wuxi"), versions }], []);

/** Knows the form and no answer. */
const engine: Estimator = {
  load: () => Promise.resolve({}),
  describe: () => Promise.resolve(form),
  estimate: () => Promise.resolve({ error: { kind: "internal", code: "x", message: words("no answer") } }),
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

class Screen {
  readonly views: View[] = [];
  readonly scrolled: string[] = [];
  readonly check = new SelfCheck(engine, atlas, 2026, initialState("zh-Hans"));
  readonly session = new Session(this.check, {
    show: (view) => this.views.push(view),
    scrollTo: (key) => this.scrolled.push(key),
  });

  get now(): View {
    const view = this.views[this.views.length - 1];
    assert.ok(view);
    return view;
  }

  block(key: string): Block {
    const found = this.now.sections.flatMap(({ blocks }) => blocks).find((block) => block.key === key);
    assert.ok(found, key);
    return found;
  }

  field(key: string): FieldBlock {
    const block = this.block(key);
    assert.ok(block.kind === "field");
    return block;
  }

  has(key: string): boolean {
    return this.now.sections.some(({ blocks }) => blocks.some((block) => block.key === key));
  }

  async act(key: string, value = ""): Promise<void> {
    this.session.act(key, value);
    await settled();
  }
}

async function atPerson(): Promise<Screen> {
  const screen = new Screen();
  screen.check.change(setPlace("320200"));
  screen.check.change(setYear("2024"));
  await settled();
  await screen.act("next");
  await screen.act("identity-none");
  await screen.act("next");
  assert.equal(screen.now.screen, "person");
  return screen;
}

test("a view is made once for all that happens in one turn", async () => {
  const screen = new Screen();
  await settled();
  assert.equal(screen.views.length, 1);
  screen.session.act("place-list");
  screen.session.act("language-en");
  await Promise.resolve();
  assert.equal(screen.views.length, 2);
  assert.deepEqual([screen.now.language, screen.field("place").open], ["en", true]);
});

test("a list opens in its place, and closes once one is chosen", async () => {
  const screen = new Screen();
  await settled();
  assert.deepEqual(screen.field("place").options, []);
  await screen.act("place-list");
  assert.deepEqual(
    screen.field("place").options?.map(({ value, label }) => [value, label]),
    [["320200", "Wuxi"]],
  );
  await screen.act("place", "320200");
  assert.deepEqual([screen.field("place").entry, screen.field("place").open], ["Wuxi", false]);
});

test("while a box is typed into it keeps what it was shown with, and no half an entry is called wrong", async () => {
  const screen = await atPerson();
  screen.session.type("person-income", "", "12x");
  await settled();
  assert.deepEqual([screen.field("person-income").entry, screen.field("person-income").problem], ["", ""]);
  screen.session.stopTyping();
  await settled();
  assert.equal(screen.field("person-income").entry, "12x");
  assert.equal(screen.field("person-income").wrong, true);
});

test("another press ends the typing, though the box told nothing of being left", async () => {
  const screen = await atPerson();
  screen.session.type("person-age", "", "70");
  await screen.act("person-income-unsure");
  assert.equal(screen.field("person-age").entry, "70");
  assert.equal(screen.field("person-income").unsure?.on, true);
});

test("what no longer stands on the screen does nothing", async () => {
  const screen = await atPerson();
  const before = screen.check.state;
  await screen.act("identity-none");
  assert.equal(screen.check.state, before);
});

test("what is missing is shown where it stands", async () => {
  const screen = new Screen();
  await settled();
  await screen.act("next");
  assert.deepEqual(screen.scrolled, ["place"]);
  assert.equal(screen.field("place").wrong, false);
  assert.equal(screen.field("place").problem, "请填这一项");
});

test("after its end nothing is shown any more", async () => {
  const screen = new Screen();
  await settled();
  screen.session.end();
  screen.check.change(setPlace("320200"));
  await settled();
  assert.equal(screen.views.length, 1);
});
