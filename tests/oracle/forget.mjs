// Cases of which not all is known: parts of a case forgotten at random, and filled in again, at random or in every way.
import { fen, random } from "./cases.mjs";
import { CATEGORIES, settle, toFen } from "./wuxi.mjs";

const UNASSISTED = ["illness_poverty", "returned_to_poverty"];
const ANY_CATEGORY = [null, ...Object.keys(CATEGORIES), ...UNASSISTED];
/** The answers that a fact may have. */
const ANSWERS = {
  insurance: ["resident", "employee", "none"],
  registered_here: [true, false],
  kind: ["outpatient", "chronic", "inpatient"],
  where: ["county", "city", "province", "outside"],
  referral: ["proper", "not_needed", "none"],
  designated: [true, false],
};
const PARTS = ["fully_own", "over_limit", "own_first", "in_scope"];
const INSURERS = ["basic", "civil_servant", "enterprise", "serious_illness", "large_amount"];
/** 0 where the sheet states `basic`. */
const FEW_HAVE = ["civil_servant", "enterprise", "large_amount", "other"];
const LARGEST = 10n ** 13n;

const isOpen = (value) => value === undefined || value === null || typeof value === "object";
const known = (value) => (isOpen(value) ? undefined : toFen(value));
const yuan = (amount) => Number(fen(amount));
const copy = (value) => JSON.parse(JSON.stringify(value));
const sum = (amounts) => amounts.reduce((a, b) => a + (b ?? 0n), 0n);
const least = (a, b) => (b < a ? b : a);
const atLeastZero = (amount) => (amount < 0n ? 0n : amount);

// Forgetting

/** The case with one to four of its parts forgotten; `facts`: no amounts among them. */
export function forget(seed, input, { facts }) {
  const r = random(seed * 7919);
  const made = copy(input);
  const ways = facts
    ? [ofPerson, ofVisit, ofVisit, category]
    : [ofPerson, ofVisit, category, amount, amount, amount, before];
  for (let left = r.between(1, facts ? 3 : 4); left > 0; --left) r.pick(ways)(r, made);
  return made;
}

function ofPerson(r, { person }) {
  leaveOpen(r, person, r.pick(["insurance", "registered_here"]));
}

function ofVisit(r, { person, visits }) {
  if (visits.length === 0) return;
  const visit = r.pick(visits);
  const name = r.pick(["where", "referral", "kind", "designated"]);
  if (name in person) return;
  if (name === "designated") visit.designated = { one_of: [true, false] };
  else leaveOpen(r, visit, name);
}

/** Left out, null, or some of the answers. */
function leaveOpen(r, from, name) {
  const answers = ANSWERS[name].filter(() => r.chance(0.6));
  if (answers.length > 0 && r.chance(0.4)) from[name] = { one_of: answers };
  else if (r.chance(0.5)) from[name] = null;
  else delete from[name];
}

function category(r, { person }) {
  if (r.chance(0.3)) {
    if (r.chance(0.5)) person.identities = null;
    else delete person.identities;
    return;
  }
  const list = person.identities ?? [];
  if (list.length === 0) return;
  const index = r.upTo(list.length - 1);
  const whole = typeof list[index] === "string" ? { category: list[index] } : list[index];
  const some = ANY_CATEGORY.filter(() => r.chance(0.2));
  list[index] = { ...whole, category: some.length > 0 && r.chance(0.7) ? { one_of: some } : null };
}

/** Of sheets that add up as they stand. */
function amount(r, { visits }) {
  if (visits.length === 0) return;
  const { sheet } = r.pick(visits);
  const parts = sum(PARTS.map((name) => known(sheet[name])));
  if (known(sheet.total) === undefined || parts > known(sheet.total)) return;
  const name = r.pick(["total", "in_scope", "basic", "serious_illness", ...FEW_HAVE]);
  const value = known(sheet[name]);
  if (value !== undefined) leaveAmountOpen(r, sheet, name, value);
}

function leaveAmountOpen(r, from, name, value) {
  const away = () => BigInt(r.pick([0, 1, 100, 10_00, 5_000_00, 90_000_00]));
  const [low, high] = [atLeastZero(value - away()), value + away()];
  const said = { min: yuan(low), max: yuan(high) };
  const some = { one_of: [yuan(low), yuan(value), yuan(high)] };
  from[name] = r.pick([said, said, some, null, undefined]);
  if (from[name] === undefined) delete from[name];
}

function before(r, input) {
  const { pools = {}, cumulative = {} } = input.before ?? {};
  input.before = { pools, cumulative };
  const [from, name] = r.pick([
    [pools, "inpatient"],
    [pools, "outpatient"],
    [cumulative, "top_up"],
  ]);
  leaveAmountOpen(r, from, name, known(from[name] ?? 0) ?? 0n);
}

// Completing

/** A completion of the case at random. */
export function complete(seed, input) {
  const r = random(seed * 104729);
  for (;;) {
    const made = copy(input);
    made.person ??= {};
    made.person.identities = (made.person.identities ?? [{}]).flatMap((it) =>
      choose(it, (all) => r.pick(all)),
    );
    fillBefore(r, made);
    for (const holder of [made.person, ...made.visits]) chooseStated(r, holder);
    made.visits.forEach((visit) => fillSheet(r, visit));
    for (let result = settle(made); result.error; result = settle(made)) fill(r, made, result.error.at);
    if (made.visits.every((visit, index) => mayBe(visit.sheet, input.visits[index].sheet))) return made;
  }
}

