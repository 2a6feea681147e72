// JSON text in which amounts stand digit for digit as they were typed; JSON.stringify would go through a float.

import type { Decimal } from "./typed.js";

export class Digits {
  constructor(readonly text: Decimal) {}
}

export type Json =
  string | boolean | null | Digits | readonly Json[] | { readonly [name: string]: Json | undefined };

export function writeJson(value: Json): string {
  if (value instanceof Digits) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}:${writeJson(member as Json)}`],
  );
  return `{${members.join(",")}}`;
}
