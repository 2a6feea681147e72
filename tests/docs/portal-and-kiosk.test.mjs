// What docs/embed.md and docs/kiosk.md list is what the code has, no more and no less.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

process.chdir(new URL("../..", import.meta.url).pathname);

const read = (path) => readFileSync(path, "utf8");
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

/** The names in the first column of the table with this head. */
function listed(page, head) {
  const [, rows] = page.split(new RegExp(`^\\| ${head} .*\\n\\|.*\\n`, "m"));
  const cells = rows.split("\n\n")[0].match(/^\|[^|]*/gm);
  return found(cells.join(), /`([\w-]+)`/g);
}

const EMBED = read("docs/embed.md");
const ELEMENT = read("web/embed/element.ts");

test("parts of the frame's address", () => {
  const asked = ["web/page/wishes.ts", "web/page/accent.ts", "web/text/language.ts"].map(read).join();
  assert.deepEqual(listed(EMBED, "Part"), found(asked, /\.(?:get|has)\("(\w+)"\)/g));
});

test("what frame and portal say", () => {
  assert.deepEqual(listed(EMBED, "`kind`"), found(read("web/embed/messages.ts"), /kind: "(\w+)"/g));
});

test("attributes of the element", () => {
  const [, observed] = /observedAttributes = \[([^\]]*)\]/.exec(ELEMENT);
  const known = [...found(observed, /"([\w-]+)"/g), ...found(ELEMENT, /hasAttribute\("([\w-]+)"\)/g)];
  assert.deepEqual(listed(EMBED, "Attribute"), [...new Set(known)].sort());
});

test("events of the element", () => {
  const sent = [ELEMENT, read("web/page/aid-check.ts")].join().match(/new (?:Custom)?Event\([^;]*/g);
  assert.deepEqual(listed(EMBED, "Event"), found(sent.join(), /"(\w+)"/g));
});

test("custom properties; the ground is the document's alone", () => {
  const tokens = found(read("web/page/styles/tokens.css"), /^ *(--[\w-]+):/gm);
  assert.deepEqual(
    listed(EMBED, "Custom property"),
    tokens.filter((name) => name !== "--ground"),
  );
  const styles = readdirSync("web/page/styles").map((name) => read(`web/page/styles/${name}`));
  assert.doesNotMatch(styles.join(), /var\(--ground\)/);
});

test("parts of the element", () => {
  const views = readdirSync("web/page/views").map((name) => read(`web/page/views/${name}`));
  const [, named] = /^Parts, for `::part\(\)`: ([^]*?)\. /m.exec(EMBED);
  assert.deepEqual(found(named, /`([\w-]+)`/g), found(views.join(), / part="([\w-]+)"/g));
});

test("what the kiosk says and how long it waits", () => {
  const page = read("docs/kiosk.md");
  const words = ["web/kiosk/words.ts", "web/text/zh-Hans.ts", "web/text/take-along.zh-Hans.ts"]
    .map(read)
    .join();
  const said = found(page, /“([^”]*\p{Script=Han}[^”]*)”/gu);
  assert.ok(said.length >= 7);
  for (const text of said) assert.ok(words.includes(`"${text}"`), text);
  const [, quiet, asking] = /quiet: (\d+), asking: (\d+)/.exec(read("web/kiosk/kiosk.ts"));
  assert.match(page, new RegExp(`${quiet} seconds after[^]*for ${asking} seconds`));
});
