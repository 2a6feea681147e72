// clang-tidy over the engine's files of a compilation database: node script/lib/tidy.mjs BUILD_FOLDER
// A clean verdict is kept in build/tidy/ under a hash of all that it depends on inside the checkout.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

const TIDY = "clang-tidy-14";
const VERDICTS = "build/tidy";
const [buildFolder] = process.argv.slice(2);

function engineCommands() {
  const commands = JSON.parse(readFileSync(join(buildFolder, "compile_commands.json"), "utf8"));
  return commands
    .map(({ file, command }) => ({ file: relative(".", file), command }))
    .filter(({ file }) => /^(engine|wasm)\//.test(file));
}

// The file and every file of the checkout that it includes, directly or not.
function sourcesOf({ file, command }) {
  const folders = [...command.matchAll(/-I\s*(\S+)/g)].map((match) => match[1]);
  const found = new Set();
  const pending = [resolve(file)];
  while (pending.length > 0) {
    const source = pending.pop();
    if (found.has(source)) continue;
    found.add(source);
    for (const [, name] of readFileSync(source, "utf8").matchAll(/^\s*#include\s+["<]([^">]+)[">]/gm)) {
      const included = [dirname(source), ...folders].map((folder) => resolve(folder, name)).find(existsSync);
      if (included?.startsWith(resolve("."))) pending.push(included);
    }
  }
  return [...found].sort();
}

function verdictPath(unit) {
  const hash = createHash("sha256").update(unit.command).update(readFileSync(".clang-tidy"));
  for (const source of sourcesOf(unit)) hash.update(readFileSync(source));
  return join(VERDICTS, hash.digest("hex"));
}

function runTidy(file) {
  return new Promise((done) => {
    const tidy = spawn(TIDY, ["--quiet", "-p", buildFolder, file], { stdio: ["ignore", "pipe", "ignore"] });
    let report = "";
    tidy.stdout.on("data", (text) => (report += text));
    tidy.on("close", (status) => done({ clean: status === 0, report }));
    tidy.on("error", (error) => done({ clean: false, report: `${error.message}\n` }));
  });
}

async function isClean(unit) {
  const verdict = verdictPath(unit);
  if (existsSync(verdict)) return true;
  const { clean, report } = await runTidy(unit.file);
  if (clean) writeFileSync(verdict, "");
  else console.log(`FAILED: ${TIDY} ${unit.file}\n${report}`);
  return clean;
}

async function work(units, counts) {
  for (let unit = units.pop(); unit; unit = units.pop())
    counts[(await isClean(unit)) ? "passed" : "failed"]++;
}

mkdirSync(VERDICTS, { recursive: true });
const units = engineCommands();
const counts = { passed: 0, failed: 0 };
await Promise.all(Array.from({ length: availableParallelism() }, () => work(units, counts)));
console.log(`passed: ${counts.passed}, failed: ${counts.failed}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
