// The package as WeChat's tools take it: what it is made of, how large it is, and what it never reaches for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, relative } from "node:path";
import test from "node:test";
import vm from "node:vm";
import { ESLint } from "eslint";
import { PACKAGE, requireIn } from "./wechat.mjs";

const LIMIT = 1_000_000;

const files = readdirSync(PACKAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ path, parentPath = path, name }) => relative(PACKAGE, join(parentPath, name)));
const read = (file) => readFileSync(join(PACKAGE, file), "utf8");
const json = (file) => JSON.parse(read(file));

test("under 1 MB in all", () => {
  const size = files.reduce((sum, file) => sum + readFileSync(join(PACKAGE, file)).length, 0);
  assert.ok(size < LIMIT, `${size} bytes`);
});

test("each page and component that is named is there, with its four files", () => {
  const { pages, sitemapLocation, themeLocation } = json("app.json");
  for (const page of [...pages, "components/aid-check/index"]) {
    for (const type of ["js", "json", "wxml", "wxss"]) {
      // A page need not have a style sheet of its own.
      if (type === "wxss" && page.startsWith("pages/")) continue;
      assert.ok(files.includes(`${page}.${type}`), `${page}.${type}`);
    }
    for (const used of Object.values(json(`${page}.json`).usingComponents ?? {})) {
      assert.equal(json(`${used.slice(1)}.json`).component, true);
    }
  }
  for (const file of ["app.js", "app.wxss", sitemapLocation, themeLocation]) {
    assert.ok(files.includes(file), file);
  }
  assert.equal(json("project.config.json").compileType, "miniprogram");
});

test("the colours of the window are there for both grounds", () => {
  const { light, dark } = json("theme.json");
  const wanted = Object.values(json("app.json").window).flatMap((value) => /^@(\w+)$/.exec(value)?.[1] ?? []);
  for (const name of wanted) assert.ok(name in light && name in dark, name);
});

/** What the vendor's tools upload; project.config.json is for the tools alone. */
const UPLOADED = new Set([".js", ".json", ".wxml", ".wxss", ".png", ".br"]);

test("nothing in it that would not be uploaded", () => {
  assert.deepEqual(
    files.filter((file) => !UPLOADED.has(extname(file))),
    [],
  );
});

/** Of the model that is shared with the page; each is asked for by `typeof` first, or by what is not offered here. */
const GUARDED = ["TextEncoder", "TextDecoder", "Response", "WebAssembly", "atob"];
const GIVEN = ["wx", "WXWebAssembly", "App", "Page", "Component", "module", "exports", "require"];
const TIMERS = ["setTimeout", "clearTimeout"];

test("its scripts are of 2017, and use nothing that browsers have and WeChat has not", async () => {
  const eslint = new ESLint({
    cwd: PACKAGE,
    overrideConfigFile: true,
    overrideConfig: [
      {
        languageOptions: {
          ecmaVersion: 2017,
          sourceType: "script",
          globals: Object.fromEntries([...GIVEN, ...TIMERS, ...GUARDED].map((name) => [name, "readonly"])),
        },
        rules: { "no-undef": ["error", { typeof: false }] },
      },
    ],
  });
  const results = await eslint.lintFiles(["**/*.js"]);
  assert.ok(results.length >= 10);
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ message, line, column }) => `${filePath}:${line}:${column} ${message}`),
  );
  assert.deepEqual(found, []);
});

/** The whole of WeChat that this needs: nothing is sent, nothing is kept, nothing is asked of the device. */
const CALLS = ["getAppBaseInfo", "getSystemInfoSync", "onThemeChange", "offThemeChange", "pageScrollTo"];

test("it calls nothing of WeChat that sends, stores or asks", () => {
  const calls = files
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => [...read(file).matchAll(/\bwx\.(\w+)/g)].map(([, name]) => name));
  assert.deepEqual([...new Set(calls)].sort(), [...CALLS].sort());
  for (const file of files.filter((each) => /\.(wxml|wxss|json)$/.test(each))) {
    assert.doesNotMatch(read(file), /<(web-view|image|open-data|ad)\b|open-type|url\(|@import/, file);
  }
});

test("what is required is in the package, and by a name that the tools can see", () => {
  for (const file of files.filter((each) => each.endsWith(".js"))) {
    for (const [, name] of read(file).matchAll(/\brequire\(([^)]*)\)/g)) {
      const [, path] = /^"(\.[^"]+)"$/.exec(name) ?? [];
      assert.ok(path && files.includes(join(dirname(file), path)), `${file}: require(${name})`);
    }
  }
});

/** The first words, in code, of a table's rows whose head is `head`. */
function documented(head) {
  const page = readFileSync(new URL("../../docs/miniprogram.md", import.meta.url), "utf8");
  const [, table] = page.split(new RegExp(`^\\| ${head} .*\\n\\|.*\\n`, "m"));
  return [...table.split("\n\n")[0].matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort();
}

test("the attributes and events of the component are those that are documented", () => {
  let options;
  const context = vm.createContext({ Component: (given) => (options = given) });
  requireIn(context, "components/aid-check/index.js");
  assert.deepEqual(documented("attribute"), Object.keys(options.properties).sort());
  const script = read("components/aid-check/index.js");
  const events = [...script.matchAll(/host\.triggerEvent\("(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual(documented("event"), [...new Set(events)].sort());
});

/** By which the component's style sheet may choose: a component's knows no ids, tags or attributes. */
test("the style sheet of the component knows classes alone, and each class of the screen but those for tests", () => {
  const css = read("components/aid-check/index.wxss").replace(/\/\*[\s\S]*?\*\//g, "");
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, all]) => all.trim().split(/\s*,\s*/));
  for (const selector of selectors) assert.match(selector, /^(\.[\w-]+)+( (\.[\w-]+)+)*(::\w+)?$/, selector);
  const named = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const set = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  assert.deepEqual(
    [...named].filter((name) => !set.has(name) && name !== "--unit"),
    [],
  );
});

const WCC = createRequire(import.meta.url)
  .resolve("miniprogram-compiler")
  .replace(/index\.js$/, "bin/linux/wcc");
const runs = process.platform === "linux" && process.arch === "x64" && existsSync(WCC);

test(
  "the vendor's compiler takes every template",
  { skip: !runs && "it runs on Linux for x86-64 alone" },
  () => {
    chmodSync(WCC, 0o755);
    const templates = files.filter((file) => file.endsWith(".wxml"));
    const { status, stdout, stderr } = spawnSync(WCC, ["-d", ...templates], {
      cwd: PACKAGE,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    for (const template of templates) assert.ok(stdout.includes(template), template);
  },
);
