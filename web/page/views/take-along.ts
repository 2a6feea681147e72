// Take it along: print, file, link and QR code, the clerk's comparison; and what there is to say of what was opened.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Form, Payer } from "../../loader/contract.js";
import { enteredIn, fileName, writeDocument } from "../../model/take-along/document.js";
import { readFile, type Unread } from "../../model/take-along/read.js";
import type { RulesChanged, Since } from "../../model/take-along/since.js";
import { YOU } from "../../speech/picture.js";
import { say, sayAmount, sayDate, type Context } from "../context.js";
import { codeView } from "./code.js";
import { contentsView } from "./contents.js";
import { settlementView } from "./settlement.js";

/** A file of ours has a few thousand signs. */
const TOO_LARGE = 2 ** 20;

async function open({ check }: Context, file: File | null | undefined): Promise<void> {
  if (!file) return;
  check.along.open(file.size > TOO_LARGE ? { why: "foreign" } : readFile(await file.text()));
}

function save(context: Context, form: Form): void {
  const document = context.check.along.document(new Date());
  if (!document) return;
  const address = URL.createObjectURL(new Blob([writeDocument(document)], { type: "application/json" }));
  const anchor = window.document.createElement("a");
  anchor.href = address;
  const { atlas } = context.check;
  anchor.download = fileName(atlas.nameOf(document.case.place) ?? say(context, form.name), document);
  anchor.click();
  URL.revokeObjectURL(address);
}

function openView(context: Context): TemplateResult {
  const { take } = context.text;
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void open(context, input.files?.[0]);
    // The same file may be chosen again.
    input.value = "";
  };
  const browse = (event: Event) =>
    ((event.currentTarget as Element).nextElementSibling as HTMLInputElement).click();
  return html`<button type="button" class="plain" @click=${browse}>${take.open}</button
    ><input id="open-file" type="file" accept=".json,application/json" hidden @change=${chosen} />`;
}

function linkView(context: Context, form: Form) {
  const { check, text } = context;
  const { take } = text;
  const { link } = check.along;
  const isSite = location.protocol.startsWith("http");
  const make = () => check.along.makeLink(location.href.replace(/#.*/, ""), new Date());
  const selectAll = (event: Event) => (event.target as HTMLInputElement).select();
  const body = !link
    ? html`<p>${take.linkLead}</p>
        ${contentsView(context, form, enteredIn(check.state, form))}
        <p class="hint">${take.linkAlso}</p>
        <button type="button" class="plain" id="make-link" @click=${make}>${take.linkMake}</button>`
    : html`${link.code ? codeView(link.code, take.linkCode) : nothing}
        <p class="hint" role="status">${link.code ? take.linkHint : take.linkTooLong}</p>
        <label for="link">${take.linkAddress}</label>
        <input id="link" type="text" readonly .value=${link.address} @focus=${selectAll} />`;
  return html`<details class="fold" id="take-link">
    <summary>${take.linkHeading}</summary>
    <div class="unfolded">${isSite ? body : html`<p>${take.linkNeedsSite}</p>`}</div>
  </details>`;
}

export function takeAlongView(context: Context): TemplateResult {
  const { check, text } = context;
  const { take } = text;
  const { form, outcome } = check;
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    void open(context, event.dataTransfer?.files[0]);
  };
  return html`<section
    class="detail take-along"
    id="take-along"
    aria-labelledby="take-along-heading"
    @dragover=${(event: Event) => event.preventDefault()}
    @drop=${dropped}
  >
    <h2 id="take-along-heading">${take.takeHeading}</h2>
    <p class="hint">${take.takeLead}</p>
    <div class="take-actions">
      ${
        outcome.kind === "settled"
          ? html`<button type="button" class="plain" id="print" @click=${() => print()}>
              ${take.print}
            </button>`
          : nothing
      }
      ${
        form
          ? html`<button type="button" class="plain" id="save" @click=${() => save(context, form)}>
              ${take.save}
            </button>`
          : nothing
      }
      ${openView(context)}
    </div>
    <p class="hint">${take.savedHint}</p>
    ${form ? linkView(context, form) : nothing}
    ${outcome.kind === "settled" ? settlementView(context, outcome.result) : nothing}
  </section>`;
}

function unreadWords({ text }: Context, unread: Unread): string {
  return unread.why === "broken" ? text.take.unread.broken(unread.at) : text.take.unread[unread.why];
}

function rulesWords(context: Context, { how, pack, now = "" }: RulesChanged): string {
  const { take } = context.text;
  const rules = take.rulesOf(pack.id, sayDate(context, pack.from), pack.version);
  return {
    gone: take.rulesGone(rules),
    edition: take.rulesEdition(rules, now),
    text: take.rulesText(rules),
    added: take.rulesAdded(rules),
  }[how];
}

function sinceView(context: Context, { rules, figures }: Since, payers: readonly Payer[]) {
  const { text } = context;
  const { take } = text;
  const nameOf = (id: string) => {
    const payer = payers.find((each) => each.id === id);
    return payer ? say(context, payer.label) : id === YOU ? text.you : id;
  };
  return html`<p>
      ${rules.length > 0 ? take.changedRules : take.sameRules}
      ${figures.length > 0 ? take.changedFigures : take.sameFigures}
    </p>
    <ul>
      ${rules.map((each) => html`<li data-rules=${each.how}>${rulesWords(context, each)}</li>`)}
      ${figures.map(
        ({ payer, before, now }) =>
          html`<li data-since=${payer}>
            ${take.figureThenNow(nameOf(payer), sayAmount(context, before), sayAmount(context, now))}
          </li>`,
      )}
    </ul>`;
}

/** Above everything else: what was opened, what became of it since, or why it was not opened. */
export function openedView(context: Context): TemplateResult | typeof nothing {
  const { check, text } = context;
  const { take } = text;
  const { unread, openedNow } = check.along;
  if (unread) {
    return html`<div class="detail opened" id="opened">
      <p class="problem" role="alert" data-unread=${unread.why}>${unreadWords(context, unread)}</p>
    </div>`;
  }
  if (!openedNow) return nothing;
  const { document, since, unused, replaced } = openedNow;
  const { outcome } = check;
  return html`<div class="detail opened" id="opened" role="status">
    <p><b>${take.openedOn(sayDate(context, document.on))}</b></p>
    ${since && outcome.kind === "settled" ? sinceView(context, since, outcome.result.payers) : document.answered ? nothing : html`<p>${take.noAnswerThen}</p>`}
    ${unused.length > 0 ? html`<p>${take.unused(unused.join(text.list))}</p>` : nothing}
    <button type="button" class="plain" @click=${() => context.goTo("answer")}>${text.seeAnswer}</button>
    ${
      replaced
        ? html`<button type="button" class="quiet" id="put-back" @click=${() => check.along.putBack()}>
            ${take.putBack}
          </button>`
        : nothing
    }
  </div>`;
}
