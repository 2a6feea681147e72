// How long nobody has touched the kiosk. First it is quiet, then it asks, then it is over.

export interface IdleTimes {
  /** Seconds without a touch until it asks, and from then until it is over. */
  readonly quiet: number;
  readonly asking: number;
}

export class Idle {
  private touched = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly times: IdleTimes,
    private readonly now: () => number,
    private readonly tick: () => void,
    private readonly over: () => void,
  ) {}

  /** Counts from now on. */
  start(): void {
    this.touch();
    this.timer ??= setInterval(() => {
      if (this.left <= 0) {
        this.stop();
        this.over();
      }
      this.tick();
    }, 1000);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  touch(): void {
    this.touched = this.now();
  }

  get isRunning(): boolean {
    return this.timer !== undefined;
  }

  /** Whole seconds until it is over. */
  get left(): number {
    const { quiet, asking } = this.times;
    return Math.ceil(quiet + asking - (this.now() - this.touched) / 1000);
  }

  /** From 1, just touched, to 0. */
  get share(): number {
    return Math.max(0, this.left / (this.times.quiet + this.times.asking));
  }

  get isAsking(): boolean {
    return this.isRunning && this.left <= this.times.asking;
  }
}
