// For those who need it: what the year started with, and how to read what the policy leaves open.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { setBefore, setReading, setUnsure } from "../../model/actions.js";
import { beforeField, readingField } from "../../model/fields.js";
import { say, type Context } from "../context.js";
import { radioField } from "./choices.js";
import { amountField, numberField } from "./inputs.js";

function beforeView(context: Context, form: Form) {
  const { check, text, change } = context;
  const entry = (part: "pools" | "cumulative", id: string, label: string) => {
    const field = beforeField(part, id);
    return amountField(context, {
      id: field,
      label,
      entry: check.state.before[part][id] ?? "",
      onEntry: (typed) => change(setBefore(part, id, typed)),
      unsure: { on: check.state.unsure[field] ?? false, set: (on) => change(setUnsure(field, on)) },
    });
  };
  return html`<h4>${text.beforeHeading}</h4>
    <p class="hint">${text.beforeLead}</p>
    ${form.pools.map(({ id, label }) => entry("pools", id, text.beforePool(say(context, label))))}
    ${form.cumulative.map(({ id, label }) => entry("cumulative", id, text.beforeCumulative(say(context, label))))}
    ${form.counts.map(({ id, label }) =>
      numberField(context, {
        id: beforeField("counts", id),
        label: text.beforeCount(say(context, label)),
        entry: check.state.before.counts[id] ?? "",
        onEntry: (typed) => change(setBefore("counts", id, typed)),
      }),
    )}`;
}

function readingsView(context: Context, form: Form) {
  const { check, text, change } = context;
  const { outcome } = check;
  const settled = outcome.kind === "settled" ? outcome.result.readings : [];
  const used = (id: string) => settled.find((reading) => reading.id === id)?.chosen;
  return html`<h4>${text.readingsHeading}</h4>
    <p class="hint">${text.readingsLead}</p>
    ${form.readings.map((reading) =>
      radioField(
        context,
        {
          id: readingField(reading.id),
          label: say(context, reading.label),
          // What was not chosen is not sent: the engine's own default, or what a fact that was filled in chose.
          entry: check.state.readings[reading.id] || (used(reading.id) ?? reading.default),
          onEntry: (entry) => change(setReading(reading.id, entry)),
        },
        reading.choices.map(({ id, label }) => {
          const words = say(context, label);
          return { value: id, label: id === reading.default ? text.readingDefault(words) : words };
        }),
      ),
    )}`;
}

export function moreView(context: Context, form: Form): TemplateResult {
  const { text } = context;
  return html`<section aria-labelledby="more-heading">
    <details class="fold">
      <summary><h3 id="more-heading">${text.moreHeading}</h3></summary>
      <p class="hint">${text.moreLead}</p>
      ${form.pools.length + form.cumulative.length + form.counts.length > 0 ? beforeView(context, form) : nothing}
      ${form.readings.length > 0 ? readingsView(context, form) : nothing}
    </details>
  </section>`;
}
