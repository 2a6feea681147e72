// The view-model: holds what was entered, asks the engine, and tells whoever shows it. It knows no page and no rule.

import { isError, type Estimator, type Form, type Result } from "../loader/contract.js";
import { supposing, type Change } from "./actions.js";
import { helpsWith, writeCase, type CaseText, type Problem } from "./case.js";
import { IDENTITIES, VISITS, fieldAt } from "./fields.js";
import { guideOf, problemsOf, type Outcome, type Supposed } from "./outcome.js";
import type { Atlas } from "./places.js";
import type { State } from "./state.js";
import { Import } from "./import/source.js";
import { Patient } from "./patient.js";
import { TakeAlong } from "./take-along/take-along.js";
import { withQuestionsOf } from "./telling.js";

/** Which category it may be can be told before these are filled in. */
function canWait({ field, kind }: Problem): boolean {
  return kind === "missing" && (field === VISITS || field === IDENTITIES);
}

export class SelfCheck {
  form: Form | undefined;
  outcome: Outcome = { kind: "start" };

  /** By the place that was asked for; a form's own `place` is the one whose rules serve it. */
  private readonly forms = new Map<string, Form>();
  private readonly engine: Patient;
  /** Changes until now, and until the one to which the outcome belongs. */
  private changes = 0;
  private answered = 0;
  private settling = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  readonly along: TakeAlong;
  readonly imported = new Import(() => this.notify());

  constructor(
    engine: Estimator,
    readonly atlas: Atlas,
    /** The current year, the last one offered. */
    private readonly thisYear: number,
    public state: State,
  ) {
    this.engine = new Patient(engine);
    this.along = new TakeAlong(this);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What was entered is there at once; the answer follows in a microtask or later, once for all changes of the turn. */
  change(change: Change): void {
    const before = this.state;
    this.state = change(before);
    if (this.state === before) return;
    this.notify();
    this.refresh();
  }

  /** Settles what is entered. */
  refresh(): void {
    const turn = (this.changes += 1);
    this.settling = this.engine.pause().then(() => this.settle(turn));
  }

  /** Whether what changes from now on is typed, key by key. */
  set typed(typed: boolean) {
    this.engine.typed = typed;
  }

  /** Whether the outcome is of before the last change. */
  get isBehind(): boolean {
    return this.answered !== this.changes;
  }

  /** Resolves once it is not. */
  async caughtUp(): Promise<void> {
    while (this.isBehind) {
      this.engine.hurry();
      await this.settling;
    }
  }

  years(): string[] {
    return this.atlas.years(this.state.place, this.thisYear);
  }

  get guide(): Result | undefined {
    return guideOf(this.outcome);
  }

  get problems(): readonly Problem[] {
    return this.waits ? [] : problemsOf(this.outcome);
  }

  /** Whether the rules of the place that was chosen are still on their way. */
  get waits(): boolean {
    return this.state.place !== "" && this.outcome.kind === "start";
  }

  problemAt(field: string): Problem | undefined {
    return this.problems.find((problem) => problem.field === field);
  }

  /** A later change asks again: that answer counts. */
  private async settle(turn: number): Promise<void> {
    if (turn !== this.changes) return;
    const { form, outcome } = await this.ask(this.state);
    if (turn !== this.changes) return;
    this.answered = turn;
    this.form = form;
    this.outcome = outcome;
    this.notify();
  }

  /** What would come of a state, whether or not it is the one on the page. */
  async ask(state: State): Promise<{ form: Form | undefined; outcome: Outcome }> {
    if (state.place === "") return { form: undefined, outcome: { kind: "start" } };
    let form = this.forms.get(state.place);
    if (!form) {
      const described = await this.engine.describe(JSON.stringify({ place: state.place }));
      if (isError(described)) return { form: undefined, outcome: { kind: "failed", error: described.error } };
      form = described;
      this.forms.set(state.place, form);
    }
    const written = writeCase(state, form);
    const { problems } = written;
    if (problems.length === 0) return { form, outcome: await this.estimate(form, written, state) };
    const guide =
      helpsWith(state) && problems.every(canWait) ? await this.engine.estimate(written.text) : undefined;
    return { form, outcome: { kind: "incomplete", problems, ...(guide && !isError(guide) && { guide }) } };
  }

  private async suppose(
    form: Form,
    state: State,
    { categories = [] }: Result,
  ): Promise<Supposed | undefined> {
    const { supposed: category } = state;
    const isLikely = categories.some((each) => each.category === category && each.state === "likely");
    const result = isLikely && (await this.engine.estimate(writeCase(supposing(state), form).text));
    return result && !isError(result) ? { category, result } : undefined;
  }

  private async estimate(form: Form, { text, origins }: CaseText, state: State): Promise<Outcome> {
    const answer = await this.engine.estimate(text);
    if (!isError(answer)) {
      const supposed = await this.suppose(form, state, answer);
      return { kind: "settled", result: withQuestionsOf(form, answer), origins, supposed };
    }
    const { error } = answer;
    const field = error.kind === "bad_case" ? fieldAt(error.at ?? "", origins) : undefined;
    if (field === undefined) return { kind: "failed", error };
    const kind = error.code === "fact.missing" ? "missing" : "rejected";
    return { kind: "incomplete", problems: [{ field, kind, message: error.message }] };
  }

  notify(): void {
    for (const listener of this.listeners) listener();
  }
}
