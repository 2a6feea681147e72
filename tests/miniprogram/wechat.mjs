// What WeChat gives to a mini-program, as far as this one may use it: whatever else it reaches for is missing.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";

/** The package by itself: inside this project Node would take its scripts for modules of the other kind. */
export const PACKAGE = mkdtempSync(join(tmpdir(), "aidcheck-miniprogram-"));
cpSync(new URL("../../dist/miniprogram", import.meta.url).pathname, PACKAGE, { recursive: true });
after(() => rmSync(PACKAGE, { recursive: true }));

/** Node's WebAssembly as a package's: by path alone, and nothing but `instantiate`. */
export const packageWasm = {
  async instantiate(path, imports) {
    if (typeof path !== "string" || !path.startsWith("/")) throw new TypeError("a path inside the package");
    const file = readFileSync(join(PACKAGE, path));
    const bytes = path.endsWith(".br") ? brotliDecompressSync(file) : file;
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    return { instance };
  },
};

/** `settings` is what the person has set in WeChat. */
export function wxWith(settings = {}) {
  const listeners = new Set();
  const wx = {
    getAppBaseInfo: () => ({ fontSizeSetting: 17, theme: "light", language: "zh_CN", ...settings }),
    onThemeChange: (listener) => listeners.add(listener),
    offThemeChange: (listener) => listeners.delete(listener),
    pageScrollTo: () => undefined,
  };
  const used = new Proxy(wx, {
    get(all, name) {
      if (name in all || typeof name === "symbol") return all[name];
      throw new Error(`wx.${name} is not for this mini-program`);
    },
  });
  return { wx: used, changeTheme: (theme) => listeners.forEach((listener) => listener({ theme })) };
}

/** Runs a script of the package where there is nothing but the language itself and what `context` holds. */
export function requireIn(context, file, loaded = new Map()) {
  const path = join(PACKAGE, file);
  const known = loaded.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const wrapped = `(function (module, exports, require) {${readFileSync(path, "utf8")}\n})`;
  const requireHere = (name) => requireIn(context, join(dirname(file), name), loaded);
  vm.runInContext(wrapped, context, { filename: path })(module, module.exports, requireHere);
  return module.exports;
}
