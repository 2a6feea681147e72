// An engine's steps as the sum that a clerk writes on paper: one line each, sign and figure on the left,
// words in the middle, where it comes from at the end. Only lines that change nothing are left out. Where a visit may
// have gone in several ways, each has a sum of its own.

import type {
  Amount,
  Citation,
  Payer,
  Personal,
  Result,
  SettledVisit,
  Step,
  Words,
} from "../loader/contract.js";
import { figure, most } from "./money.js";

/** Words that the page brings for lines which are no step of the engine. */
export type OwnName = "subtotal" | "totalCost" | "yourPart" | "manyWays";

export type Origin = "sheet" | "settled" | readonly Citation[];

export interface LedgerLine {
  readonly sign: "" | "+" | "−" | "×" | "=";
  /** Empty where the line is a remark. */
  readonly figure: string;
  readonly name: Words | OwnName | { readonly visit: SettledVisit };
  /** The parameter as printed in the policy, where the figure is not that already. */
  readonly printed?: Words | string;
  readonly pool?: { readonly before: string; readonly after: string };
  readonly origin: Origin;
  readonly last: boolean;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** One of several ways in which it may have gone. */
  readonly sometimes?: boolean;
}

type Draft = Omit<LedgerLine, "last" | "origin"> & { readonly origin?: Origin };

function line(step: Step, sign: LedgerLine["sign"], text: string, more: Partial<Draft> = {}): Draft {
  return { sign, figure: text, name: step.label, origin: step.at ? "sheet" : step.cite, ...more };
}

function printed(step: Step): Partial<Draft> {
  return step.parameter === undefined ? {} : { printed: step.parameter };
}

function subtotal(step: Step): Draft {
  return { sign: "=", figure: figure(step.so_far ?? 0), name: "subtotal", origin: [] };
}

/** What a limit cut off; a limit of deductibles cuts the next line, not the sum. */
function poolLine(step: Step): Draft {
  const pool = { before: figure(step.left_before ?? 0), after: figure(step.left_after ?? 0) };
  const cut = step.op === "deductible_cap" ? 0 : (step.amount ?? 0);
  const cuts = most(cut) > 0;
  return line(step, cuts ? "−" : "", cuts ? figure(cut) : "", { pool, ...printed(step) });
}

/** How a rate is changed, by points or by a share. */
const HOW: Readonly<Record<string, LedgerLine["sign"]>> = { add: "+", subtract: "−", times: "×" };

/** Whether a share is not yet what is paid. */
function followed(next: Step | undefined): boolean {
  return next?.op === "adjust" || (next?.op === "paid_before" && next.amount !== 0);
}

function lines(step: Step, earlier: readonly Draft[], next: Step | undefined): Draft[] {
  const amount = figure(step.amount ?? 0);
  switch (step.op) {
    case "take":
      return [line(step, earlier.length > 0 ? "+" : "", amount)];
    case "less":
      return step.amount === 0 ? [] : [line(step, "−", amount, step.at ? {} : { origin: "settled" })];
    case "base":
      return earlier.length > 1 ? [line(step, "=", figure(step.so_far ?? 0))] : [];
    case "year_before":
      return step.amount === 0 ? [] : [line(step, "+", amount, { origin: "settled" })];
    case "year_now":
      return earlier[earlier.length - 1]?.sign === "+" ? [line(step, "=", figure(step.so_far ?? 0))] : [];
    case "first_bear":
      return step.amount === 0 ? [] : [line(step, "−", amount, printed(step)), subtotal(step)];
    case "deductible": {
      const taken = line(step, "−", amount, printed(step));
      return next?.op === "rate" ? [taken, subtotal(step)] : [taken];
    }
    case "rate": {
      const share = line(step, "×", step.parameter ?? "");
      return followed(next) ? [share, subtotal(step)] : [share];
    }
    case "adjust": {
      const change = line(step, HOW[step.from ?? ""] ?? "", step.parameter ?? "");
      return [change, subtotal(step)];
    }
    case "lump":
      return [line(step, "=", figure(step.so_far ?? 0), printed(step))];
    case "band": {
      const part = `${amount} × ${step.parameter ?? ""}`;
      const sign = earlier[earlier.length - 1]?.figure.includes("×") ? "+" : "";
      return [line(step, sign, part, step.band === undefined ? {} : { printed: step.band })];
    }
    case "paid_before":
      return step.amount === 0 ? [] : [line(step, "−", amount, { origin: "settled" })];
    case "cap":
    case "cost_cap":
    case "deductible_cap":
      return [poolLine(step)];
    case "pays":
      if (step.from === "many_ways")
        return [{ sign: "", figure: "", name: "manyWays" }, line(step, "=", amount)];
      return [
        line(step, "=", amount, step.from === "sheet" ? { sign: "", origin: "sheet" } : { origin: [] }),
      ];
    case "not_paid":
      return [line(step, "=", figure(0))];
  }
}

function finish(drafts: readonly Draft[]): LedgerLine[] {
  return drafts.map((draft, index) => ({ origin: [], ...draft, last: index === drafts.length - 1 }));
}

/** A layer's steps end with what it pays, or with why it pays nothing; behind that stands another way. */
function waysOf(steps: readonly Step[]): Step[][] {
  const ways: Step[][] = [[]];
  for (const step of steps) {
    ways[ways.length - 1]?.push(step);
    if (step.op === "pays" || step.op === "not_paid") ways.push([]);
  }
  return ways.filter((way) => way.length > 0);
}

/** Why one layer pays what it pays at one visit. */
export function layerLedgers(visit: SettledVisit, layer: string): Ledger[] {
  return waysOf(visit.steps.filter((step) => step.layer === layer)).map((way) => {
    const drafts: Draft[] = [];
    way.forEach((step, index) => drafts.push(...lines(step, drafts, way[index + 1])));
    return { lines: finish(drafts), sometimes: way[0]?.sometimes ?? false };
  });
}

/** What one payer pays in the year, visit by visit. */
export function yearLedger(result: Pick<Result, "visits">, payer: Payer): LedgerLine[] {
  const paid = result.visits.map((visit) => ({
    visit,
    amount: visit.payers.find(({ id }) => id === payer.id)?.amount ?? 0,
  }));
  return finish([
    ...paid
      .filter(({ amount }) => amount !== 0)
      .map(({ visit, amount }, index): Draft => ({
        sign: index > 0 ? "+" : "",
        figure: figure(amount),
        name: { visit },
        origin: "settled",
      })),
    { sign: "=", figure: figure(payer.amount), name: payer.label },
  ]);
}

/** Why the person pays what is left. */
export function personalLedger(total: Amount, payers: readonly Payer[], personal: Personal): LedgerLine[] {
  return finish([
    { sign: "", figure: figure(total), name: "totalCost", origin: "sheet" },
    ...payers
      .filter(({ amount }) => amount !== 0)
      .map(({ amount, label }): Draft => ({
        sign: "−",
        figure: figure(amount),
        name: label,
        origin: "settled",
      })),
    { sign: "=", figure: figure(personal.total), name: "yourPart" },
  ]);
}
