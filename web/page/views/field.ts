// One labelled place to enter something: label, plain words, control, and what there is to say about the entry.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { problemToShow, problemWords } from "../../speech/entry.js";
import type { Context } from "../context.js";
import { termView } from "./term.js";

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  /** Plain words under the official ones. */
  readonly hint?: string | undefined;
  /** A word of the label that is explained on demand. */
  readonly term?: readonly [id: string, name: string];
}

/** The attributes that tie a control to its hint and to what is wrong with it. */
export interface Described {
  readonly by: string | typeof nothing;
  readonly invalid: "true" | typeof nothing;
}

export function describedBy(context: Context, { id, hint }: FieldOptions): Described {
  const problem = problemToShow(context, id);
  const by = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  // An entry that is merely still to come is not wrong.
  return { by: by || nothing, invalid: problem && problem.kind !== "missing" ? "true" : nothing };
}

export function hintOf({ id, hint }: FieldOptions): TemplateResult | typeof nothing {
  return hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
}

export function problemOf(context: Context, id: string): TemplateResult | typeof nothing {
  const problem = problemToShow(context, id);
  if (!problem) return nothing;
  const kind = problem.kind === "missing" ? "missing" : "wrong";
  return html`<p class="problem problem-${kind}" id="${id}-problem">${problemWords(context, problem)}</p>`;
}

export function field(context: Context, options: FieldOptions, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <div class="field-words">
      <div class="words">
        <label for=${options.id}>${options.label}</label
        >${options.term ? termView(context, ...options.term) : nothing}
      </div>
      ${hintOf(options)}
    </div>
    <div class="field-entry">${control} ${problemOf(context, options.id)}</div>
  </div>`;
}
