// What is still to be filled in or put right, and the way there.

import { html, type TemplateResult } from "lit/html.js";
import type { Problem } from "../../model/case.js";
import { fieldName } from "../../speech/field-name.js";
import type { Context } from "../context.js";

export function todoView(context: Context, problems: readonly Problem[]): TemplateResult {
  const { text, goTo } = context;
  const wrong = problems.some(({ kind }) => kind !== "missing");
  return html`<p class="lead">${wrong ? text.answerFix : text.answerNext}</p>
    <ul class="todo">
      ${problems.map(
        ({ field }) =>
          html`<li>
            <button type="button" class="link" @click=${() => goTo(field)}>
              ${fieldName(context, field)}
            </button>
          </li>`,
      )}
    </ul>`;
}
