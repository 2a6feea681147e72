// Take it along: print, file, link and QR code, the clerk's comparison.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import { enteredIn, fileName, writeDocument } from "../../model/take-along/document.js";
import type { Text } from "../../text/index.js";
import { say, type Context } from "../context.js";
import { openFileView } from "./bring-back.js";
import { codeView } from "./code.js";
import { contentsView } from "./contents.js";
import { settlementView } from "./settlement.js";

/** Until then the browser has read what it is to save. */
const TO_BE_READ_MS = 40_000;

/** Safari before 13 on a phone would open it in the place of the page. */
const CAN_SAVE = "download" in HTMLAnchorElement.prototype;

function save(context: Context, form: Form): void {
  const document = context.check.along.document(new Date());
  if (!document) return;
  const address = URL.createObjectURL(new Blob([writeDocument(document)], { type: "application/json" }));
  const anchor = window.document.createElement("a");
  anchor.href = address;
  const { atlas } = context.check;
  anchor.download = fileName(atlas.nameOf(document.case.place) ?? say(context, form.name), document);
  // Firefox before 75 clicks nothing that is not in the page; Safari on a phone asks first, and then reads.
  window.document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), TO_BE_READ_MS);
}

function linkView(context: Context, form: Form) {
  const { check, text } = context;
  const { take } = text;
  const { link } = check.along;
  const isSite = context.home.startsWith("http");
  const make = () => {
    check.along.makeLink(context.home, new Date());
    context.goTo("made");
  };
  const selectAll = (event: Event) => (event.target as HTMLInputElement).select();
  const body = !link
    ? html`<p>${take.linkLead}</p>
        ${contentsView(context, form, enteredIn(check.state, form))}
        <p class="hint">${take.linkAlso}</p>
        <button type="button" class="plain" id="make-link" @click=${make}>${take.linkMake}</button>`
    : html`<div id="made" tabindex="-1">
          ${link.code ? codeView(link.code, take.linkCode) : nothing}
          <p class="hint">${link.code ? take.linkHint : take.linkTooLong}</p>
        </div>
        <label for="link">${take.linkAddress}</label>
        <input id="link" type="text" readonly .value=${link.address} @focus=${selectAll} />`;
  return html`<details class="fold" id="take-link">
    <summary>${take.linkHeading}</summary>
    <div class="unfolded">${isSite ? body : html`<p>${take.linkNeedsSite}</p>`}</div>
  </details>`;
}

/** What few need: in the elder mode one press further away. */
function restView(context: Context) {
  const { check, text } = context;
  const { outcome } = check;
  const settlement = outcome.kind === "settled" ? settlementView(context, outcome.result) : nothing;
  if (!check.state.look.elder) return settlement;
  return html`<details class="fold" id="more-along">
    <summary>${text.take.more}</summary>
    <div class="unfolded">${openFileView(context, "plain")} ${settlement}</div>
  </details>`;
}

const printView = ({ take }: Text) =>
  html`<button type="button" class="plain" id="print" @click=${() => print()}>${take.print}</button>`;

export function takeAlongView(context: Context): TemplateResult | typeof nothing {
  const { check, text } = context;
  if (context.kiosk)
    return check.outcome.kind === "settled"
      ? html`<div class="detail take-along">${printView(text)}</div>`
      : nothing;
  const { take } = text;
  const { form, outcome } = check;
  const { elder } = check.state.look;
  return html`<section class="detail take-along" id="take-along" aria-labelledby="take-along-heading">
    <h2 id="take-along-heading">${take.takeHeading}</h2>
    <p class="hint">${take.takeLead}</p>
    <div class="take-actions">
      ${outcome.kind === "settled" ? printView(text) : nothing}
      ${
        form && CAN_SAVE
          ? html`<button type="button" class="plain" id="save" @click=${() => save(context, form)}>
              ${take.save}
            </button>`
          : nothing
      }
      ${elder ? nothing : openFileView(context, "plain")}
    </div>
    <p class="hint">${take.savedHint}</p>
    ${elder ? nothing : html`<p class="hint by-mouse">${take.dropHint}</p>`}
    ${form ? linkView(context, form) : nothing} ${restView(context)}
  </section>`;
}
