// Hashes as browsers and our lists write them.
import { createHash } from "node:crypto";

/** `sha256-…` */
export function hashOf(algorithm, content) {
  return `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
}
