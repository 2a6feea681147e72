// What the worker keeps, as the build lists it.

/** Each file's path below the site's folder, and what it is held against: `sha256-…`. */
export interface Manifest {
  /** All of a version, kept before it may serve. */
  readonly core: Readonly<Record<string, string>>;
  /** Kept when first asked for. */
  readonly rest: Readonly<Record<string, string>>;
}

export const RULES_INDEX = "rules/index.json";

interface RulesIndex {
  readonly places: readonly {
    readonly versions: readonly { readonly file: string; readonly hash: string }[];
  }[];
}

/** The packs that a list of rules names, as a manifest does; undefined where it is no such list. */
export function packsIn(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const { places } = JSON.parse(text) as RulesIndex;
    const versions = places.flatMap((place) => place.versions);
    return Object.fromEntries(versions.map(({ file, hash }) => [`rules/${file}`, hash]));
  } catch {
    return undefined;
  }
}

export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
