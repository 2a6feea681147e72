// Documents that an older page wrote. Each step brings one format up to the next and takes nothing for granted: what it
// does not understand it passes on, and the reader minds it.

export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Format 0 named the categories that were held, and knew no dates. */
function datedIdentities(document: Members): Members {
  const { case: entered } = document;
  if (!isObject(entered) || !Array.isArray(entered["identities"])) return document;
  const identities = entered["identities"].map((each: unknown) =>
    typeof each === "string" ? { category: each } : each,
  );
  return { ...document, case: { ...entered, identities } };
}

/** By the format that each starts from. */
const STEPS: readonly ((document: Members) => Members)[] = [datedIdentities];

export function upToDate(document: Members, format: number): Members {
  return STEPS.slice(format).reduce((older, step) => step(older), document);
}
