// One bill as lines of printed words and amounts, as copied from a PDF or typed.

import { isCumulative, meaningOf } from "./names.js";
import type { Entry, NotUnderstood, Read } from "./records.js";

const DATE = "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?:[ T]*\\d{1,2}[:时]\\d{1,2}(?:[:分]\\d{1,2}秒?)?)?";
const AMOUNT =
  "\\([\\d.,]+\\)|[-+]?(?:(?:¥|RMB|CNY|人民币) ?)?-?\\d[\\d.,]*(?: ?[百千万亿]+\\d*)*(?: ?(?:元|圆|块钱?|%|天|日|次|岁))?整?";
const WORD = '[A-Za-z_][\\w.]*|[^\\s:=;,。、|¥~"\\w-]+';

/** A name may be set with a space between any two signs; none has more of them. */
const LONGEST_NAME = 12;
const joined = (words: readonly string[]) => words.slice(-LONGEST_NAME).join("");
const isText = (words: readonly string[]) =>
  /^(kind|insurance|hospital)$/.test(meaningOf(joined(words))?.target ?? "");

class Reader {
  readonly entries: Entry[] = [];
  readonly rest: NotUnderstood[] = [];
  private words: string[] = [];
  private values: string[] = [];
  /** Under a heading that says so, all is of the year. */
  private cumulative = false;

  /** The last words before the value that are a name together; what stands before them belongs to something else. */
  private named(): { readonly name: string; readonly before: string } {
    for (let from = Math.max(0, this.words.length - LONGEST_NAME); from < this.words.length; from += 1) {
      const name = joined(this.words.slice(from)).replace(/^[([]+/, "");
      if (meaningOf(name)) return { name, before: this.words.slice(0, from).join(" ") };
    }
    return { name: this.words.join(" "), before: "" };
  }

  private leave(text: string): void {
    if (/[^()[\]\s]/.test(text)) this.rest.push({ name: text, value: "", reason: "text" });
  }

  /** Of words without a value the first line may be a title that says what kind of care it was. */
  private flushWords(): void {
    const text = this.words.join(" ");
    if (text === "") return;
    this.cumulative = isCumulative(text);
    if (/(住院|门诊).*(票据|发票|结算单|清单)/.test(text))
      this.entries.push({ name: text, value: text, target: "kind" });
    else this.leave(text);
    this.words = [];
  }

  private flush(): void {
    if (this.values.length === 0) return this.flushWords();
    const { name, before } = this.named();
    const cumulative = this.cumulative || isCumulative(before);
    const isStay = /^(stay|from)$/.test(meaningOf(name)?.target ?? "");
    const several = this.values.length > (isStay ? 2 : 1);
    this.leave(before);
    this.entries.push({
      name,
      value: this.values.join(isStay ? "至" : " "),
      ...(cumulative ? { reason: "cumulative" } : several && { reason: "conflict" }),
    });
    this.words = [];
    this.values = [];
  }

  line(text: string): void {
    const token = new RegExp(`(${DATE}|${AMOUNT})|(${WORD})|([;。,、])`, "gi");
    for (let found = token.exec(text); found; found = token.exec(text)) {
      const [, value, word, stop] = found;
      if (value) this.values.push(value.replace(/[.,]+$/, ""));
      else if (word && this.values.length > 0 && /^[至到]$/.test(word)) continue;
      else if (word) {
        if (this.values.length > 0) this.flush();
        if (isText(this.words)) this.values.push(word);
        else this.words.push(word);
      } else if (stop && this.values.length > 0) this.flush();
    }
    // A name may stand on a line of its own, its value on the next.
    if (this.values.length > 0 || !meaningOf(joined(this.words))) this.flush();
  }

  read(text: string): Read {
    for (const line of text.split("\n")) {
      if (this.words.length > 0 && !/^\s*[-+(¥\d]/.test(line)) this.flush();
      this.line(line);
    }
    this.flush();
    return { bills: [{ entries: this.entries, funds: [] }], rest: this.rest };
  }
}

export const readLines = (text: string): Read => new Reader().read(text);
