// JSON as names and values: numbers digit for digit, of a name that stands twice both, and no object of the host in
// which a name like __proto__ could do harm.

export interface Group {
  readonly name: string;
  /** One of a list. */
  readonly listed: boolean;
  readonly entries: (readonly [name: string, value: string])[];
  readonly groups: Group[];
}

interface Open {
  readonly group: Group;
  readonly end: "}" | "]";
  readonly name: string;
}

const TOKEN = /\s*(?:([{}[\],:])|"((?:[^"\\]|\\[^])*)"|([^\s{}[\],:"]+))/y;
const DEEPEST = 60;

const groupOf = (name: string, listed: boolean): Group => ({ name, listed, entries: [], groups: [] });

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text.replace(/[^ -\uffff]/g, " ")}"`));
  } catch {
    return text;
  }
}

/** Several texts one after the other are read too. */
export function readJson(text: string): Group | "cut" | "broken" {
  const root = groupOf("", false);
  const open: Open[] = [{ group: root, end: "]", name: "" }];
  const token = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  let key: string | undefined;
  let waiting: string | undefined;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const [, sign, string, scalar] = token.exec(text) ?? [];
    const top = open[open.length - 1];
    if (!top || token.lastIndex === 0) return /^\s*"/.test(text.slice(from)) ? "cut" : "broken";
    const { group, name } = top;
    if (sign === "{" || sign === "[") {
      if (waiting !== undefined || open.length > DEEPEST) return "broken";
      const inner = key ?? name;
      const next = sign === "{" ? groupOf(inner, top.end === "]") : group;
      if (sign === "{") group.groups.push(next);
      open.push({ group: next, end: sign === "{" ? "}" : "]", name: inner });
      key = undefined;
    } else if (sign === ":") {
      if (waiting === undefined) return "broken";
      key = waiting;
      waiting = undefined;
    } else if (sign) {
      if (waiting !== undefined || key !== undefined) return "broken";
      if (sign !== ",") {
        open.pop();
        if (sign !== top.end || open.length === 0) return "broken";
      }
    } else if (string !== undefined && key === undefined && top.end === "}") {
      if (waiting !== undefined) return "broken";
      waiting = unescaped(string);
    } else {
      const value = string === undefined ? (scalar ?? "") : unescaped(string);
      if (waiting !== undefined || (key === undefined && top.end === "}")) return "broken";
      if (value !== "null" || string !== undefined) group.entries.push([key ?? name, value]);
      key = undefined;
    }
  }
  return open.length > 1 || key !== undefined || waiting !== undefined ? "cut" : root;
}
