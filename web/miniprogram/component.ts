// The component: attributes in, events out, and what happens on the screen handed to its session.

import { Mount, type Attributes } from "./mount.js";

/** By instance: what is no data of the screen has no place in `data`. */
const mounts = new WeakMap<object, Mount>();

const MARGIN = 16;

/** To a block, or to the section of that name. */
function scrollTo(query: WechatMiniprogram.SelectorQuery, key: string): void {
  query.select(`#${key}, #part-${key}`).boundingClientRect();
  query.selectViewport().scrollOffset();
  query.exec(([found, offset]: [{ top: number } | null, { scrollTop: number } | null]) => {
    if (!found || !offset) return;
    wx.pageScrollTo({ scrollTop: Math.max(0, found.top + offset.scrollTop - MARGIN), duration: 0 });
  });
}

Component({
  properties: {
    place: { type: String, value: "" },
    year: { type: String, value: "" },
    lang: { type: String, value: "" },
    elder: { type: Boolean, value: false },
    theme: { type: String, value: "" },
    bare: { type: Boolean, value: false },
    figures: { type: Boolean, value: false },
    engine: { type: String, value: "/components/aid-check/engine.wasm.br" },
  },
  data: { classes: "aid-check", unit: 16, failed: false },
  lifetimes: {
    attached() {
      const mount = new Mount({
        properties: this.properties as Attributes,
        setData: (data) => this.setData(data),
        triggerEvent: (name, detail) => this.triggerEvent(name, detail),
        scrollTo: (key) => scrollTo(this.createSelectorQuery(), key),
      });
      mounts.set(this, mount);
    },
    detached() {
      mounts.get(this)?.end();
    },
  },
  observers: {
    lang() {
      mounts.get(this)?.follow("lang");
    },
    elder() {
      mounts.get(this)?.follow("elder");
    },
    theme() {
      mounts.get(this)?.follow("theme");
    },
  },
  methods: {
    press({ currentTarget: { dataset } }: WechatMiniprogram.TouchEvent) {
      mounts.get(this)?.press(String(dataset["key"]), String(dataset["value"] ?? ""));
    },
    typed({ currentTarget: { dataset }, detail }: WechatMiniprogram.Input) {
      mounts.get(this)?.type(String(dataset["key"]), String(dataset["shown"]), detail.value);
    },
    typedAll() {
      mounts.get(this)?.stopTyping();
    },
    picked({ currentTarget: { dataset }, detail }: WechatMiniprogram.PickerChange) {
      mounts.get(this)?.press(String(dataset["key"]), String(detail.value));
    },
  },
});
