// A year in Wuxi, settled a second time: written from 锡政办发〔2022〕98号, issue 2 and section 3 of the design,
// not from the rule pack, and sharing nothing with the engine. It says what is paid and nothing about why.
// Serious-illness insurance that a sheet leaves out is estimated, where the case chooses so, from the
// figures that were reposted.

/** Assisted categories in the order in which ties are broken, and the percentage paid (article 6). */
export const CATEGORIES = {
  extreme_poverty: 100n,
  subsistence: 85n,
  orphan: 100n,
  unsupported_child: 100n,
  child_in_difficulty: 85n,
  preferential_treatment: 85n,
  retrenched_1960s: 85n,
  hardship_worker: 85n,
  near_subsistence: 70n,
  expenditure_hardship_patient: 70n,
  temporary_relief_patient: 70n,
  severe_disability: 70n,
  other_special: 70n,
};

/** Payers in the order of payment; the insurers' figures come from the sheet. */
const INSURERS = ["basic", "civil_servant", "enterprise", "serious_illness", "large_amount"];
export const PAYERS = [...INSURERS, "assistance", "top_up", "other"];

/** Every reading with its choices, the default first. */
export const READINGS = {
  outpatient_limit: ["beside", "inside"],
  top_up_limit: ["outside", "inside"],
  top_up_kinds: ["all", "inpatient_and_chronic"],
  base: ["in_scope", "with_own_first"],
  home_care_referral: ["proper", "not_proper"],
  unreferred: ["excluded_outside_city", "assisted", "excluded_everywhere"],
  serious_illness_estimate: ["sheet", "rules"],
  serious_illness_base: ["scope", "with_own_first"],
  serious_illness_kinds: ["all", "inpatient_and_chronic"],
};

/** Yearly limits in fen (article 6). */
const LIMITS = { outpatient: 10_000_00n, inpatient: 300_000_00n };

/** A JSON number of yuan with at most two decimals, in fen. */
export function toFen(yuan) {
  const [whole, cents = ""] = String(yuan).split(".");
  return BigInt(whole + cents.padEnd(2, "0"));
}

/** A case settled, or `{error: {code, at}}` where a fact that is needed is missing. */
export function settle(input) {
  try {
    return settleYear(input);
  } catch (problem) {
    if (problem instanceof Missing) return { error: { code: "fact.missing", at: problem.at } };
    throw problem;
  }
}

class Missing extends Error {
  constructor(at) {
    super(at);
    this.at = at;
  }
}

function settleYear({ person, visits, before = {}, readings = {} }) {
  const read = { ...readingDefaults(), ...readings };
  const { insurance } = person;
  // Serious illness is counted only for whom it may be estimated.
  read.counts =
    read.serious_illness_estimate === "rules" &&
    (insurance === undefined || insurance === null || insurance === "resident");
  let state = {
    pools: {
      outpatient: toFen(before.pools?.outpatient ?? 0),
      inpatient: toFen(before.pools?.inpatient ?? 0),
    },
    counted: {
      serious_illness: toFen(before.cumulative?.serious_illness ?? 0),
      top_up: toFen(before.cumulative?.top_up ?? 0),
    },
  };
  const inOrder = visits
    .map((visit, index) => readVisit(visit, index, person, read))
    .sort((a, b) => compare(a.until, b.until) || compare(a.from, b.from));

  const settled = inOrder.map((visit) => {
    const best = bestIdentity(visit, identitiesAt(visit, person), state, read);
    state = best.state;
    const payers = {
      ...visit.paid,
      serious_illness: best.seriousIllness,
      assistance: best.assistance,
      top_up: best.topUp,
      other: visit.other,
    };
    return {
      id: visit.id,
      category: best.category,
      payers,
      personal: {
        in_scope: atLeastZero(best.base - payers.assistance - payers.top_up),
        out_of_scope: atLeastZero(visit.total - visit.scope),
        total: atLeastZero(visit.total - sum(Object.values(payers))),
      },
    };
  });

  return {
    payers: addUp(
      PAYERS,
      settled.map((visit) => visit.payers),
    ),
    personal: addUp(
      ["in_scope", "out_of_scope", "total"],
      settled.map((visit) => visit.personal),
    ),
    visits: settled,
    after: { pools: state.pools, cumulative: countedBy(read, state.counted) },
  };
}

