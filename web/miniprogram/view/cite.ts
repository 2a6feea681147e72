// Where a rule stands: document number and article, with our paraphrase and its trust on demand.

import type { Citation, Result } from "../../loader/contract.js";
import { say, sayPrinted } from "../../speech/say.js";
import type { Block, Cite } from "./blocks.js";
import { fold, words, type Scene } from "./scene.js";

export function trustWords({ text }: Scene, trust: string): string {
  return text.trust[trust] ?? text.trustUnknown;
}

/** `at` is what cites; the same article may be cited in many places, each opened by itself. */
export function citesOf(scene: Scene, result: Result, at: string, cite: readonly Citation[]): Cite[] {
  const { text } = scene;
  return cite.flatMap(({ source: sourceId, article: articleId }) => {
    const source = result.sources.find(({ id }) => id === sourceId);
    if (!source) return [];
    const article = source.articles.find(({ id }) => id === articleId);
    const key = `${at}-cite-${sourceId}-${articleId}`;
    const open = scene.isOpen(key);
    scene.on(key, () => scene.toggle(key, !open));
    return {
      key,
      words: sayPrinted(scene, source.number) + text.gap + (article ? say(scene, article.label) : articleId),
      open,
      text: article ? say(scene, article.text) : "",
      trust: `${text.paraphrase} · ${trustWords(scene, source.trust)}`,
    };
  });
}

export function citeBlocks(scene: Scene, result: Result, at: string, cite: readonly Citation[]): Block[] {
  return citesOf(scene, result, at, cite).flatMap((each) =>
    fold(
      scene,
      each.key,
      each.words,
      () => [...words(`${each.key}-text`, each.text), ...words(`${each.key}-trust`, each.trust, "hint")],
      { look: "cite" },
    ),
  );
}
