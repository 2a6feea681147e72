// A copy of dist/ as operators serve it.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** script/site with these words: how it ended and what it said. */
export function site(words, env = {}) {
  const { status, stdout, stderr } = spawnSync(at("script/site"), words, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

/** A copy in a folder of its own; of what the build made for the web, where nothing else is named. */
export function copyOfSite(from = at("dist")) {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  chmodSync(folder, 0o755);
  const filter = (path) => !relative(from, path).startsWith("miniprogram");
  cpSync(from, folder, { recursive: true, preserveTimestamps: true, filter });
  return folder;
}
