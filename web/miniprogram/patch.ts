// What has changed between two views, by the paths that setData takes: only that is sent to the screen.

type Data = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changedItems(name: string, before: readonly unknown[], after: readonly unknown[]): Data {
  const changed: Record<string, unknown> = {};
  after.forEach((item, index) => {
    if (!same(before[index], item)) changed[`${name}[${index}]`] = item;
  });
  return changed;
}

/** Lists that stay as long are changed item by item. */
export function patchOf(before: Data, after: Data): Data {
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]));
  const patches = names.map((name): Data => {
    const [old, now] = [before[name], after[name]];
    const alike = Array.isArray(old) && Array.isArray(now) && old.length === now.length;
    return alike ? changedItems(name, old, now) : { [name]: now ?? null };
  });
  return Object.assign({}, ...patches) as Data;
}