function countedBy(read, { top_up, serious_illness }) {
  return read.counts ? { serious_illness, top_up } : { top_up };
}

// One visit as the rules see it. What no identity needs is read here; the rest only when a rule asks.

function readVisit(visit, index, person, read) {
  const at = `/visits/${index}`;
  const fact = (name) => known(visit[name]) ?? known(person[name]);
  const stated = (field) => needed(known(visit.sheet[field]), `${at}/sheet/${field}`);
  const orNothing = (field) => (field in visit.sheet ? toFen(stated(field)) : 0n);

  const kind = needed(known(visit.kind), `${at}/kind`);
  const total = toFen(stated("total"));
  const ownFirst = () => toFen(stated("own_first"));
  const inScope = toFen(stated("in_scope"));
  const scope = inScope + (read.base === "with_own_first" ? ownFirst() : 0n);
  const paid = {
    basic: toFen(stated("basic")),
    civil_servant: orNothing("civil_servant"),
    enterprise: orNothing("enterprise"),
    large_amount: orNothing("large_amount"),
  };
  return {
    id: visit.id ?? String(index + 1),
    kind,
    from: visit.from,
    until: visit.until ?? visit.from,
    total,
    inScope,
    ownFirst,
    scope,
    paid,
    seriousIllness: () => toFen(stated("serious_illness")),
    statesSeriousIllness: known(visit.sheet.serious_illness) !== undefined,
    insurance: () => needed(known(person.insurance), "/person/insurance"),
    other: orNothing("other"),
    designated: fact("designated") ?? true,
    fact,
    need: (name) => needed(fact(name), `${at}/${name}`),
  };
}

// Articles 1 and 8: who is assisted, and when.

function identitiesAt(visit, person) {
  const held = (person.identities ?? [])
    .map((identity) => (typeof identity === "string" ? { category: identity } : identity))
    .filter(({ category }) => category in CATEGORIES)
    .filter((identity) => holds(identity, visit))
    .map(({ category }) => category);
  if (held.length === 0 || !belongsHere(person)) return [];
  return Object.keys(CATEGORIES).filter((category) => held.includes(category));
}

/** A stay takes an identity that holds on any of its days, any other visit one that holds on its last. */
function holds({ from, until }, visit) {
  const firstDay = visit.kind === "inpatient" ? visit.from : visit.until;
  return (from ?? "0000-01-01") <= visit.until && firstDay <= (until ? monthEnd(until) : "9999-12-31");
}

