// Each bill on its own, the year as a whole, and why for every figure.

import type { Amount, Form, Payer, Personal, Result, SettledVisit } from "../../loader/contract.js";
import { layerLedgers, personalLedger, yearLedger, type Ledger } from "../../model/ledger.js";
import { figure } from "../../model/money.js";
import { categoryWords, lowerTrust } from "../../speech/answer.js";
import { say, sayVisit } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { scopeLines } from "./headline.js";
import { ledgerBlock } from "./ledger.js";
import { fold, heading, words, type Scene } from "./scene.js";

interface Why {
  readonly id: string;
  readonly said: string;
  readonly amount: Amount;
  readonly ledgers: readonly Ledger[];
  readonly below?: readonly string[];
}

function whyBlocks(scene: Scene, result: Result, { id, said, amount, ledgers, below = [] }: Why): Block[] {
  const { text } = scene;
  const printed = figure(amount);
  const inside = () => [
    ...ledgers.map((ledger, index) => ledgerBlock(scene, result, `why-${id}-${index}`, said, ledger)),
    ...below.flatMap((line, index) => words(`why-${id}-below-${index}`, line, "hint")),
  ];
  return fold(scene, `why-${id}`, said, inside, {
    look: "why",
    figure: printed,
    ask: text.why(printed),
    trust: lowerTrust(result, ledgers) ? text.lowerTrust : "",
  });
}

interface Part {
  /** `visit-1` or `year` */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly total: Amount;
  readonly payers: readonly Payer[];
  readonly personal: Personal;
  readonly ledgersOf: (payer: Payer) => readonly Ledger[];
}

function partBlocks(scene: Scene, result: Result, part: Part): Block[] {
  const { id, title, lead = "", total, payers, personal } = part;
  return [
    ...heading(`explained-${id}`, title, 3),
    ...words(`explained-${id}-lead`, lead, "hint"),
    ...payers.flatMap((payer) =>
      whyBlocks(scene, result, {
        id: `${id}-payer-${payer.id}`,
        said: say(scene, payer.label),
        amount: payer.amount,
        ledgers: part.ledgersOf(payer),
      }),
    ),
    ...whyBlocks(scene, result, {
      id: `${id}-personal`,
      said: scene.text.yourPart,
      amount: personal.total,
      ledgers: [{ lines: personalLedger(total, payers, personal) }],
      below: scopeLines(scene, personal),
    }),
  ];
}

function visitBlocks(scene: Scene, form: Form, result: Result, visit: SettledVisit): Block[] {
  return partBlocks(scene, result, {
    ...visit,
    id: `visit-${visit.id}`,
    title: sayVisit(scene, visit),
    lead: categoryWords(scene, form, visit),
    ledgersOf: ({ id }) => layerLedgers(visit, id),
  });
}

function yearBlocks(scene: Scene, result: Result): Block[] {
  return partBlocks(scene, result, {
    ...result,
    id: "year",
    title: scene.text.wholeYear,
    ledgersOf: (payer) => [{ lines: yearLedger(result, payer) }],
  });
}

export function explainedSections(scene: Scene, form: Form, result: Result): readonly Section[] {
  const inside = () => [
    ...result.visits.flatMap((visit) => visitBlocks(scene, form, result, visit)),
    ...(result.visits.length > 1 ? yearBlocks(scene, result) : []),
  ];
  return section("explained", fold(scene, "explained", scene.text.detailHeading, inside, { look: "part" }));
}
