// What page, frame, custom element and kiosk have in common: the component gets its view-model, which can be filled in
// while the engine and the rules are on their way.

import { Coming, type Stock } from "../loader/coming.js";
import { stateFor, type Wishes } from "../model/begin.js";
import type { Atlas } from "../model/places.js";
import { SelfCheck } from "../model/self-check.js";
import { isUntouched } from "../model/state.js";
import type { AidCheck } from "./aid-check.js";

/** Where all that the component needs comes from. */
export interface Supply {
  atlas(): Promise<Atlas>;
  stock(atlas: Atlas): Promise<Stock>;
}

export class Start {
  private check: SelfCheck | undefined;
  private arrive!: (stock: Stock) => void;
  private readonly coming = new Coming(new Promise((resolve) => (this.arrive = resolve)));

  constructor(
    private readonly element: AidCheck,
    private readonly supply: Supply,
    private readonly wishes: () => Wishes,
    /** Told once, before the component shows it. */
    private readonly begun: (check: SelfCheck) => void,
    /** Told at the end of each try whether all has arrived. */
    private readonly tried: (isReady: boolean) => void,
  ) {}

  /** Nothing has been entered or opened yet. */
  get isUntouched(): boolean {
    const state = this.check?.state;
    return !state || (state.place === this.wishes().place && isUntouched(state));
  }

  private async begin(): Promise<SelfCheck> {
    const atlas = await this.supply.atlas();
    const check = new SelfCheck(this.coming, atlas, new Date().getFullYear(), stateFor(atlas, this.wishes()));
    this.begun(check);
    check.refresh();
    return check;
  }

  /** Tried again it goes on with what was entered before. */
  async run(): Promise<void> {
    this.element.failed = undefined;
    try {
      this.check ??= await this.begin();
      this.element.check = this.check;
      this.arrive(await this.supply.stock(this.check.atlas));
      this.tried(true);
    } catch (error) {
      console.error(error);
      this.element.failed = () => void this.run();
      this.tried(false);
    }
  }
}
