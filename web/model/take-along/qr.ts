// A QR code as one path of an SVG, a module a unit.

import { correction, generate } from "lean-qr";

export interface Code {
  readonly path: string;
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
}

const QUIET = 4;

/** 97 modules: finer ones a phone's camera reads badly off a screen or a print. */
const FINEST = 20;

/** Undefined: the text is too long. */
export function codeOf(text: string): Code | undefined {
  try {
    const bitmap = generate(text, { minCorrectionLevel: correction.M, maxVersion: FINEST });
    let path = "";
    for (let y = 0; y < bitmap.size; y += 1) {
      for (let x = 0; x < bitmap.size; x += 1) {
        if (!bitmap.get(x, y)) continue;
        const from = x;
        while (bitmap.get(x, y)) x += 1;
        path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`;
      }
    }
    return { path, size: bitmap.size + 2 * QUIET };
  } catch {
    return undefined;
  }
}
