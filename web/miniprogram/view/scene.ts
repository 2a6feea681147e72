// What every view is given: the state to show, the words to show it in, and what it may have done.

import type { Change } from "../../model/actions.js";
import type { Speaker } from "../../speech/say.js";
import type { Block, ButtonBlock, FoldBlock, HeadingBlock, WordsBlock, WordsLook } from "./blocks.js";

export interface Scene extends Speaker {
  /** The text field that is being typed into: nobody is told that half a date is no date. */
  readonly typing: string | undefined;
  /** What the box being typed into was last given; what is typed meanwhile is not written back into it. */
  shownIn(field: string, entry: string): string;
  /** Whether a fold is open: as it was pressed last, until then as it is `atFirst`. */
  isOpen(key: string, atFirst?: boolean): boolean;
  /** Notes what happens at a key; gives the key. */
  on(key: string, act: (value: string) => void): string;
  toggle(key: string, open: boolean): void;
  change(change: Change): void;
  back(): void;
  /** Shows the field, and scrolls there. */
  goTo(field: string): void;
}

export function words(key: string, text: string, look: WordsLook = "plain"): WordsBlock[] {
  return text ? [{ kind: "words", key, look, words: text }] : [];
}

export function heading(key: string, text: string, level: HeadingBlock["level"]): HeadingBlock[] {
  return [{ kind: "heading", key, level, words: text }];
}

interface ButtonMore {
  readonly look?: ButtonBlock["look"];
  readonly label?: string;
  readonly pressed?: boolean;
}

export function button(
  scene: Scene,
  key: string,
  text: string,
  act: () => void,
  { look = "plain", label = text, pressed }: ButtonMore = {},
): ButtonBlock[] {
  const block: ButtonBlock = { kind: "button", key: scene.on(key, act), look, words: text, label };
  return [pressed === undefined ? block : { ...block, pressed }];
}

interface FoldMore extends Partial<Pick<FoldBlock, "look" | "figure" | "ask" | "trust">> {
  readonly atFirst?: boolean;
}

/** A press that opens, and behind it what is in it while it is open. */
export function fold(
  scene: Scene,
  key: string,
  text: string,
  inside: () => readonly Block[],
  { atFirst = false, look = "fold", ...more }: FoldMore = {},
): Block[] {
  const open = scene.isOpen(key, atFirst);
  scene.on(key, () => scene.toggle(key, !open));
  const press: FoldBlock = { kind: "fold", key, look, words: text, open, ...more };
  return [press, ...(open ? inside().map((block) => ({ ...block, depth: (block.depth ?? 0) + 1 })) : [])];
}
