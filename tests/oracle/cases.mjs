// Wuxi cases by the number: the same seed always gives the same case. Made to sit on boundaries: the last and first
// days of months, years and identities, pools nearly drawn, the 6,000 yuan, half a fen.
import { CATEGORIES, READINGS } from "./wuxi.mjs";

const PLACES = ["320200", "320205", "320206", "320211", "320213", "320214", "320281", "320282"];
const YEARS = [2023, 2024, 2024, 2025, 2026, 2028];
const ASSISTED = Object.keys(CATEGORIES);
const UNASSISTED = [
  "illness_poverty",
  "returned_to_poverty",
  "monitored_rural",
  "rigid_expenditure_household",
];
const FACTS = {
  where: ["county", "county", "city", "province", "province", "outside"],
  referral: ["proper", "proper", "not_needed", "none"],
  hospital: ["primary", "secondary", "tertiary"],
};
/** Mostly estimated: the two readings beside it matter only then. */
const ESTIMATE = ["sheet", "rules", "rules", "rules"];
const KINDS = ["outpatient", "chronic", "inpatient", "inpatient"];
const OUTPATIENT_LIMIT = 10_000_00;
const INPATIENT_LIMIT = 300_000_00;
const THRESHOLD = 6_000_00;
const SERIOUS_ILLNESS = [9_000_00, 18_000_00, 100_000_00];

/** Fen as the text of a JSON number of yuan: 1234n → "12.34", 1230n → "12.3", 1200n → "12". */
export function fen(amount) {
  const sign = amount < 0n ? "-" : "";
  const digits = String(amount < 0n ? -amount : amount).padStart(3, "0");
  return (sign + digits.slice(0, -2) + "." + digits.slice(-2)).replace(/\.?0+$/, "");
}

/** mulberry32, and the choices made with it. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most) => Math.floor(next() * (most + 1));
  return {
    upTo,
    between: (least, most) => least + upTo(most - least),
    chance: (share) => next() < share,
    pick: (list) => list[upTo(list.length - 1)],
  };
}

/** One case, a plain object ready for JSON. */
export function randomCase(seed) {
  const r = random(seed);
  const year = r.pick(YEARS);
  const readings = randomReadings(r);
  const identities = randomIdentities(r, year);
  const person = {
    insurance: r.chance(0.06) ? "none" : r.pick(["resident", "employee"]),
    registered_here: !r.chance(0.06),
    identities,
  };
  for (const [name, values] of Object.entries(FACTS)) if (r.chance(0.06)) person[name] = r.pick(values);
  if (r.chance(0.04)) person.designated = r.chance(0.5);

  const before = randomBefore(r);
  const days = randomDays(r, year, identities);
  const names = r.pick(["none", "numbers", "words"]);
  const few = r.chance(0.2) ? r.upTo(2) : r.between(1, 14);
  const visits = Array.from({ length: few }, (_, index) => {
    const visit = randomVisit(r, { year, days, person, before, readings });
    if (names === "numbers") return { id: String(few - index), ...visit };
    return names === "words" && r.chance(0.8) ? { id: `visit ${index}`, ...visit } : visit;
  });

  const input = { place: r.chance(0.6) ? "320200" : r.pick(PLACES), year, person, visits };
  if (r.chance(0.5)) input.schema = 1;
  if (before) input.before = before;
  if (r.chance(0.9) || Object.keys(readings).length > 0) input.readings = readings;
  if (identities.length === 0 && r.chance(0.5)) leaveOutWhatOnlyIdentitiesNeed(r, input);
  else if (r.chance(0.15)) leaveOneOut(r, input);
  return input;
}

function randomReadings(r) {
  const share = r.pick([0, 0.25, 0.5, 1]);
  return Object.fromEntries(
    Object.entries(READINGS)
      .filter(() => r.chance(share))
      .map(([name, choices]) => [name, r.pick(name === "serious_illness_estimate" ? ESTIMATE : choices)]),
  );
}

// Identities and days