function monthEnd(date) {
  const [year, month] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Local registration and basic insurance; where one is known to fail, the other does not matter. */
function belongsHere(person) {
  const registered = known(person.registered_here);
  const insurance = known(person.insurance);
  if (registered === false || insurance === "none") return false;
  needed(registered, "/person/registered_here");
  needed(insurance, "/person/insurance");
  return true;
}

/** Article 8: the identity that pays most at this visit, never two at once; `null` where none counts. */
function bestIdentity(visit, categories, state, read) {
  return (categories.length > 0 ? categories : [null])
    .map((category) => pay(visit, category, state, read))
    .reduce((best, next) => (best && worth(best) >= worth(next) ? best : next), null);
}

const worth = ({ seriousIllness, assistance, topUp }) => seriousIllness + assistance + topUp;

function pay(visit, category, state, read) {
  const insured = insure(visit, category, state.counted.serious_illness, read);
  const base = atLeastZero(visit.scope - sum(Object.values(visit.paid)) - insured.paid);
  const counted = { ...state.counted, serious_illness: insured.counted };
  const assisted =
    category === null || !visit.designated
      ? { assistance: 0n, topUp: 0n, state: { pools: state.pools, counted } }
      : assist(visit, category, base, { pools: state.pools, counted }, read);
  return { category, base, seriousIllness: insured.paid, ...assisted };
}

// Serious-illness insurance: the sheet's figure, or an estimate for residents from the year's cost so far.

function insure(visit, category, before, read) {
  const estimated = read.serious_illness_estimate === "rules";
  if (!visit.statesSeriousIllness && !(estimated && visit.insurance() === "resident")) visit.seriousIllness();
  const counts = read.counts && (visit.kind !== "outpatient" || read.serious_illness_kinds === "all");
  const withOwnFirst = estimated && read.serious_illness_base === "with_own_first";
  const { basic, civil_servant, enterprise } = visit.paid;
  const earlier = basic + civil_servant + enterprise;
  const cost = () => (withOwnFirst ? visit.inScope + visit.ownFirst() : visit.scope) - earlier;
  const counted = counts ? before + atLeastZero(cost()) : before;
  const estimate = () => seriousIllnessOf(counted, category) - seriousIllnessOf(before, category);
  return { counted, paid: visit.statesSeriousIllness ? visit.seriousIllness() : estimate() };
}

/** 60 % from 18,000 to 100,000 yuan, 80 % above; for the assisted from 9,000, and five points more. */
function seriousIllnessOf(cost, category) {
  const [threshold, more] = category === null ? [18_000_00n, 0n] : [9_000_00n, 5n];
  const first = atLeastZero(least(cost, 100_000_00n) - threshold);
  const second = atLeastZero(cost - 100_000_00n);
  return percent(first * (60n + more) + second * (80n + more), 1n);
}

function assist(visit, category, base, state, read) {
  let { pools, counted } = state;

  let assistance = 0n;
  if (isAssisted(visit, read)) {
    const drawnOn = assistancePools(visit, read);
    assistance = least(percent(base, CATEGORIES[category]), room(pools, drawnOn));
    pools = draw(pools, drawnOn, assistance);
  }

  let topUp = 0n;
  if (isToppedUp(visit, read)) {
    const drawnOn = read.top_up_limit === "inside" ? ["inpatient"] : [];
    const now = counted.top_up + base - assistance;
    topUp = least(topUpOf(now) - topUpOf(counted.top_up), room(pools, drawnOn));
    pools = draw(pools, drawnOn, topUp);
    counted = { ...counted, top_up: now };
  }
  return { assistance, topUp, state: { pools, counted } };
}

// Article 6, and what is said about care without a referral.

function isAssisted({ fact, need }, { unreferred }) {
  if (unreferred === "assisted") return true;
  if (unreferred === "excluded_everywhere") return need("referral") !== "none";
  if (["county", "city"].includes(fact("where"))) return true;
  if (["proper", "not_needed"].includes(fact("referral"))) return true;
  need("referral");
  need("where");
  return false;
}

function assistancePools({ kind }, { outpatient_limit }) {
  if (kind !== "outpatient") return ["inpatient"];
  return outpatient_limit === "inside" ? ["outpatient", "inpatient"] : ["outpatient"];
}

// Article 7: 60 % of the year's burden above 6,000 yuan.

function isToppedUp({ kind, fact, need }, { top_up_kinds, home_care_referral }) {
  const improper = home_care_referral === "proper" ? ["none"] : ["none", "not_needed"];
  if (top_up_kinds === "inpatient_and_chronic" && kind === "outpatient") return false;
  if (fact("where") === "outside" || improper.includes(fact("referral"))) return false;
  need("where");
  need("referral");
  return true;
}

const topUpOf = (burden) => percent(atLeastZero(burden - 6_000_00n), 60n);

// Money, pools, and what is known.

const atLeastZero = (amount) => (amount < 0n ? 0n : amount);
const least = (...amounts) => amounts.reduce((a, b) => (b < a ? b : a));
const sum = (amounts) => amounts.reduce((a, b) => a + b, 0n);

/** Rounded half up to the fen. */
const percent = (amount, rate) => (amount * rate + 50n) / 100n;

const room = (pools, names) => {
  const left = names.map((name) => atLeastZero(LIMITS[name] - pools[name]));
  return left.length > 0 ? least(...left) : 1n << 100n;
};

const draw = (pools, names, amount) => ({
  ...pools,
  ...Object.fromEntries(names.map((name) => [name, pools[name] + amount])),
});

const addUp = (names, rows) =>
  Object.fromEntries(names.map((name) => [name, sum(rows.map((row) => row[name]))]));

const readingDefaults = () =>
  Object.fromEntries(Object.entries(READINGS).map(([name, [first]]) => [name, first]));

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** `undefined` for what is left out, null, a range or a choice. */
const known = (value) => (value === null || typeof value === "object" ? undefined : value);

function needed(value, at) {
  if (value === undefined) throw new Missing(at);
  return value;
}
