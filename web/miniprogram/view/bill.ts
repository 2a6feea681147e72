// One bill, entered under the words that are printed on it.

import type { Form, SheetField } from "../../loader/contract.js";
import { setLook, setSheetAmount, setVisitDate, setVisitFact, setVisitUnsure } from "../../model/actions.js";
import { visitField } from "../../model/fields.js";
import { showsField } from "../../model/path.js";
import { commonRows, otherRows, paperOf, papersAt } from "../../model/sheet-rows.js";
import type { Visit } from "../../model/state.js";
import { fitsWords } from "../../speech/fits.js";
import { say } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { amountField, dateField, factField, oneOf, type UnsureOptions } from "./field.js";
import { billNotices } from "./notices.js";
import { fold, heading, words, type Scene } from "./scene.js";

/** The open bill, and its place among all. */
interface Bill {
  readonly form: Form;
  readonly visit: Visit;
  readonly position: number;
}

const fieldOf = ({ position }: Bill, name: string): string => visitField(position, name);

function unsureOf({ change }: Scene, { visit }: Bill, name: string): UnsureOptions {
  return {
    on: visit.unsure[name] ?? false,
    set: (on) => change(setVisitUnsure(visit.key, name, on)),
  };
}

function sheetAmount(scene: Scene, bill: Bill, { id, label }: SheetField): Block[] {
  const { text, check, change } = scene;
  return amountField(scene, {
    id: fieldOf(bill, id),
    label: text.paperRows[paperOf(check.state)]?.[id] ?? say(scene, label),
    hint: text.sheetWords[id],
    entry: bill.visit.sheet[id] ?? "",
    onEntry: (entry) => change(setSheetAmount(bill.visit.key, id, entry)),
    unsure: unsureOf(scene, bill, id),
  });
}

function factBlocks(scene: Scene, bill: Bill, wanted: (id: string) => boolean): Block[] {
  const { form, visit } = bill;
  return form.facts
    .filter(({ id, of }) => of === "visit" && wanted(id) && showsField(scene.check, fieldOf(bill, id)))
    .flatMap((fact) =>
      factField(scene, fact, {
        id: fieldOf(bill, fact.id),
        entry: visit.facts[fact.id] ?? "",
        onEntry: (entry) => scene.change(setVisitFact(visit.key, fact.id, entry)),
        unsure: unsureOf(scene, bill, fact.id),
      }),
    );
}

function dateBlocks(scene: Scene, bill: Bill): Block[] {
  const { text, change } = scene;
  const { visit } = bill;
  const end = (which: "from" | "until", label: string, hint: string) =>
    dateField(scene, {
      id: fieldOf(bill, which),
      label,
      hint,
      entry: visit[which],
      onEntry: (entry) => change(setVisitDate(visit.key, which, entry)),
    });
  return [
    ...end("from", text.visitFrom, text.dateHint),
    ...end("until", text.visitUntil, text.visitUntilHint),
  ];
}

/** The form has the rows of the paper in hand. */
function paperBlocks(scene: Scene, bill: Bill): Block[] {
  const { check, text, change } = scene;
  const papers = papersAt(check.state);
  const paper = paperOf(check.state);
  const options = {
    id: fieldOf(bill, "paper"),
    label: text.paper,
    entry: paper as string,
    onEntry: (chosen: string) => change(setLook({ paper: papers.find((each) => each === chosen) ?? "" })),
  };
  const choices = papers.map((value) => ({ value, label: text.paperNames[value] }));
  return [
    ...oneOf(scene, options, choices),
    ...words(`${options.id}-note`, text.paperNotes[paper] ?? "", "remark"),
  ];
}

function otherRowsBlocks(scene: Scene, bill: Bill): Block[] {
  const { check, text } = scene;
  const rest = otherRows(bill.form, paperOf(check.state));
  const [first] = rest;
  if (!first || !showsField(check, fieldOf(bill, first.id))) return [];
  const inUse = rest.some(
    ({ id }) => (bill.visit.sheet[id] ?? "") !== "" || check.problemAt(fieldOf(bill, id)) !== undefined,
  );
  const key = fieldOf(bill, "more");
  const inside = () => [
    ...words(`${key}-hint`, text.moreSheetHint, "hint"),
    ...rest.flatMap((field) => sheetAmount(scene, bill, field)),
  ];
  return fold(scene, key, text.moreSheet, inside, { atFirst: inUse });
}

function sheetBlocks(scene: Scene, bill: Bill): Block[] {
  const { check, text } = scene;
  const shows = (name: string) => showsField(check, fieldOf(bill, name));
  const atSheet = shows("paper") || bill.form.sheet.some(({ id }) => shows(id));
  if (!atSheet) return [];
  const rows = commonRows(bill.form, paperOf(check.state)).filter(({ id }) => shows(id));
  return [
    ...heading("sheet-heading", text.sheetSection, 3),
    ...words("sheet-unit", text.sheetUnit, "hint"),
    ...(shows("paper") ? paperBlocks(scene, bill) : []),
    ...rows.flatMap((field) => sheetAmount(scene, bill, field)),
    ...otherRowsBlocks(scene, bill),
  ];
}

function careBlocks(scene: Scene, bill: Bill, alone: boolean): Block[] {
  const { text, check } = scene;
  const asked = [
    ...factBlocks(scene, bill, (id) => id === "kind"),
    ...(showsField(check, fieldOf(bill, "from")) ? dateBlocks(scene, bill) : []),
    ...factBlocks(scene, bill, (id) => id !== "kind"),
  ];
  return alone ? asked : [...heading("visit-heading", text.visitSection, 3), ...asked];
}

const FIT_LOOKS = { fits: "check-on", over: "check-off", short: "check-off", open: "hint" } as const;

export function billSections(scene: Scene, form: Form): readonly Section[] {
  const { visits, openVisit, look } = scene.check.state;
  const position = visits.findIndex(({ key }) => key === openVisit);
  const visit = visits[position];
  if (!visit) return [];
  const bill: Bill = { form, visit, position };
  const sheet = sheetBlocks(scene, bill);
  const fits = fitsWords(scene, form, visit).flatMap(({ fit, words: said }) =>
    words(`fit-${fit.rule}`, said, FIT_LOOKS[fit.state]),
  );
  return [
    ...section("visit-care", careBlocks(scene, bill, look.elder && sheet.length > 0)),
    ...section("visit-sheet", sheet),
    ...section("bill-check", [...fits, ...billNotices(scene, position)]),
  ];
}
