// What the README tells a newcomer to type works.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

process.chdir(new URL("../..", import.meta.url).pathname);

const readme = readFileSync("README.md", "utf8");
const shell = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap((block) => block[1].trim().split("\n"));
const commands = shell.map((line) => line.replace(/\s+#.*$/u, ""));

test("the README shows commands", () => {
  assert.ok(commands.includes("script/server") && commands.includes("script/test"));
});

for (const command of commands.filter((line) => line.startsWith("build/native/"))) {
  test(`${command} succeeds with JSON`, () => {
    const [program, ...words] = command.split(" ");
    const { status, stdout } = spawnSync(program, words, { encoding: "utf8" });
    assert.equal(status, 0, stdout);
    assert.equal(typeof JSON.parse(stdout), "object");
  });
}

for (const script of new Set(readme.match(/script\/[a-z]+/gu))) {
  test(`${script} is there`, () => assert.ok(existsSync(script)));
}

for (const [, path] of readme.matchAll(/\]\(((?:docs|web)[^)]*)\)/gu)) {
  test(`the README's link to ${path} leads somewhere`, () => assert.ok(existsSync(path)));
}
