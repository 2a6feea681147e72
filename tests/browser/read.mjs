// Reads the answer off the page, and says what the page should read where the engine has settled a case.
import { unfold, walkTo } from "./walk.mjs";

const FEN = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const DOWN = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0, roundingMode: "floor" });
const UP = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0, roundingMode: "ceil" });

/** Both ends, to the fen where they are close together, else to whole yuan, outward. */
const ends = ({ min, max }) =>
  max - min < 10 ? [FEN.format(min), FEN.format(max)] : [DOWN.format(min), UP.format(max)];

export const figure = (amount) => (typeof amount === "number" ? FEN.format(amount) : ends(amount).join("–"));

export function money(amount) {
  if (typeof amount === "number") return `¥${FEN.format(amount)}`;
  const [from, to] = ends(amount);
  return `${from}\u00a0元到 ${to}\u00a0元`;
}

/** Leads to an element of the answer, or of what `#visit-1` and the like begin with, and opens what hides it. */
export async function see(page, selector) {
  const [first] = selector.split(" ");
  if (first.startsWith("#")) await walkTo(page, first.slice(1));
  else if ((await page.locator(selector).count()) === 0) await walkTo(page, "answer");
  await unfold(page, selector);
  return page.locator(selector);
}

export const words = async (page, selector) => (await see(page, selector)).innerText();

const PARTS = ["explained", "pools", "notices"];

/** What stands on the page: the year's figures, each bill's, limits and notices. What cannot be seen is not read. */
export async function readAnswer(page) {
  await walkTo(page, "answer");
  for (const id of PARTS) {
    if ((await page.locator(`#${id}`).count()) > 0) await unfold(page, `#${id}`);
  }
  return page.evaluate(() => {
    const root = document.querySelector("aid-check").shadowRoot;
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const read = (id) => {
      const element = root.getElementById(id);
      return element && shown(element) ? element.innerText.trim() : undefined;
    };
    /** The figures whose ids begin with a prefix, by the rest of their ids. */
    const readAll = (prefix) =>
      Object.fromEntries(
        [...root.querySelectorAll(`[id^="${prefix}"]`)].map(({ id }) => [id.slice(prefix.length), read(id)]),
      );
    const numbers = [...root.querySelectorAll('[id^="answer-visit-"][id$="-personal"]')]
      .map(({ id }) => Number(id.split("-")[2]))
      .sort((a, b) => a - b);
    return {
      total: read("answer-total"),
      payers: readAll("answer-payer-"),
      totalCost: read("answer-total-cost"),
      visits: numbers.map((n) => ({
        payers: readAll(`answer-visit-${n}-payer-`),
        personal: read(`answer-visit-${n}-personal`),
      })),
      year: { payers: readAll("answer-year-payer-"), personal: read("answer-year-personal") },
      pools: readAll("pool-"),
      notices: [...root.querySelectorAll("#notices [data-code]")]
        .filter(shown)
        .map(({ dataset }) => dataset.code)
        .sort(),
    };
  });
}

/** The same, as the result of an estimate wants it; the bills in the order in which they were entered. */
export function answerOf(result) {
  const figures = (payers) => Object.fromEntries(payers.map(({ id, amount }) => [id, figure(amount)]));
  const several = result.visits.length > 1;
  return {
    total: money(result.personal.total),
    payers: { ...figures(result.payers), you: figure(result.personal.total) },
    totalCost: figure(result.total),
    visits: [...result.visits]
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map(({ payers, personal }) => ({ payers: figures(payers), personal: figure(personal.total) })),
    year: several
      ? { payers: figures(result.payers), personal: figure(result.personal.total) }
      : { payers: {}, personal: undefined },
    pools: Object.fromEntries(
      result.pools.flatMap(({ id, drawn, left }) => [
        [`${id}-drawn`, figure(drawn)],
        [`${id}-left`, figure(left)],
      ]),
    ),
    notices: result.notices
      .map(({ code }) => code)
      .filter((code) => code !== "estimate.only")
      .sort(),
  };
}

/** The sum behind a figure, line by line: figure, words, where it comes from. */
export async function readLedger(page, why) {
  const cells = await page
    .locator(`#why-${why} ol.ledger > li`)
    .evaluateAll((lines) =>
      lines.map((line) =>
        ["figure", "name", "origin"]
          .map((part) => line.querySelector(`.ledger-${part}`))
          .map((cell) => cell.innerText.replace(/\s+/g, " ").trim()),
      ),
    );
  return cells;
}

/** The picture in words, and each part's share of its width. */
export function readPicture(page) {
  return page.locator("#answer svg.bar").evaluate((bar) => ({
    words: bar.getAttribute("aria-label"),
    shares: Object.fromEntries(
      [...bar.querySelectorAll("rect.tint")].map((part) => [
        [...part.classList].find((name) => name.startsWith("tint-")).slice("tint-".length),
        part.getBoundingClientRect().width / bar.getBoundingClientRect().width,
      ]),
    ),
  }));
}

/** All that was typed and chosen, by the ids of the fields. */
export function readEntries(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelector("aid-check").shadowRoot.querySelectorAll("input, select")]
        .filter(({ type }) => type !== "date")
        .map(({ id, name, type, value, checked }) =>
          ["radio", "checkbox"].includes(type) ? [`${id || name}=${value}`, checked] : [id, value],
        ),
    ),
  );
}

/** Of every screen before the answer, one after the other. */
export async function readAllEntries(page, bills) {
  const numbers = Array.from({ length: bills }, (_, index) => index + 1);
  let entries = {};
  for (const id of [
    "place",
    "identities",
    "person-insurance",
    "add-visit",
    ...numbers.map((n) => `visit-${n}-kind`),
  ]) {
    await walkTo(page, id);
    entries = { ...entries, ...(await readEntries(page)) };
  }
  return entries;
}

/** The words that a field is described by: hint and problem. */
export function descriptionOf(page, id) {
  return page.locator(`#${id}`).evaluate((field) =>
    (field.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter(Boolean)
      .map((each) => field.getRootNode().getElementById(each).innerText)
      .join("\n"),
  );
}