function randomIdentities(r, year) {
  const one = () => {
    const category = r.chance(0.1) ? r.pick(UNASSISTED) : r.pick(ASSISTED);
    const [from, until] = [randomDay(r, year, 0.3), randomDay(r, year, 0.3)].sort();
    switch (r.upTo(5)) {
      case 0:
        return category;
      case 1:
        return { category };
      case 2:
        return { category, from };
      case 3:
        return { category, until };
      default:
        return { category, from, until: r.chance(0.1) ? from : until };
    }
  };
  const all = Array.from({ length: r.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, one);
  if (all.length > 0 && r.chance(0.2)) {
    const category = all[0].category ?? all[0];
    const [from, until] = [randomDay(r, year, 0.3), randomDay(r, year, 0.3)].sort();
    all.push({ category, from, until });
  }
  const bare = new Set();
  return all.filter((it) => typeof it !== "string" || (!bare.has(it) && bare.add(it)));
}

/** A day of the year, or with the given share one of the years around it. */
function randomDay(r, year, away) {
  const y = r.chance(away) ? year + r.pick([-1, 1]) : year;
  const month = r.between(1, 12);
  switch (r.upTo(5)) {
    case 0:
      return day(y, month, 1);
    case 1:
      return day(y, month + 1, 0);
    case 2:
      return r.chance(0.5) ? day(y, 1, 1) : day(y, 12, 31);
    case 3:
      return day(y, 2, r.between(28, 30));
    default:
      return day(y, month, r.between(1, 28));
  }
}

/** The days on which this case's visits end: edges of identities, of months and of the year; sometimes very few. */
function randomDays(r, year, identities) {
  const edges = identities.flatMap(({ from, until }) => [
    ...(from ? [shift(from, -1), from, shift(from, 1)] : []),
    ...(until
      ? [shift(until, -1), until, shift(until, 1), endOfMonth(until), shift(endOfMonth(until), 1)]
      : []),
  ]);
  const inYear = edges.filter((date) => date.startsWith(String(year)));
  const others = Array.from({ length: Math.max(4, inYear.length) }, () => randomDay(r, year, 0));
  const all = [...inYear, ...others];
  return r.chance(0.25) ? [r.pick(all), r.pick(all), r.pick(all)] : all;
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);
const day = (year, month, date) => iso(Date.UTC(year, month - 1, date));
const shift = (date, by) => iso(Date.parse(date) + by * 86_400_000);
const endOfMonth = (date) => day(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + 1, 0);

// Visits

function randomVisit(r, { year, days, person, before, readings }) {
  const kind = r.pick(KINDS);
  const until = r.pick(days);
  const earlier = days.filter((date) => date < until);
  let from = until;
  if (kind === "inpatient" && r.chance(0.8)) {
    from =
      earlier.length > 0 && r.chance(0.4) ? r.pick(earlier) : shift(until, -r.pick([1, 2, 9, 30, 31, 80]));
  } else if (kind !== "inpatient" && earlier.length > 0 && r.chance(0.1)) {
    from = r.pick(earlier);
  }
  if (kind !== "inpatient" && from < day(year, 1, 1)) from = until;

  const visit = { kind, from };
  if (until !== from || r.chance(0.5)) visit.until = until;
  for (const [name, values] of Object.entries(FACTS)) {
    if (!(name in person) || r.chance(0.5)) visit[name] = r.pick(values);
  }
  if (r.chance(0.3)) delete visit.hospital;
  if (r.chance(0.15)) visit.designated = r.chance(0.5);
  visit.sheet = randomSheet(r, { kind, person, before, readings });
  return visit;
}

function randomSheet(r, context) {
  const estimated = leavesSeriousIllnessOut(r, context);
  const burden = estimated && r.chance(0.6) ? randomSeriousIllness(r, context) : randomBurden(r, context);
  const withOwnFirst = context.readings.base === "with_own_first";
  const ownFirstInside = withOwnFirst && r.chance(0.7) ? r.upTo(burden) : 0;
  const paid = {
    basic: r.chance(0.85) ? randomAmount(r) : 0,
    serious_illness: r.chance(0.4) && !estimated ? randomAmount(r) : 0,
  };
  for (const name of ["civil_servant", "enterprise", "large_amount"]) {
    if (r.chance(0.12)) paid[name] = r.chance(0.8) ? randomAmount(r) : 0;
  }
  const insured = Object.values(paid).reduce((a, b) => a + b, 0);
  const parts = {
    fully_own: r.chance(0.5) ? randomAmount(r) : 0,
    over_limit: r.chance(0.2) ? randomAmount(r) : 0,
    own_first: ownFirstInside || (r.chance(0.4) && !withOwnFirst ? randomAmount(r) : 0),
    in_scope: insured + burden - ownFirstInside,
  };
  let total = Object.values(parts).reduce((a, b) => a + b, 0);
  if (r.chance(0.03)) total += r.chance(0.5) ? r.between(1, 99_999) : -r.upTo(parts.fully_own);
  if (r.chance(0.02)) paid.basic += burden + r.upTo(500);

  const sheet = { total, ...parts, ...paid };
  const needsOwnFirst = withOwnFirst || context.readings.serious_illness_base === "with_own_first";
  for (const name of ["fully_own", "over_limit", "own_first"]) {
    if (r.chance(0.3) && !(needsOwnFirst && name === "own_first")) delete sheet[name];
  }
  if (estimated) delete sheet.serious_illness;
  if (r.chance(0.12)) sheet.other = r.upTo(burden);
  if (r.chance(0.15)) sheet.assistance = r.pick([null, 0, r.upTo(burden), r.upTo(burden)]);
  if (r.chance(0.1)) sheet.deductible = r.pick([0, 300_00, 1000_00]);
  if (r.chance(0.1)) sheet.account = r.upTo(burden);
  if (r.chance(0.1)) sheet.cash = r.upTo(burden);
  return Object.fromEntries(Object.entries(sheet).map(([name, amount]) => [name, yuan(amount)]));
}

/** Where the rules stand in for a sheet that does not state it. */
function leavesSeriousIllnessOut(r, { person, readings }) {
  return readings.serious_illness_estimate === "rules" && person.insurance === "resident" && r.chance(0.85);
}

// Amounts, here in fen

/** What basic insurance leaves: often just what a band of serious-illness insurance asks for. */
function randomSeriousIllness(r, { before }) {
  const counted = toWholeFen(before?.cumulative?.serious_illness);
  return (
    Math.max(0, r.pick(SERIOUS_ILLNESS) - r.pick([0, counted]) + r.between(-3, 3)) +
    r.pick([0, 0, r.upTo(50_000_00)])
  );
}

/** What the insurers leave of the cost in scope: often just what a limit or the threshold asks for. */
function randomBurden(r, { kind, before }) {
  const rate = r.pick([100, 85, 70]);
  const around = (amount) => Math.max(0, Math.round(amount) + r.between(-3, 3));
  const limit = kind === "outpatient" ? OUTPATIENT_LIMIT : INPATIENT_LIMIT;
  const used = before?.pools?.[kind === "outpatient" ? "outpatient" : "inpatient"];
  const counted = before?.cumulative?.top_up;
  switch (r.upTo(12)) {
    case 0:
      return r.upTo(20);
    case 1:
      return around((limit * 100) / rate / r.pick([1, 1, 2, 3]));
    case 2:
      return around(((limit - toWholeFen(used)) * 100) / rate);
    case 3:
      return rate === 100
        ? around(THRESHOLD)
        : around((THRESHOLD * 100) / (100 - rate) / r.pick([1, 1, 2, 3]));
    case 4:
      return rate === 100 ? 0 : around((Math.max(0, THRESHOLD - toWholeFen(counted)) * 100) / (100 - rate));
    case 5:
      return r.upTo(400_000_00);
    case 6:
      return r.pick([0, 10, 50, 100_00, 20_000_00, 40_000_00]);
    default:
      return kind === "outpatient" ? r.upTo(6_000_00) : randomAmount(r) + r.upTo(20_000_00);
  }
}

function randomAmount(r) {
  switch (r.upTo(3)) {
    case 0:
      return r.upTo(999);
    case 1:
      return r.upTo(500) * 100_00;
    case 2:
      return r.upTo(3_000_00);
    default:
      return r.upTo(60_000_00);
  }
}

function randomBefore(r) {
  if (!r.chance(0.45)) return undefined;
  const near = (limit) =>
    r.pick([0, limit, limit - 1, limit - r.upTo(200), limit - r.upTo(limit / 10), r.upTo(limit)]);
  const burden = r.pick([near(THRESHOLD), near(THRESHOLD), THRESHOLD + 1, THRESHOLD + r.upTo(50_000_00)]);
  const before = {};
  if (r.chance(0.8)) {
    before.pools = {};
    if (r.chance(0.8)) before.pools.outpatient = yuan(near(OUTPATIENT_LIMIT));
    if (r.chance(0.8)) before.pools.inpatient = yuan(near(INPATIENT_LIMIT));
  }
  if (r.chance(0.8)) before.cumulative = r.chance(0.9) ? { top_up: yuan(burden) } : {};
  if (before.cumulative && r.chance(0.3)) {
    before.cumulative.serious_illness = yuan(r.pick(SERIOUS_ILLNESS) - r.upTo(10_000_00) + r.upTo(10_000_00));
  }
  return before;
}

const yuan = (amount) => (amount === null ? null : Number(fen(BigInt(amount))));
const toWholeFen = (amount = 0) => Math.round(amount * 100);

// What is not said

function leaveOutWhatOnlyIdentitiesNeed(r, { person, visits }) {
  for (const name of ["insurance", "registered_here"]) if (r.chance(0.6)) delete person[name];
  for (const visit of visits) for (const name of Object.keys(FACTS)) if (r.chance(0.6)) delete visit[name];
}

/** One thing, so that there is one right place to name. */
function leaveOneOut(r, { person, visits, readings }) {
  const drop = (from, name) => {
    if (r.chance(0.3)) from[name] = null;
    else delete from[name];
  };
  if (visits.length === 0 || r.chance(0.25)) {
    drop(person, r.pick(["insurance", "registered_here"]));
    if (r.chance(0.1) && person.registered_here === true) person.registered_here = false;
    if (r.chance(0.1) && person.insurance) person.insurance = "none";
    return;
  }
  const visit = r.pick(visits);
  if (r.chance(0.4)) {
    const ownFirst = readings?.base === "with_own_first" && r.chance(0.5);
    drop(visit.sheet, ownFirst ? "own_first" : r.pick(["total", "in_scope", "basic", "serious_illness"]));
  } else if (r.chance(0.15)) {
    if (r.chance(0.3)) visit.kind = null;
    else visit.sheet[r.pick(["civil_servant", "enterprise", "large_amount", "other"])] = null;
  } else {
    const name = r.pick(["where", "where", "referral", "referral", "hospital", "designated"]);
    if (name in person) delete visit[name];
    else drop(visit, name);
  }
}
