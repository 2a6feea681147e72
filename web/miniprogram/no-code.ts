// In a mini-program no link is made, so there is no code of one to draw; stands in for model/take-along/qr.ts.

import type { Code } from "../model/take-along/qr.js";

export function codeOf(): Code | undefined {
  return undefined;
}
