// What is said when a sheet is taken from a file or from pasted text, and while it is being filled in.

import type { Fit } from "../../model/import/fits.js";
import type { Problem, Reason } from "../../model/import/records.js";
import type { Note } from "../../model/import/understand.js";

export const zhHans = {
  heading: "不想一项项填？",
  lead: "把结算单上的字复制过来，或放进医院给的文件（JSON、CSV、文本）。内容只在这台设备上读，不会发出去。",
  pasteLead: "把结算单上的字复制过来，粘贴在下面。内容只在这台设备上读，不会发出去。",
  paste: "结算单的内容",
  file: "选一个文件，或拖到这里",
  read: "读一读",
  takeOver: (bills: number) => (bills > 1 ? `把这 ${bills} 张都填进表里` : "填进表里"),
  takenOver: (bills: number) => `已填好 ${bills} 张账单，请对照单子再看一遍。`,
  bill: (n: number) => `第 ${n} 张`,
  understood: (n: number) => `看懂了 ${n} 项`,
  notUnderstood: (n: number) => `没有用上 ${n} 项`,
  outside: "不属于任何一张账单的",
  derived: "单子上没有，按其他几项算出来的",
  from: "开始日期",
  until: "结束日期",
  yuan: (amount: string) => `${amount}\u00a0元`,
  list: "、",
  reasons: {
    name: "不认识这个名目",
    unclear: "没看懂，请自己填",
    negative: "负数，像是退费，没有用",
    decimals: "超过两位小数",
    conflict: "有几个不同的数，请对照单子自己填",
    cumulative: "是累计或合计，不是这一次的",
    sum: "几项加在一起的数，只用来核对",
    mixed: "可能合着大病保险、救助等，分不开；可向医院要费用结算单",
    extra: "别的付款方或减免，这里没有这一栏",
    mutual: "用家人账户付的；也算您付的，就自己加进个人账户",
    hint: "只供参考，估算用不到",
    private: "个人信息，没有读",
    words_count: "和印出来的名目不一致，以印的字为准",
    text: "不是账单上的金额",
    cells: "这一行的格数和表头对不上",
  } as Readonly<Record<Reason, string>>,
  problems: {
    empty: "还没有内容。",
    too_long: "内容太多了。请只放一个人一年的单子。",
    cut: "文件不完整，后面断了。请重新导出或复制。",
    broken: "文件的格式有错，读不了。请重新导出，或复制单子上的字。",
    encoding: "文字是乱码。请直接选文件，或另存为 UTF-8 再试。",
    no_text: "这不是文字。表格请另存为 CSV；PDF 和网页请打开，选中文字复制过来；图片请照着填。",
    nothing: "没有找到账单上的金额。请照着单子填。",
  } as Readonly<Record<Problem, string>>,
  notes: {
    refund: "这是退费单（负数）。请去掉它冲销的那张，只填改正以后的。",
    settled_day: "单子上只有结算日期。住院请核对入院和出院那天。",
    standard: "起付线用了印着的起付标准。这次实扣的不一样，请改。",
    own: "“个人自付”里还有先行自付和超限价，不等于政策范围内的自付，只用来核对。",
    words_count: "有的名目和接口里的名字不一致，以印出来的字为准。",
    twice: "有另一张日期和金额都一样。预结算和正式结算只能算一次，请核对。",
  } as Readonly<Record<Note, string>>,
  sumFits: (printed: string) => `✓ ${printed}对得上`,
  sumDiffers: (printed: string, amount: string) =>
    `${printed}印的是 ${amount}\u00a0元，和其他各项对不上，请核对。`,
  fit: ({ rule, state }: Fit, apart: string, missing: string) => {
    if (rule === "taken")
      return `起付线加上基本医保付的，比政策范围内多 ${apart}\u00a0元。常见的是填了起付标准，请填这次实扣的。`;
    const sum = rule === "parts" ? "各部分加起来" : "各方和您自己付的加起来";
    if (state === "fits") return `✓ ${sum}正好是总额`;
    if (state === "open") return `${sum}比总额还少 ${apart}\u00a0元，可能在没有填的：${missing}`;
    return `${sum}比总额${state === "over" ? "多" : "少"} ${apart}\u00a0元，请核对。`;
  },
};

export type ImportText = typeof zhHans;
