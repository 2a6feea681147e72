// What people do on the simulated phone: enter a case on their way from the place to the answer.
import assert from "node:assert/strict";
import { designCase } from "../browser/cases.mjs";

const [stay] = designCase.visits;
const [identity] = designCase.person.identities;

export async function enterWhere(phone) {
  await phone.choose("place", designCase.place);
  if (!phone.has("year-list")) await phone.next();
  await phone.choose("year", String(designCase.year));
  await phone.next();
}

export async function enterWho(phone) {
  await phone.tap(`identity-${identity.category}`);
  await phone.tap(`identity-${identity.category}-periods`);
  await phone.enter(`identity-${identity.category}-1-from`, identity.from);
  await phone.enter(`identity-${identity.category}-1-until`, identity.until);
  await phone.next();
}

const ENTRIES = {
  "person-insurance": (phone, id) => phone.choose(id, designCase.person.insurance),
  "person-registered_here": (phone, id) => phone.choose(id, String(designCase.person.registered_here)),
  ...Object.fromEntries(
    ["kind", "where", "referral"].map((name) => [
      `visit-1-${name}`,
      (phone, id) => phone.choose(id, stay[name]),
    ]),
  ),
  ...Object.fromEntries(
    ["from", "until"].map((name) => [`visit-1-${name}`, (phone, id) => phone.enter(id, stay[name])]),
  ),
  ...Object.fromEntries(
    Object.entries(stay.sheet).map(([name, amount]) => [
      `visit-1-${name}`,
      (phone, id) => phone.enter(id, String(amount)),
    ]),
  ),
};

const FARTHEST = 60;

/** Answers whatever is asked that the case knows, screen after screen; gives the screens as they were met. */
export async function walkTo(phone, screen) {
  const seen = [];
  for (let steps = 0; phone.screen !== screen && steps < FARTHEST; steps += 1) {
    seen.push(phone.data.stop);
    for (const [id, enter] of Object.entries(ENTRIES)) {
      if (phone.block(id)?.kind === "field" && !isAnswered(phone.block(id))) await enter(phone, id);
    }
    const isList = phone.screen === "bills";
    await phone.tap(isList && phone.has("add-visit") && !phone.has("visit-1-edit") ? "add-visit" : "next");
  }
  assert.equal(phone.screen, screen, phone.text);
  return seen;
}

function isAnswered({ control, entry, options }) {
  return control === "one" ? options.some(({ chosen }) => chosen) : control === "text" && entry !== "";
}

/** The whole case of the design, up to its answer. */
export async function enterDesignCase(phone) {
  await enterWhere(phone);
  await enterWho(phone);
  return walkTo(phone, "answer");
}
