// The second half of script/bench: JSON to JSON through dist/engine.wasm, called by the loader that the page has.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const ROUNDS = 25;
const LEAST_MS = 40; // of one round

const PACK = "rules/packs/320200/2023-01-01.json";
const CASES = { "1 visit": "one-stay.json", "12 visits": "twelve-visits.json" };

const root = new URL("../../", import.meta.url);
const textOf = (path) => readFile(new URL(path, root), "utf8");

async function loader() {
  const bundled = await build({
    entryPoints: [new URL("web/loader/engine.ts", root).pathname],
    bundle: true,
    write: false,
    format: "esm",
    target: "node18",
  });
  return import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);
}

async function milliseconds(run) {
  const from = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/** The median over the rounds of what one call takes, in milliseconds. */
async function median(call) {
  const repeat = async (count) => {
    for (let i = 0; i < count; ++i) await call();
  };
  let count = 1;
  while ((await milliseconds(() => repeat(count))) < LEAST_MS) count *= 2;
  const times = [];
  for (let round = 0; round < ROUNDS; ++round) times.push((await milliseconds(() => repeat(count))) / count);
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

function print(title, time) {
  const [number, unit] = time < 1 ? [time * 1000, "µs"] : [time, "ms"];
  console.log(`${title.padEnd(15)}  ${number.toFixed(2).padStart(8)} ${unit}  through wasm`);
}

const { Engine } = await loader();
const engine = await Engine.start(await readFile(new URL("dist/engine.wasm", root)));
const loaded = await engine.load(await textOf(PACK));
if (loaded.error) throw new Error(loaded.error.message.en);
for (const [title, file] of Object.entries(CASES)) {
  const sent = await textOf(`tests/bench/cases/${file}`);
  const answer = await engine.estimate(sent);
  if (answer.error) throw new Error(answer.error.message.en);
  print(title, await median(() => engine.estimate(sent)));
}
