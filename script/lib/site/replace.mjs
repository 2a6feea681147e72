import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** Writes a file in one step, so that nobody is served half of it; one that would not change keeps its time. */
export function replace(file, content) {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}
