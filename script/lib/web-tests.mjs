// Bundles the page's own tests (web/**/*.test.ts) for Node's test runner: node script/lib/web-tests.mjs FOLDER
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { hantTable } from "../../web/hant/plugin.mjs";

const [folder] = process.argv.slice(2);

rmSync(folder, { recursive: true, force: true });
await build({
  entryPoints: ["web/**/*.test.ts"],
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  sourcemap: "inline",
  logLevel: "warning",
  plugins: [hantTable],
});
