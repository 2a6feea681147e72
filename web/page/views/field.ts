// One labelled place to enter something: label, plain words, control, and what there is to say about the entry.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Problem } from "../../model/case.js";
import { say, type Context } from "../context.js";
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

/** Nobody is told what is missing before they want to go on, nor that half an entry cannot be read. */
function problemToShow({ check, typing }: Context, id: string): Problem | undefined {
  const problem = check.problemAt(id);
  const early = problem?.kind === "missing" ? !check.state.tried : typing === id;
  return early ? undefined : problem;
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
  const { text } = context;
  if (problem.kind === "missing") {
    return html`<p class="problem problem-missing" id="${id}-problem">${text.fillIn}</p>`;
  }
  const words = problem.message ? say(context, problem.message) : text.problems[problem.kind];
  return html`<p class="problem problem-wrong" id="${id}-problem">${words}</p>`;
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
