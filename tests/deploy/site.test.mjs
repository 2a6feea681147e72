// script/site, with which operators renew and check the folder that they serve.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { copyOfSite, site } from "../support/site.mjs";

process.chdir(new URL("../..", import.meta.url).pathname);

const PACK = "rules/packs/320200/2023-01-01.json";
const NEWER = "rules/packs/320200/2030-01-01.json";

// To compress is seconds of work: done once.
const renewed = copyOfSite();
const first = site(["renew", renewed]);
after(() => rmSync(renewed, { recursive: true }));

let folder;
beforeEach(() => (folder = copyOfSite(renewed)));
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path) => readFileSync(join(folder, path), "utf8");
const write = (path, text) => writeFileSync(join(folder, path), text);

const versionsOf = (code) => {
  const { places } = JSON.parse(read("rules/index.json"));
  return places.find((place) => place.code === code).versions.map(({ file }) => `rules/${file}`);
};

describe("renew", () => {
  test("changes nothing of what the build made, and adds the .br files", () => {
    assert.deepEqual([first.status, first.stderr], [0, ""]);
    assert.equal(read("rules/index.json"), readFileSync("rules/index.json", "utf8"));
    const packed = readFileSync(join(folder, "engine.wasm.br"));
    assert.ok(brotliDecompressSync(packed).equals(readFileSync(join(folder, "engine.wasm"))));
    assert.ok(!existsSync(join(folder, "integrity.json.br")), "too small to gain");
  });

  test("lists a pack that was added, and no longer one that was taken away", () => {
    const { in_force, ...pack } = JSON.parse(read(PACK));
    write(NEWER, JSON.stringify({ ...pack, in_force: { ...in_force, from: "2030-01-01" } }));
    write(PACK, JSON.stringify({ ...pack, in_force: { ...in_force, until: "2029-12-31" } }));
    assert.deepEqual(site(["renew", folder]).stderr, "");
    assert.ok(versionsOf("320200").includes(NEWER));
    assert.equal(site(["check", folder]).status, 0);

    rmSync(join(folder, NEWER));
    assert.equal(site(["check", folder]).status, 1);
    site(["renew", folder]);
    assert.ok(!versionsOf("320200").includes(NEWER));
    assert.ok(!existsSync(join(folder, `${NEWER}.br`)));
    assert.equal(site(["check", folder]).status, 0);
  });

  for (const [name, text, told] of [
    ["that is no JSON", "{", /2030-01-01\.json/],
    ["that says nothing", "{}", /2030-01-01\.json: "place" is missing/],
  ]) {
    test(`a pack ${name} is named, and nothing is written`, () => {
      const before = read("rules/index.json");
      write(NEWER, text);
      const { status, stderr } = site(["renew", folder]);
      assert.equal(status, 1);
      assert.match(stderr, told);
      assert.equal(read("rules/index.json"), before);
      assert.ok(!existsSync(join(folder, `${NEWER}.br`)));
    });
  }
});

test("the mini-programs are left as they are", () => {
  mkdirSync(join(folder, "miniprogram"));
  write("miniprogram/engine.wasm.br", "their own");
  assert.equal(site(["renew", folder]).status, 0);
  assert.equal(read("miniprogram/engine.wasm.br"), "their own");
  assert.equal(site(["check", folder]).status, 0);
});

describe("check", () => {
  const complaintsAfter = (change) => {
    change();
    const { status, stderr } = site(["check", folder]);
    assert.equal(status, 1);
    return stderr.trim().split("\n");
  };

  test("is content with what the build made and renew completed", () => {
    assert.equal(site(["check", "dist"]).status, 0);
    const { status, stdout } = site(["check", folder]);
    assert.equal(status, 0);
    assert.match(stdout, /files are as they should be/);
  });

  for (const path of [
    "index.html",
    "embed.html",
    "page.js",
    "aid-check.js",
    "engine.js",
    "rules/places.json",
    PACK,
  ]) {
    test(`finds that ${path} was changed, beside its .br file or in it`, () => {
      const told = complaintsAfter(() => write(path, `${read(path)} `)).join("\n");
      assert.match(
        told,
        new RegExp(`^${path}: is not what (sw\\.js|integrity\\.json|rules/index\\.json) names$`, "m"),
      );
      assert.match(told, new RegExp(`^${path}\\.br: is not what stands beside it$`, "m"));
    });
  }

  test("finds what is gone", () => {
    const [first, ...others] = complaintsAfter(() => rmSync(join(folder, "page.css")));
    assert.match(first, /^page\.css: /);
    assert.deepEqual(others, ["page.css.br: is not what stands beside it"]);
  });

  for (const [list, text] of [
    ["sw.js", ""],
    ["integrity.json", "{"],
    ["rules/index.json", '{"places": []}'],
  ]) {
    test(`finds that ${list} is cut off`, () => {
      const told = complaintsAfter(() => write(list, text));
      assert.ok(told.some((line) => line.startsWith(`${list}: `)));
    });
  }
});

test("other words are answered with how to use it", () => {
  for (const words of [[], ["renew"], ["toString", folder], ["check", folder, folder]]) {
    const { status, stderr } = site(words);
    assert.equal(status, 2);
    assert.match(stderr, /^usage: script\/site renew FOLDER/);
  }
});
