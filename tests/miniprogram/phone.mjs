// The component as WeChat shows it, simulated: what can be seen, and what a person can do.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { JSDOM } from "jsdom";
import { PACKAGE, packageWasm, wxWith } from "./wechat.mjs";

const { window } = new JSDOM("<!doctype html><body></body>");
for (const name of ["window", "document", "Node", "Event", "CustomEvent", "HTMLElement"]) {
  globalThis[name] = window[name];
}
globalThis.navigator ??= window.navigator;
globalThis.wx = wxWith().wx;
globalThis.WXWebAssembly = packageWasm;
const simulate = createRequire(import.meta.url)("miniprogram-simulate");

const COMPONENT = simulate.load(join(PACKAGE, "components/aid-check/index"), "aid-check", {
  compiler: "simulate",
  rootPath: PACKAGE,
});

/** Everything that was begun has come to its end: an estimate takes a few turns. */
async function quiet() {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

export class Phone {
  events = [];

  /** `settings` is what WeChat tells, `wasm` what runs the engine. */
  static async open(attributes = {}, { settings = {}, wasm = packageWasm } = {}) {
    const phone = new Phone();
    const { wx, changeTheme } = wxWith(settings);
    globalThis.wx = wx;
    globalThis.WXWebAssembly = wasm;
    phone.changeTheme = changeTheme;
    phone.component = simulate.render(COMPONENT, attributes);
    for (const name of ["ready", "estimate", "screen", "failure"]) {
      phone.component.addEventListener(name, ({ detail }) => phone.events.push({ name, detail }));
    }
    phone.component.attach(window.document.createElement("div"));
    for (let tries = 0; phone.events.length === 0 && tries < 50; tries += 1) await quiet();
    return phone;
  }

  rest() {
    return quiet();
  }

  close() {
    this.component.detach();
  }

  get data() {
    return this.component.instance.data;
  }

  get screen() {
    return this.data.screen;
  }

  get blocks() {
    return this.data.sections.flatMap(({ blocks }) => blocks);
  }

  block(key) {
    return this.blocks.find((block) => block.key === key);
  }

  /** What stands on the screen. */
  get text() {
    return this.component.dom.textContent.replaceAll("\u00a0", " ");
  }

  textOf(id) {
    return this.node(id).dom.textContent.replaceAll("\u00a0", " ").trim();
  }

  has(id) {
    return this.component.querySelector(`#${id}`) !== undefined;
  }

  node(id) {
    const node = this.component.querySelector(`#${id}`);
    assert.ok(node, `#${id} on the screen “${this.data.heading}”`);
    return node;
  }

  async tap(id) {
    this.node(id).dispatchEvent("tap");
    await quiet();
  }

  /** Each press of a key gives the box's whole text; two of them stand for all. */
  async type(id, text) {
    for (const typed of [text.slice(0, 1), text]) {
      this.node(id).dispatchEvent("input", { detail: { value: typed } });
    }
    await quiet();
  }

  async leave(id) {
    this.node(id).dispatchEvent("blur", { detail: {} });
    await quiet();
  }

  async enter(id, text) {
    await this.type(id, text);
    await this.leave(id);
  }

  async choose(field, value) {
    if (this.has(`${field}-list`)) await this.tap(`${field}-list`);
    await this.tap(`${field}-is-${value}`);
  }

  async next() {
    await this.tap("next");
  }
}
