// The view-model: holds what was entered, asks the engine, and tells whoever shows it. It knows no page and no rule.

import {
  isError,
  type EngineError,
  type Estimator,
  type Form,
  type Result,
  type Words,
} from "../loader/contract.js";
import type { Change } from "./actions.js";
import { writeCase, type CaseText, type Problem } from "./case.js";
import { fieldAt, type Origins } from "./fields.js";
import type { State } from "./state.js";

/** One version of a place's rules; what the page does not need is left out here. */
export interface RulesVersion {
  readonly file: string;
  readonly from: string;
  readonly until?: string;
}

/** One place of `rules/index.json`. */
export interface Place {
  readonly code: string;
  readonly name: Words;
  readonly versions: readonly RulesVersion[];
}

export type Outcome =
  /** No place is chosen yet. */
  | { readonly kind: "start" }
  /** Something is still to be filled in or put right. */
  | { readonly kind: "incomplete"; readonly problems: readonly Problem[] }
  | { readonly kind: "settled"; readonly result: Result; readonly origins: Origins }
  /** Not the person's doing, and nothing at a field would help. */
  | { readonly kind: "failed"; readonly error: EngineError };

export class SelfCheck {
  form: Form | undefined;
  outcome: Outcome = { kind: "start" };

  #scheduled = false;
  #turn = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly engine: Estimator,
    readonly places: readonly Place[],
    /** The current year, the last one offered. */
    private readonly thisYear: number,
    public state: State,
  ) {}

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was entered is there at once; the answer follows in a microtask, once for all changes of the turn. */
  change(change: Change): void {
    const before = this.state;
    this.state = change(before);
    if (this.state === before) return;
    this.#tell();
    if (this.#scheduled) return;
    this.#scheduled = true;
    void Promise.resolve().then(() => {
      this.#scheduled = false;
      return this.#settle();
    });
  }

  /** The years in which rules of the chosen place (before a choice: of any place) are in force. */
  years(): string[] {
    const chosen = this.places.filter(({ code }) => code === this.state.place);
    const versions = (chosen.length > 0 ? chosen : this.places).flatMap((place) => place.versions);
    const yearOf = (date: string) => Number(date.slice(0, 4));
    const first = Math.min(...versions.map(({ from }) => yearOf(from)));
    const last = Math.max(...versions.map(({ until }) => (until ? yearOf(until) : this.thisYear)));
    const years: string[] = [];
    for (let year = Math.min(last, this.thisYear); year >= first; year -= 1) years.push(String(year));
    return years;
  }

  problemAt(field: string): Problem | undefined {
    return this.outcome.kind === "incomplete"
      ? this.outcome.problems.find((problem) => problem.field === field)
      : undefined;
  }

  async #settle(): Promise<void> {
    const turn = (this.#turn += 1);
    const { form, outcome } = await this.#ask(this.state);
    // A later change has asked again: that answer counts.
    if (turn !== this.#turn) return;
    this.form = form;
    this.outcome = outcome;
    this.#tell();
  }

  async #ask(state: State): Promise<{ form: Form | undefined; outcome: Outcome }> {
    if (state.place === "") return { form: undefined, outcome: { kind: "start" } };
    let form = this.form;
    if (form?.place !== state.place) {
      const described = await this.engine.describe(JSON.stringify({ place: state.place }));
      if (isError(described)) return { form: undefined, outcome: { kind: "failed", error: described.error } };
      form = described;
    }
    return { form, outcome: await this.#estimate(writeCase(state, form)) };
  }

  async #estimate({ text, origins, problems }: CaseText): Promise<Outcome> {
    if (problems.length > 0) return { kind: "incomplete", problems };
    const answer = await this.engine.estimate(text);
    if (!isError(answer)) return { kind: "settled", result: answer, origins };
    const { error } = answer;
    const field = error.kind === "bad_case" ? fieldAt(error.at ?? "", origins) : undefined;
    if (field === undefined) return { kind: "failed", error };
    const kind = error.code === "fact.missing" ? "missing" : "rejected";
    return { kind: "incomplete", problems: [{ field, kind, message: error.message }] };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
