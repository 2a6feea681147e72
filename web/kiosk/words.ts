// What only a kiosk says.

import type { Language } from "../loader/contract.js";
import { allToHant } from "../text/hant.js";

const zhHans = {
  keypad: "数字键盘",
  erase: "退格",
  empty: "清空",
  tenThousand: "万",
  keypadHint: "点一下要填的格子，再按这里的数字。日期可以按 3.1，就是3月1日。",
  restart: "从头开始",
  fullScreen: "全屏",
  left: (seconds: number) => `还有 ${seconds} 秒没人用就清空`,
  stillThere: "您还在用吗？",
  willWipe: (seconds: number) => `${seconds} 秒后清空您填的内容，请下一位使用。`,
  goOn: "我还在用",
  wipeNow: "我用完了，清空",
};

type KioskText = typeof zhHans;

const en: KioskText = {
  keypad: "Number keys",
  erase: "Back",
  empty: "Clear",
  tenThousand: "万",
  keypadHint:
    "Touch the box to fill in, then the digits here. For a date you may type 3.1, which is 1 March.",
  restart: "Start again",
  fullScreen: "Full screen",
  left: (seconds) => `Cleared after ${seconds} seconds without a touch`,
  stillThere: "Are you still there?",
  willWipe: (seconds) => `In ${seconds} seconds all that you entered is cleared for the next person.`,
  goOn: "I am still here",
  wipeNow: "I have finished, clear it",
};

export function kioskTextsIn(language: Language): KioskText {
  if (language === "zh-Hant") return allToHant(zhHans);
  return language === "en" ? en : zhHans;
}
