// Choosing one of several: all in sight where they are few, the device's own list where they are many.

import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Context } from "../context.js";
import { describedBy, field, hintOf, problemOf } from "./field.js";
import type { EntryOptions } from "./inputs.js";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function selectField(
  context: Context,
  options: EntryOptions,
  choices: readonly Option[],
): TemplateResult {
  const { by, invalid } = describedBy(context, options);
  const unchosen = options.entry === "" ? [{ value: "", label: context.text.choose }] : [];
  const all = [...unchosen, ...choices];
  return field(
    context,
    options,
    html`<select
      id=${options.id}
      aria-describedby=${by}
      aria-invalid=${invalid}
      @change=${(event: Event) => options.onEntry((event.target as HTMLSelectElement).value)}
    >
      ${all.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${live(value === options.entry)}>${label}</option>`,
      )}
    </select>`,
  );
}

export function radioField(
  context: Context,
  options: EntryOptions,
  choices: readonly Option[],
): TemplateResult {
  const { id, label, entry, onEntry } = options;
  const { by, invalid } = describedBy(context, options);
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
      ${choices.map(
        (choice) =>
          html`<label class="pick">
            <input
              type="radio"
              name=${id}
              value=${choice.value}
              .checked=${live(choice.value === entry)}
              @change=${() => onEntry(choice.value)}
            />
            <span>${choice.label}</span>
          </label>`,
      )}
    </div>
    ${problemOf(context, id)}
  </fieldset>`;
}
