// The example portal, from another origin than the site's: node script/lib/portal.mjs SITE PORT
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { serve } from "./serve.mjs";

const PORTAL = fileURLToPath(new URL("../../web/portal", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8" };

/** Fills in where the site is, and what its scripts are held against. */
export function addressed(html, site, integrity) {
  return html
    .replaceAll("https://aidcheck.example", site)
    .replace(/([\w-]+\.js)" integrity="sha384-…"/g, (_, name) => `${name}" integrity="${integrity[name]}"`);
}

export function readIntegrity(folder) {
  return JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
}

/** `extra`: pages beside the example's own, by their paths. */
export async function servePortal(folder, site, port, extra = {}) {
  const integrity = readIntegrity(folder);
  const textAt = (path) => {
    if (extra[path]) return extra[path];
    const file = resolve(PORTAL, `.${path === "/" ? "/frame.html" : path}`);
    return file.startsWith(PORTAL + sep) ? readFileSync(file, "utf8") : undefined;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://portal");
    try {
      const text = textAt(pathname);
      response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? TYPES[".html"] });
      response.end(addressed(text, site, integrity));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = argv.slice(2);
  const site = await serve(folder, Number(port));
  console.log(`The site: ${site.address}`);
  const { address } = await servePortal(folder, site.address, Number(port) + 1);
  console.log(`A portal: ${address}`);
}
