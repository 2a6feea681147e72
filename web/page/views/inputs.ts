// Amounts, whole numbers and dates: typed freely, kept as typed, with a word about how they were understood.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { readDay } from "../../model/typed.js";
import { amountWords, dateWords } from "../../speech/entry.js";
import type { Context } from "../context.js";
import { describedBy, field, type FieldOptions } from "./field.js";
import { setAside, unsureToggle, type UnsureOptions } from "./unsure.js";

/** What was entered, and what happens with what is entered next. */
export interface Entry {
  readonly entry: string;
  readonly onEntry: (entry: string) => void;
  readonly unsure?: UnsureOptions;
}

export type EntryOptions = FieldOptions & Entry;

function typedInto(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function textInput(context: Context, options: EntryOptions, keyboard: "decimal" | "numeric" | "text") {
  const { by, invalid } = describedBy(context, options);
  return html`<input
    id=${options.id}
    class=${options.unsure?.on ? "set-aside" : nothing}
    type="text"
    inputmode=${context.kiosk ? "none" : keyboard}
    autocomplete="off"
    .value=${live(options.entry)}
    aria-describedby=${by}
    aria-invalid=${invalid}
    @input=${(event: Event) => {
      context.setTyping(options.id);
      options.onEntry(typedInto(event));
    }}
    @blur=${() => context.setTyping(undefined)}
  />`;
}

function understood(context: Context, words: string | undefined) {
  return words === undefined ? nothing : html`<p class="understood">${context.text.understoodAs(words)}</p>`;
}

function withUnit(context: Context, options: EntryOptions, unit: string, words: string | undefined) {
  const control = html`<div class="with-unit">
      <div class="boxed">
        ${textInput(context, options, "decimal")}<span class="unit" aria-hidden="true">${unit}</span>
      </div>
      ${unsureToggle(context, options)}
    </div>
    ${options.unsure?.on ? setAside(context, options) : understood(context, words)}`;
  return field(context, options, control);
}

export function amountField(context: Context, options: EntryOptions): TemplateResult {
  return withUnit(context, options, context.text.yuan, amountWords(context, options.entry));
}

export function percentField(context: Context, options: EntryOptions): TemplateResult {
  return withUnit(context, options, "%", undefined);
}

export function numberField(context: Context, options: EntryOptions): TemplateResult {
  const control = html`<div class="with-unit">
      ${textInput(context, options, "numeric")} ${unsureToggle(context, options)}
    </div>
    ${setAside(context, options)}`;
  return field(context, options, control);
}

const CAN_SHOW_CALENDAR = "showPicker" in HTMLInputElement.prototype;

/** A text field, because a date input loses what it does not understand; the device's calendar stands beside it. */
export function dateField(context: Context, options: EntryOptions): TemplateResult {
  const { text, check } = context;
  const openCalendar = (event: Event) => {
    const input = (event.currentTarget as Element).nextElementSibling as HTMLInputElement;
    input.value = readDay(options.entry, check.state.year) ?? "";
    input.showPicker();
  };
  const calendar = html`<button
      type="button"
      class="quiet"
      aria-label=${text.pickDateFor(options.label)}
      @click=${openCalendar}
    >
      ${text.pickDate}</button
    ><input
      type="date"
      class="calendar"
      tabindex="-1"
      aria-hidden="true"
      @change=${(event: Event) => options.onEntry(typedInto(event))}
    />`;
  const control = html`<div class="with-calendar">
      ${textInput(context, options, "text")} ${CAN_SHOW_CALENDAR ? calendar : nothing}
    </div>
    ${understood(context, dateWords(context, options.entry))}`;
  return field(context, options, control);
}
