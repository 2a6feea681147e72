// What was saved comes back: by a button or dropped on the page; and above the screen what was opened, what became of it
// since, or why it was not opened.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Payer } from "../../loader/contract.js";
import { stopNow } from "../../model/path.js";
import { readFile } from "../../model/take-along/read.js";
import type { RulesChanged, Since } from "../../model/take-along/since.js";
import { fieldName } from "../../speech/field-name.js";
import { YOU } from "../../speech/picture.js";
import { say, sayAmount, sayDate, sayRules, type Context } from "../context.js";
import { fileButton } from "./file-button.js";
import { headingOf } from "./steps.js";

/** A file of ours has a few thousand signs. */
const TOO_LARGE = 2 ** 20;

async function open({ check }: Context, file: File | null | undefined): Promise<void> {
  if (!file) return;
  await check.along.open(
    file.size > TOO_LARGE ? { why: "foreign" } : readFile(await new Response(file).text()),
  );
}

const carriesFile = ({ dataTransfer, defaultPrevented }: DragEvent) =>
  !defaultPrevented && dataTransfer?.types.includes("Files");

/** A file let go anywhere is opened: the browser would put it in the place of the page. */
export function dropped(context: Context, event: DragEvent): void {
  if (!carriesFile(event)) return;
  event.preventDefault();
  void open(context, event.dataTransfer?.files[0]);
}

export function draggedOver(event: DragEvent): void {
  if (carriesFile(event)) event.preventDefault();
}

export function openFileView(context: Context, kind: "plain" | "quiet"): TemplateResult {
  const { open: words } = context.text.take;
  return fileButton(
    { words, kind, id: "open-file", accept: ".json,application/json" },
    (file) => void open(context, file),
  );
}

function rulesWords(context: Context, { how, pack, now = "" }: RulesChanged): string {
  const { take } = context.text;
  const rules = sayRules(context, pack);
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
  const list = (words: string, items: readonly TemplateResult[]) =>
    html`<div>
      <p>${words}</p>
      ${
        items.length > 0
          ? html`<ul>
              ${items}
            </ul>`
          : nothing
      }
    </div>`;
  return html`${list(
    rules.length > 0 ? take.changedRules : take.sameRules,
    rules.map((each) => html`<li data-rules=${each.how}>${rulesWords(context, each)}</li>`),
  )}
  ${list(
    figures.length > 0 ? take.changedFigures : take.sameFigures,
    figures.map(
      ({ payer, before, now }) =>
        html`<li data-since=${payer}>
          ${take.figureThenNow(nameOf(payer), sayAmount(context, before), sayAmount(context, now))}
        </li>`,
    ),
  )}`;
}

/** What became of it: the answer then and now, or what is still to be filled in. */
function outcomeView(context: Context, since: Since | undefined, wasAnswered: boolean) {
  const { check, text } = context;
  const { outcome } = check;
  if (outcome.kind === "settled" && since) return sinceView(context, since, outcome.result.payers);
  const [first] = check.problems;
  return html`${wasAnswered ? nothing : html`<p>${text.take.noAnswerThen}</p>`}
  ${first ? html`<p>${text.announceWaiting(fieldName(context, first.field))}</p>` : nothing}`;
}

export function openedView(context: Context): TemplateResult | typeof nothing {
  const { check, text, goTo } = context;
  const { take } = text;
  const { unread, openedNow } = check.along;
  if (unread) {
    return html`<section id="opened" tabindex="-1" aria-labelledby="opened-heading">
      <p class="problem" id="opened-heading" data-unread=${unread.why}>
        ${unread.why === "broken" ? take.unread.broken(unread.at) : take.unread[unread.why]}
      </p>
    </section>`;
  }
  const isAnswered = check.outcome.kind === "settled";
  const isAtAnswer = stopNow(check).screen === "answer";
  if (!openedNow || (isAnswered && !isAtAnswer)) return nothing;
  const { document, since, unused, replaced } = openedNow;
  const putBack = () => {
    check.along.putBack();
    goTo(headingOf(stopNow(check)));
  };
  const canCompare = isAnswered && !check.state.look.elder;
  return html`<section class="detail opened" id="opened" tabindex="-1" aria-labelledby="opened-heading">
    <h2 id="opened-heading">${take.openedOn(sayDate(context, document.on))}</h2>
    ${outcomeView(context, since, document.answered !== undefined)}
    ${unused.length > 0 ? html`<p>${take.unused(unused.join(text.list))}</p>` : nothing}
    ${
      canCompare || replaced
        ? html`<div class="take-actions">
            ${
              canCompare
                ? html`<button type="button" class="quiet" @click=${() => goTo("settlement")}>
                    ${take.compareHeading}
                  </button>`
                : nothing
            }
            ${
              replaced
                ? html`<button type="button" class="quiet" id="put-back" @click=${putBack}>
                    ${take.putBack}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </section>`;
}

/** On the first screen; in the elder mode nothing stands beside the one question. */
export function bringBackView(context: Context): TemplateResult | typeof nothing {
  if (context.kiosk || context.check.state.look.elder) return nothing;
  return html`<div class="bring-back">${openFileView(context, "quiet")}</div>`;
}
