// What stands on the screen, as plain data: sections of blocks, one below the other. A fold is followed by what is in it
// while it is open. Keys are the names under which what happens at a block comes back.

export type WordsLook =
  | "plain"
  | "hint"
  | "lead"
  | "strong"
  | "remark"
  | "attention"
  | "level"
  | "check-on"
  | "check-off"
  | "wrong"
  | "missing"
  | "item"
  | "saves";

/** What every block has: how deep in folds it stands. */
interface Placed {
  readonly key: string;
  readonly depth?: number;
}

export interface WordsBlock extends Placed {
  readonly kind: "words";
  readonly look: WordsLook;
  readonly words: string;
  /** Said before the words, to those who do not see the mark. */
  readonly mark?: string;
  readonly spoken?: string;
}

export interface HeadingBlock extends Placed {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly words: string;
}

export interface FoldBlock extends Placed {
  readonly kind: "fold";
  readonly look: "part" | "fold" | "cite" | "term" | "why";
  readonly words: string;
  readonly open: boolean;
  /** Of a figure: the figure, and the question why. */
  readonly figure?: string;
  readonly ask?: string;
  readonly trust?: string;
}

export interface ButtonBlock extends Placed {
  readonly kind: "button";
  readonly look: "main" | "plain" | "link" | "quiet";
  readonly words: string;
  /** In full, where the words alone do not say what for. */
  readonly label: string;
  readonly pressed?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  /** The heading of the group that begins here. */
  readonly group: string;
}

export interface Unsure {
  readonly key: string;
  readonly words: string;
  readonly label: string;
  readonly on: boolean;
}

export interface Calendar {
  readonly key: string;
  readonly words: string;
  readonly label: string;
  readonly value: string;
}

export interface FieldBlock extends Placed {
  readonly kind: "field";
  readonly control: "text" | "area" | "one" | "list";
  readonly label: string;
  readonly hint: string;
  /** What was typed, word for word; of a list, what is chosen. */
  readonly entry: string;
  readonly keyboard?: "digit" | "number" | "text";
  readonly unit?: string;
  readonly options?: readonly Option[];
  readonly open?: boolean;
  readonly wrong: boolean;
  readonly problem: string;
  readonly understood?: string;
  readonly setAside?: string;
  readonly unsure?: Unsure;
  readonly calendar?: Calendar;
}

export interface CheckBlock extends Placed {
  readonly kind: "check";
  readonly words: string;
  readonly on: boolean;
  readonly hint: string;
  readonly problem: string;
}

export interface HeadlineBlock extends Placed {
  readonly kind: "headline";
  readonly label: string;
  readonly words: string;
  readonly range: boolean;
  readonly lines: readonly string[];
}

export interface BarPart {
  readonly id: string;
  readonly look: string;
  readonly width: string;
}

export interface BarBlock extends Placed {
  readonly kind: "bar";
  readonly label: string;
  readonly parts: readonly BarPart[];
  readonly legend: readonly { readonly look: string; readonly words: string }[];
}

export interface FigureRow {
  readonly key: string;
  readonly words: string;
  readonly figure: string;
  /** Of a payer: how its part of the bar looks. */
  readonly look: string;
  readonly strong: boolean;
}

export interface FiguresBlock extends Placed {
  readonly kind: "figures";
  readonly caption: string;
  readonly rows: readonly FigureRow[];
}

export interface Cite {
  readonly key: string;
  readonly words: string;
  readonly open: boolean;
  readonly text: string;
  readonly trust: string;
}

export interface LedgerLineView {
  readonly key: string;
  readonly sign: string;
  readonly figure: string;
  readonly name: string;
  readonly printed: string;
  readonly left: string;
  readonly look: "" | "sum" | "last";
  readonly origin: string;
  readonly cites: readonly Cite[];
}

export interface LedgerBlock extends Placed {
  readonly kind: "ledger";
  readonly label: string;
  readonly way: string;
  readonly lines: readonly LedgerLineView[];
}

export type Block =
  | WordsBlock
  | HeadingBlock
  | FoldBlock
  | ButtonBlock
  | FieldBlock
  | CheckBlock
  | HeadlineBlock
  | BarBlock
  | FiguresBlock
  | LedgerBlock;

export interface Section {
  readonly key: string;
  readonly look: "plain" | "bare" | "bright" | "attention";
  readonly blocks: readonly Block[];
}

export function section(
  key: string,
  blocks: readonly Block[],
  look: Section["look"] = "plain",
): readonly Section[] {
  return blocks.length > 0 ? [{ key, look, blocks }] : [];
}
