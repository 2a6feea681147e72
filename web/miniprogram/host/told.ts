// What WeChat tells of its settings, by the call that this version of it has.

import type { Told } from "./system.js";

export function told(): Told {
  return typeof wx.getAppBaseInfo === "function" ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
}
