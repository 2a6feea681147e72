// dist/ behind Debian's nginx with the documented configuration: what operators and portals are promised.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { get as getPlain } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { after, before, describe, test } from "node:test";
import { connect as connectSecurely } from "node:tls";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startNginx } from "../support/nginx.mjs";
import { copyOfSite, site } from "../support/site.mjs";

const DOCS = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");

const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  wasm: "application/wasm",
};

/** What the custom element and the scripts of a portal fetch from another origin. */
const FOR_PORTALS = [
  "aid-check.js",
  "embed.js",
  "element.css",
  "engine.wasm",
  "engine.js",
  "rules/index.json",
  "rules/places.json",
  "rules/packs/320200/2023-01-01.json",
];

let folder;
let server;
let files;

before(async () => {
  folder = copyOfSite();
  files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  assert.equal(site(["renew", folder]).status, 0);
  server = await startNginx(folder, { portals: "https://portal.example https://www.portal.example" });
});
after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

function answer(how, address, headers, options = {}) {
  return new Promise((resolve, reject) => {
    how(address, { headers, agent: false, ...options }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        const { statusCode: status, headers: told } = response;
        resolve({ status, headers: told, body: Buffer.concat(parts) });
      });
    }).on("error", reject);
  });
}

const ask = (path, headers = {}, from = server) =>
  answer(get, `${from.address}/${path}`, headers, { ca: readFileSync(from.certificate) });

const fileAt = (path) => readFileSync(join(folder, path));

function directivesOf(policy) {
  return Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name, ...values] = directive.trim().split(/\s+/);
      return [name, values.sort()];
    }),
  );
}

const policyIn = (document) => /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(document)[1];

test("every file arrives whole, with its type, and none says where else to go", async () => {
  assert.ok(files.length > 20);
  for (const path of files) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-type"], TYPES[path.split(".").at(-1)], path);
    assert.ok(body.equals(fileAt(path)), path);
    assert.equal(headers["set-cookie"], undefined, path);
    assert.doesNotMatch(
      JSON.stringify(headers).replace(/https:\/\/(www\.)?portal\.example/g, ""),
      /\/\//,
      path,
    );
  }
});

test("the folder itself is the page", async () => {
  const { status, headers, body } = await ask("");
  assert.equal(status, 200);
  assert.ok(body.equals(fileAt("index.html")));
  assert.match(headers["content-security-policy"], /frame-ancestors 'none'$/);
});

