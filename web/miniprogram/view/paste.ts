// A sheet from pasted words: what was understood, what was not, and the button that fills in the form.

import type { Form } from "../../loader/contract.js";
import { VISITS } from "../../model/fields.js";
import { yuanOf } from "../../model/import/amounts.js";
import type { NotUnderstood } from "../../model/import/records.js";
import type { Imported } from "../../model/import/sheet.js";
import { takeOver } from "../../model/import/take.js";
import type { ImportedVisit, Understood } from "../../model/import/understand.js";
import { groupedDigits } from "../../model/money.js";
import { labelOf, valueOf } from "../../speech/imported.js";
import { importTextsIn } from "../../text/import/index.js";
import { section, type Block, type Section } from "./blocks.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

/** More lines than that are of something else. */
const LONGEST_LIST = 100;

const textOf = ({ language }: Scene) => importTextsIn(language);

function understoodBlocks(scene: Scene, form: Form, at: string, understood: readonly Understood[]): Block[] {
  const text = textOf(scene);
  if (understood.length === 0) return [];
  const line = (each: Understood, index: number) => {
    const label = labelOf(scene, form, each.field);
    const printed = each.printed === label ? "" : `（${each.printed || text.derived}）`;
    return words(`${at}-${index}`, `${label}${printed} ${valueOf(scene, form, each)}`, "item");
  };
  return fold(scene, at, text.understood(understood.length), () => understood.flatMap(line), {
    atFirst: true,
  });
}

function leftBlocks(scene: Scene, at: string, left: readonly NotUnderstood[]): Block[] {
  const text = textOf(scene);
  if (left.length === 0) return [];
  const line = ({ name, value, reason }: NotUnderstood, index: number) => [
    ...words(`${at}-${index}`, `${name} ${value}`, "item"),
    ...words(`${at}-${index}-why`, text.reasons[reason] ?? "", "hint"),
  ];
  const inside = () => [
    ...left.slice(0, LONGEST_LIST).flatMap(line),
    ...words(`${at}-more`, left.length > LONGEST_LIST ? "…" : ""),
  ];
  return fold(scene, at, text.notUnderstood(left.length), inside);
}

function billBlocks(scene: Scene, form: Form, visit: ImportedVisit, position: number): Block[] {
  const text = textOf(scene);
  const at = `import-${position + 1}`;
  return [
    ...heading(at, text.bill(position + 1), 3),
    ...visit.notes.flatMap((note) => words(`${at}-${note}`, text.notes[note] ?? "", "remark")),
    ...visit.sums
      .filter(({ state }) => state !== "open")
      .flatMap(({ printed, fen, state }, index) =>
        state === "fits"
          ? words(`${at}-sum-${index}`, text.sumFits(printed), "check-on")
          : words(`${at}-sum-${index}`, text.sumDiffers(printed, groupedDigits(yuanOf(fen))), "check-off"),
      ),
    ...understoodBlocks(scene, form, `${at}-understood`, visit.understood),
    ...leftBlocks(scene, `${at}-left`, visit.notUnderstood),
  ];
}

function resultBlocks(scene: Scene, form: Form, imported: Imported): Block[] {
  const text = textOf(scene);
  const { change, goTo } = scene;
  const source = scene.check.imported;
  const { visits, notUnderstood, problem } = imported;
  if (problem) {
    return [
      ...words("import-problem", text.problems[problem] ?? "", "wrong"),
      ...leftBlocks(scene, "import-left", notUnderstood),
    ];
  }
  const bills = visits.filter(({ refund }) => !refund).length;
  const take = () => {
    change(takeOver(visits));
    source.done(bills);
    goTo(VISITS);
  };
  return [
    ...visits.flatMap((visit, position) => billBlocks(scene, form, visit, position)),
    ...words("import-outside", notUnderstood.length > 0 ? text.outside : "", "strong"),
    ...leftBlocks(scene, "import-left", notUnderstood),
    ...(bills > 0 ? button(scene, "import-take", text.takeOver(bills), take, { look: "main" }) : []),
  ];
}

function entryBlocks(scene: Scene): Block[] {
  const text = textOf(scene);
  const source = scene.check.imported;
  const id = scene.on("import-text", (pasted) => (source.pasted = pasted));
  return [
    ...words("import-lead", text.pasteLead),
    {
      kind: "field",
      key: id,
      control: "area",
      label: text.paste,
      hint: "",
      entry: scene.shownIn(id, source.pasted),
      wrong: false,
      problem: "",
    },
    ...button(scene, "import-read", text.read, () => source.read(source.pasted)),
  ];
}

export function pasteSections(scene: Scene, form: Form): readonly Section[] {
  const text = textOf(scene);
  const { imported, taken } = scene.check.imported;
  const inside = () => [...entryBlocks(scene), ...(imported ? resultBlocks(scene, form, imported) : [])];
  return section("import", [
    ...fold(scene, "import", text.heading, inside, { look: "part", atFirst: imported !== undefined }),
    ...words("import-taken", taken > 0 ? text.takenOver(taken) : "", "check-on"),
  ]);
}
