// Choosing one of several: all in sight where they are few, the device's own list where they are many.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { UNSURE, type Option, type OptionGroup } from "../../speech/options.js";
import type { Context } from "../context.js";
import { describedBy, field, hintOf, problemOf } from "./field.js";
import type { EntryOptions } from "./inputs.js";

/** What is chosen, and "I don't know" as a last choice where it is an answer. */
function unsureOf({ text }: Context, { entry, unsure }: EntryOptions) {
  return {
    chosen: unsure?.on ? UNSURE : entry,
    unknown: unsure ? [{ value: UNSURE, label: text.notSure }] : [],
  };
}

function choose({ onEntry, unsure }: EntryOptions, value: string): void {
  if (value === UNSURE) unsure?.set(true);
  else onEntry(value);
}

function optionView({ value, label, lang }: Option, chosen: string) {
  return html`<option value=${value} lang=${lang ?? nothing} .selected=${live(value === chosen)}>
    ${label}
  </option>`;
}

export function selectField(
  context: Context,
  options: EntryOptions,
  choices: readonly (Option | OptionGroup)[],
): TemplateResult {
  const { by, invalid } = describedBy(context, options);
  const { chosen, unknown } = unsureOf(context, options);
  const unchosen = chosen === "" ? [{ value: "", label: context.text.choose }] : [];
  return field(
    context,
    options,
    html`<div class="select">
      <select
        id=${options.id}
        aria-describedby=${by}
        aria-invalid=${invalid}
        @change=${(event: Event) => choose(options, (event.target as HTMLSelectElement).value)}
      >
        ${[...unchosen, ...choices, ...unknown].map((each) =>
          "group" in each
            ? html`<optgroup label=${each.group} lang=${each.lang ?? nothing}>
                ${each.options.map((option) => optionView(option, chosen))}
              </optgroup>`
            : optionView(each, chosen),
        )}
      </select>
    </div>`,
  );
}

export function radioField(
  context: Context,
  options: EntryOptions,
  choices: readonly Option[],
): TemplateResult {
  const { id, label } = options;
  const { by, invalid } = describedBy(context, options);
  const { chosen, unknown } = unsureOf(context, options);
  return html`<fieldset
    class="field"
    role="radiogroup"
    id=${id}
    aria-labelledby="${id}-label"
    aria-describedby=${by}
    aria-invalid=${invalid}
  >
    <legend id="${id}-label">${label}</legend>
    ${hintOf(options)}
    <div class="radios">
      ${[...choices, ...unknown].map(
        ({ value, label: words }) =>
          html`<label class="pick ${value === chosen ? "picked" : ""}">
            <input
              type="radio"
              name=${id}
              value=${value}
              .checked=${live(value === chosen)}
              @change=${() => choose(options, value)}
            />
            <span>${words}</span>
          </label>`,
      )}
    </div>
    ${problemOf(context, id)}
  </fieldset>`;
}