test("no file names another host, but for the names that are no addresses", async () => {
  const names = new Set(["http://www.w3.org", "https://json-schema.org"]);
  for (const path of files) {
    const named = String((await ask(path)).body).match(/(?:https?|wss?):\/\/[\w.-]+/g) ?? [];
    const others = named.filter((name) => !names.has(name));
    assert.deepEqual(others, [], path);
    if (path.endsWith(".html"))
      assert.doesNotMatch(String(fileAt(path)), /(?:src|href)=["']?(?:\w+:)?\/\//, path);
  }
});

describe("the headers of docs/deploy.md", () => {
  const rows = [...DOCS.matchAll(/^\| `([A-Z][\w-]+)` +\| ([^|]*?) +\| `([^|]*)` +\|/gm)].map((row) =>
    row.slice(1),
  );

  test("are listed there", () => assert.ok(rows.length >= 8));

  for (const [name, where, value] of rows) {
    test(`${name} for ${where}`, async () => {
      const named = [...where.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path);
      const paths = named.flatMap((path) =>
        path.endsWith("/") ? files.filter((file) => file.startsWith(path)) : [path],
      );
      for (const path of where.startsWith("all") ? files : paths) {
        const { headers } = await ask(path);
        assert.equal(headers[name.toLowerCase()], value, path);
      }
    });
  }
});

describe("the policy", () => {
  for (const [path, framers] of [
    ["index.html", ["'none'"]],
    ["embed.html", ["'self'", "https://portal.example", "https://www.portal.example"]],
  ]) {
    test(`of ${path} is that of the document, and who may frame it`, async () => {
      const { headers, body } = await ask(path);
      const { "frame-ancestors": ancestors, ...policy } = directivesOf(headers["content-security-policy"]);
      assert.deepEqual(policy, directivesOf(policyIn(String(body))));
      assert.deepEqual(ancestors, framers);
    });
  }

  test("of the service worker lets it fetch from its own site, and nothing else", async () => {
    const { headers } = await ask("sw.js");
    assert.deepEqual(directivesOf(headers["content-security-policy"]), {
      "default-src": ["'none'"],
      "connect-src": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
  });

  test("lets nothing else be a document in a frame", async () => {
    for (const path of files.filter((file) => file !== "embed.html")) {
      const { headers } = await ask(path);
      assert.match(headers["content-security-policy"], /frame-ancestors 'none'$/, path);
    }
  });
});

test("portals may take what is for them, and nothing else", async () => {
  for (const path of files) {
    const { headers } = await ask(path, { origin: "https://portal.example" });
    const isForPortals = FOR_PORTALS.includes(path) || path.startsWith("rules/");
    assert.equal(headers["access-control-allow-origin"], isForPortals ? "*" : undefined, path);
    const takers = isForPortals || path === "embed.html" ? "cross-origin" : "same-origin";
    assert.equal(headers["cross-origin-resource-policy"], takers, path);
  }
  for (const path of FOR_PORTALS) assert.ok(files.includes(path), path);
});

describe("on the way", () => {
  const LARGE = [
    "index.html",
    "page.js",
    "engine.wasm",
    "engine.js",
    "component.css",
    "rules/index.json",
    "sw.js",
  ];

  for (const path of LARGE) {
    test(`${path} is compressed with brotli, to the byte of the file that was made`, async () => {
      const { headers, body } = await ask(path, { "accept-encoding": "gzip, deflate, br" });
      assert.equal(headers["content-encoding"], "br");
      assert.match(headers.vary, /accept-encoding/i);
      assert.equal(headers["content-type"], TYPES[path.split(".").at(-1)]);
      assert.ok(body.equals(fileAt(`${path}.br`)));
      assert.ok(brotliDecompressSync(body).equals(fileAt(path)));
    });
  }

  const assertGzip = async (path, acceptable, from) => {
    const { headers, body } = await ask(path, { "accept-encoding": acceptable }, from);
    assert.equal(headers["content-encoding"], "gzip", path);
    assert.match(headers.vary, /accept-encoding/i, path);
    assert.ok(gunzipSync(body).equals(fileAt(path)), path);
    assert.ok(body.length < 0.6 * fileAt(path).length, path);
  };

  test("with gzip for browsers that do not know brotli", async () => {
    for (const path of LARGE.slice(1)) await assertGzip(path, "gzip, deflate", server);
  });

  test("with gzip where nginx has no brotli module", async () => {
    const without = await startNginx(folder, { brotli: false });
    try {
      for (const path of LARGE.slice(1)) await assertGzip(path, "gzip, deflate, br", without);
    } finally {
      await without.close();
    }
  });
});

describe("what browsers keep", () => {
  for (const acceptable of ["identity", "gzip", "br"]) {
    test(`is asked for each time, and comes again only if it changed (${acceptable})`, async () => {
      for (const path of files) {
        const accepting = { "accept-encoding": acceptable };
        const first = await ask(path, accepting);
        assert.equal(first.headers["cache-control"], "no-cache", path);
        assert.ok(first.headers.etag, path);
        const again = await ask(path, { ...accepting, "if-none-match": first.headers.etag });
        assert.deepEqual([again.status, again.body.length], [304, 0], path);
      }
    });
  }

  test("comes again when the rules were renewed, compressed or not", async () => {
    const pack = "rules/packs/320200/2023-01-01.json";
    const own = copyOfSite(folder);
    const changing = await startNginx(own);
    try {
      const kinds = ["identity", "gzip", "br"];
      const tags = {};
      for (const kind of kinds) {
        tags[kind] = (await ask(pack, { "accept-encoding": kind }, changing)).headers.etag;
      }
      writeFileSync(join(own, pack), String(fileAt(pack)).replace("85%", "58.5%"));
      site(["renew", own]);
      for (const kind of kinds) {
        const headers = { "accept-encoding": kind, "if-none-match": tags[kind] };
        assert.equal((await ask(pack, headers, changing)).status, 200, kind);
      }
    } finally {
      await changing.close();
      rmSync(own, { recursive: true });
    }
  });
});

test("no folder is listed, and what is not there is not found, with the same headers", async () => {
  for (const path of ["rules/", "rules/packs/", "rules/packs/320200/"]) {
    const { status, body } = await ask(path);
    assert.equal(status, 403, path);
    assert.doesNotMatch(String(body), /\.json/);
  }
  writeFileSync(join(folder, ".hidden"), "x");
  mkdirSync(join(folder, "miniprogram"));
  writeFileSync(join(folder, "miniprogram/app.js"), "x");
  for (const path of [
    "nothing.html",
    "rules/packs/999999/2020-01-01.json",
    ".hidden",
    "miniprogram/app.js",
  ]) {
    const { status, headers } = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.match(headers["content-security-policy"], /^default-src 'none'/);
  }
});

test("nothing can be sent to it", async () => {
  const options = { method: "POST", ca: readFileSync(server.certificate) };
  const { status } = await answer(get, `${server.address}/index.html`, {}, options);
  assert.equal(status, 405);
});

test("whoever comes without TLS is sent on, and told to come with it from then on", async () => {
  const { status, headers } = await answer(getPlain, `${server.plainAddress}/embed.html?place=320200`, {
    host: "elsewhere.example",
  });
  assert.equal(status, 301);
  assert.equal(headers.location, "https://localhost/embed.html?place=320200");
});

test("the server writes down nothing about people", async () => {
  await ask("embed.html?place=320500&lang=en", {
    "user-agent": "a telling browser",
    referer: "https://portal.example/someone",
    cookie: "who=someone",
  });
  // nginx writes the line of a request before it takes the next one.
  await ask("index.html");
  const line = server
    .log()
    .split("\n")
    .findLast((text) => text.includes("/embed.html"));
  assert.match(line, /^\d{4}-\d\d-\d\dT[\d:]+\S+ 200 GET \/embed\.html \d+ [\d.]+$/);
  assert.doesNotMatch(server.log(), /127\.0\.0\.1|320500|telling|someone|portal/);
});

/** The greeting of a client whose key is none. */
async function brokenGreeting() {
  const greeting = await new Promise((resolve) => {
    const wire = new Duplex({
      read() {},
      write(bytes, _, written) {
        resolve(bytes);
        written();
      },
    });
    connectSecurely({ socket: wire, ecdhCurve: "X25519" }).on("error", () => undefined);
  });
  const [kind, length] = [0x0033, 38];
  const at = greeting.indexOf(Buffer.from([0, kind, 0, length, 0, length - 2, 0, 0x1d, 0, 32]));
  assert.ok(at > 0);
  return greeting.fill(0, at + 10, at + 42);
}

test("nor about those with whom TLS fails", async () => {
  const greeting = await brokenGreeting();
  const { port } = new URL(server.address);
  const answered = await new Promise((resolve) => {
    connect({ port, host: "127.0.0.1" }, function () {
      this.write(greeting);
    }).once("data", resolve);
  });
  assert.equal(answered[0], 0x15, "an alert");
  // nginx writes its line before it takes the next connection.
  await ask("index.html");
  assert.equal(server.errors(), "");
});

test("script/site check looks at what is served", () => {
  const trusting = { NODE_EXTRA_CA_CERTS: server.certificate };
  const { status, stdout, stderr } = site(["check", server.address], trusting);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.match(stdout, /1\d files are as they should be/);
  assert.equal(site(["check", `${server.address}/rules/`], trusting).status, 1);
});

test("nginx has nothing to say about the configuration", () => assert.equal(server.complaints(), ""));
