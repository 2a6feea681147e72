// What is pasted, or opened as a file, and what became of it.

import { textOf } from "./file.js";
import { importSheet, type Imported } from "./sheet.js";

const LARGEST_FILE = 2e6;

export class Import {
  pasted = "";
  imported: Imported | undefined;
  /** How many bills the form got from it. */
  taken = 0;

  constructor(private readonly changed: () => void) {}

  private become(pasted: string, imported: Imported | undefined, taken: number): void {
    Object.assign(this, { pasted, imported, taken });
    this.changed();
  }

  read(text: string): void {
    this.become(text, importSheet(text), 0);
  }

  done(bills: number): void {
    this.become("", undefined, bills);
  }

  async open(file: Blob | null | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST_FILE) this.become("", { visits: [], notUnderstood: [], problem: "too_long" }, 0);
    else this.read(textOf(new Uint8Array(await new Response(file).arrayBuffer())));
  }
}