/** Every completion of a case, one after the other; `null` where an amount is missing, of which there is no end. */
export function* everyCompletion(input) {
  const made = copy(input);
  made.person ??= {};
  made.person.identities ??= [{}];
  // The oracle counts towards serious-illness insurance without asking who is insured.
  const { insurance } = made.person;
  if (isOpen(insurance))
    made.person.insurance = insurance?.one_of ? insurance : { one_of: ANSWERS.insurance };
  for (const identified of everyIdentity(made, 0)) for (const one of stated(identified)) yield* missing(one);
}

const candidates = (category) => category?.one_of ?? (isOpen(category) ? ANY_CATEGORY : [category]);

/** The identity with a category, as a list: of none where it is none. */
function choose(identity, pick) {
  if (typeof identity === "string") return [identity];
  const category = pick(candidates(identity.category));
  return category === null ? [] : [{ ...identity, category }];
}

function* everyIdentity(input, index) {
  const { identities } = input.person;
  if (index === identities.length) {
    yield { ...input, person: { ...input.person, identities: identities.flat() } };
    return;
  }
  const categories = typeof identities[index] === "string" ? [null] : candidates(identities[index].category);
  for (const category of categories) {
    const made = copy(input);
    made.person.identities[index] = choose(identities[index], () => category);
    yield* everyIdentity(made, index + 1);
  }
}

/** For each fact that is one of some, a case with each. */
function* stated(input) {
  for (const [index, holder] of [input.person, ...input.visits].entries()) {
    const open = Object.keys(ANSWERS).find((name) => holder[name]?.one_of);
    if (open === undefined) continue;
    for (const answer of holder[open].one_of) {
      const made = copy(input);
      [made.person, ...made.visits][index][open] = answer;
      yield* stated(made);
    }
    return;
  }
  yield input;
}

/** For each fact that the oracle misses, a case with each answer. */
function* missing(input) {
  const at = settle(input).error?.at;
  if (at === undefined) {
    yield input;
    return;
  }
  const name = at.split("/").pop();
  if (!(name in ANSWERS)) yield null;
  for (const answer of ANSWERS[name] ?? []) {
    const made = copy(input);
    holderOf(made, at)[name] = answer;
    yield* missing(made);
  }
}

/** `/visits/0/where` → the visit. */
const holderOf = (input, at) =>
  at
    .split("/")
    .slice(1, -1)
    .reduce((holder, name) => holder[name], input);

function chooseStated(r, holder) {
  for (const name of Object.keys(ANSWERS)) {
    if (holder[name]?.one_of) holder[name] = r.pick(holder[name].one_of);
  }
}

/** What the oracle misses. */
function fill(r, input, at) {
  const name = at.split("/").pop();
  const holder = holderOf(input, at);
  if (name in ANSWERS) holder[name] = r.pick(ANSWERS[name]);
  else holder[name] = yuan(anAmount(r, ...domain(holder, name)));
}

/** What an amount may be beside the others of its sheet (docs/formats.md). */
function domain(sheet, name) {
  const total = known(sheet.total) ?? LARGEST;
  const others = sum(PARTS.filter((part) => part !== name).map((part) => known(sheet[part])));
  if (name === "total") return [others, LARGEST];
  if (PARTS.includes(name)) return [0n, atLeastZero(total - others)];
  return [0n, least(total, INSURERS.includes(name) ? (known(sheet.in_scope) ?? LARGEST) : LARGEST)];
}

/** An end, near an end, or anything between. */
function anAmount(r, low, high) {
  const width = high - low;
  switch (r.upTo(4)) {
    case 0:
      return low;
    case 1:
      return high;
    case 2:
      return low + least(width, BigInt(r.upTo(10_000_00)));
    case 3:
      return high - least(width, BigInt(r.upTo(200)));
    default:
      return low + (width * BigInt(r.upTo(1000))) / 1000n;
  }
}

/** Amounts of which the case says what they may be, and what the oracle takes for nothing without `basic`. */
function fillSheet(r, { sheet }) {
  for (const [name, value] of Object.entries(sheet)) {
    if (value !== null && typeof value === "object") sheet[name] = yuan(anAmount(r, ...ends(value)));
  }
  if ("basic" in sheet) return;
  for (const name of ["total", "in_scope", ...FEW_HAVE]) {
    if (sheet[name] === undefined || sheet[name] === null)
      sheet[name] = yuan(anAmount(r, ...domain(sheet, name)));
  }
}

function fillBefore(r, { before = {} }) {
  for (const amounts of Object.values(before)) {
    for (const [name, value] of Object.entries(amounts)) {
      if (isOpen(value)) amounts[name] = yuan(anAmount(r, ...ends(value)));
    }
  }
}

function ends(range) {
  if (range === null) return [0n, LARGEST];
  if (!range.one_of) return [toFen(range.min), toFen(range.max)];
  const all = range.one_of.map(toFen);
  return [all.reduce(least), all.reduce((a, b) => (b > a ? b : a))];
}

/** The parts come to no more than the total, unless those that were stated already do. */
function mayBe(sheet, asStated) {
  const total = known(sheet.total) ?? LARGEST;
  const stated = sum(PARTS.map((name) => known(asStated[name])));
  return stated > total || sum(PARTS.map((name) => known(sheet[name]))) <= total;
}
