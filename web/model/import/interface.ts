// Bills in the interface's JSON: `setlinfo` at any depth, its list of payers, several settlements in a list.

import { isSheetId, meaningOf } from "./names.js";
import type { Group } from "./json.js";
import type { Bill, Entry, Fund, NotUnderstood, Read } from "./records.js";

type Pair = readonly [name: string, value: string];

const plain = (name: string) => name.toLowerCase().replace(/_/g, "");

function valueOf(entries: readonly Pair[], names: readonly string[]): string | undefined {
  return entries.find(([name]) => names.includes(plain(name)))?.[1];
}

const isFund = ({ entries }: Group) => valueOf(entries, ["fundpaytype", "fundpayamt"]) !== undefined;
/** Of the list of what was prescribed, which has some of the sheet's names. */
const isItem = ({ entries }: Group) => valueOf(entries, ["feedetlsn", "detitemfeesumamt"]) !== undefined;

const targetOf = ({ name }: Entry): string => meaningOf(name)?.target ?? "";
const hasAmount = ({ entries }: Bill) => entries.some((entry) => isSheetId(targetOf(entry)));
const hasTotal = ({ entries }: Bill) => entries.some((entry) => targetOf(entry) === "total");

class Gatherer {
  readonly rest: NotUnderstood[] = [];
  private readonly lists = new Map<string, number>();

  private leave(name: string): void {
    this.lists.set(name, (this.lists.get(name) ?? 0) + 1);
  }

  private fund(bill: Bill, entries: readonly Pair[]): void {
    const code = valueOf(entries, ["fundpaytype"]) ?? "";
    const name = valueOf(entries, ["fundpaytypename"]) ?? "";
    for (const [each, value] of entries) {
      if (plain(each) === "fundpayamt") bill.funds.push({ code, name, value });
      else if (!plain(each).startsWith("fundpaytype") && value !== "")
        bill.entries.push({ name: `${name || code}: ${each}`, value, reason: "hint" });
    }
  }

  /** The bills inside, and what belongs to the one around. */
  gather(group: Group): { readonly bills: Bill[]; readonly loose: Bill } {
    const loose: Bill = { entries: group.entries.map(([name, value]) => ({ name, value })), funds: [] };
    const bills: Bill[] = [];
    for (const child of group.groups) {
      if (isFund(child)) this.fund(loose, child.entries);
      else if (isItem(child)) this.leave(child.name);
      else {
        const inner = this.gather(child);
        bills.push(...inner.bills);
        if (!child.listed) add(loose, inner.loose);
        else if (hasAmount(inner.loose)) bills.push(inner.loose);
        else if (inner.bills.length === 0) this.leave(child.name);
        else this.spread(inner.bills, inner.loose);
      }
    }
    if (bills.length === 0 && !hasTotal(loose)) return { bills, loose };
    if (bills.length === 0) return { bills: [loose], loose: empty() };
    this.spread(bills, loose);
    return { bills, loose: empty() };
  }

  /** What stands around one bill is its own. Around several, amounts are sums of them or of something else. */
  private spread(bills: readonly Bill[], loose: Bill): void {
    const [only] = bills;
    if (only && bills.length === 1 && !hasTotal(loose)) return add(only, loose);
    for (const { name, value } of [...loose.entries, ...loose.funds])
      if (value !== "") this.rest.push({ name, value, reason: "text" });
  }

  read(root: Group): Read {
    const { bills, loose } = this.gather(root);
    for (const [name, times] of this.lists) this.rest.push({ name, value: `× ${times}`, reason: "text" });
    return { bills: [...bills, loose], rest: this.rest };
  }
}

const empty = (): Bill => ({ entries: [], funds: [] });

function add(
  bill: Bill,
  more: { readonly entries: readonly Entry[]; readonly funds: readonly Fund[] },
): void {
  bill.entries.push(...more.entries);
  bill.funds.push(...more.funds);
}

export const readInterface = (root: Group): Read => new Gatherer().read(root);
