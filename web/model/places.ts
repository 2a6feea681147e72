// Every place of the country, and whose rules serve it: its own, those of the city or province around it, or else the
// national ones.

import type { Words } from "../loader/contract.js";

/** One version of a place's rules; what the page does not need is left out here. */
export interface RulesVersion {
  readonly file: string;
  readonly from: string;
  readonly until?: string;
  readonly version: string;
  readonly hash: string;
}

/** One place of `rules/index.json`. */
export interface Place {
  readonly code: string;
  readonly name: Words;
  readonly versions: readonly RulesVersion[];
}

export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** A city with its counties, or what stands directly under a province. */
export interface Region {
  readonly name: string;
  readonly places: readonly NamedPlace[];
}

export interface Province extends NamedPlace {
  readonly regions: readonly Region[];
}

export const NATION = "100000";

/** What stands for all that the city's districts are, and what stands directly under a province, are headings. */
const HEADING = /^市辖区$|直辖县级行政区划$/;

/** `rules/places.json`: by the first four digits, the city's name and each county as two digits and its name. */
function readRegion(group: string, words: string): Region {
  const places = words.split(" ").map((word) => {
    const [, county = "00", name = ""] = /^(\d\d)?(.+)$/.exec(word) ?? [];
    return { code: group + county, name };
  });
  return {
    name: places[0]?.code.endsWith("00") ? places[0].name : "",
    places: places.filter(({ name }) => !HEADING.test(name)),
  };
}

export function readProvinces(groups: Readonly<Record<string, string>>): Province[] {
  const codes = Object.keys(groups).sort();
  return codes
    .filter((group) => group.endsWith("00") && group !== NATION.slice(0, 4))
    .map((group) => {
      const regions = codes
        .filter((code) => code.startsWith(group.slice(0, 2)))
        .map((code) => readRegion(code, groups[code] ?? ""));
      return { code: `${group}00`, name: regions[0]?.name ?? "", regions };
    });
}

/** The places that have rules of their own; the nation's serve the rest. */
export class Atlas {
  readonly own: readonly Place[];
  readonly nation: Place | undefined;

  constructor(
    private readonly places: readonly Place[],
    readonly provinces: readonly Province[],
  ) {
    this.own = places.filter(({ code }) => code !== NATION);
    this.nation = places.find(({ code }) => code === NATION);
  }

  /** The closest place around `code` that has rules. */
  ownRules(code: string): Place | undefined {
    const around = [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
    for (const each of around) {
      const found = this.own.find((place) => place.code === each);
      if (found) return found;
    }
    return undefined;
  }

  /** All versions of all places. */
  versions(): readonly RulesVersion[] {
    return this.places.flatMap(({ versions }) => versions);
  }

  /** Those of the rules that serve a place. */
  versionsFor(code: string): readonly RulesVersion[] {
    return (this.ownRules(code) ?? this.nation)?.versions ?? [];
  }

  /** Of the rules of exactly this place, those in force from that day on. */
  version(code: string, from: string): RulesVersion | undefined {
    const place = code === NATION ? this.nation : this.own.find((each) => each.code === code);
    return place?.versions.find((version) => version.from === from);
  }

  /** A place that the page can choose, and the two digits of the province in which it is looked for, if it is. */
  find(code: string): { readonly name: string | undefined; readonly province: string } | undefined {
    const isFirst = code === NATION || this.own.some((place) => place.code === code);
    for (const { code: province, regions } of this.provinces) {
      for (const { places } of regions) {
        const found = places.find((place) => place.code === code);
        if (found) return { name: found.name, province: isFirst ? "" : province.slice(0, 2) };
      }
    }
    return isFirst ? { name: undefined, province: "" } : undefined;
  }

  nameOf(code: string): string | undefined {
    return this.find(code)?.name;
  }

  /** The years, latest first, in which there are rules for the place; before a choice: for any. */
  years(code: string, thisYear: number): string[] {
    const known = code === "" ? [] : this.versionsFor(code);
    const versions = known.length > 0 ? known : this.own.flatMap((place) => place.versions);
    const yearOf = (date: string) => Number(date.slice(0, 4));
    const first = Math.min(...versions.map(({ from }) => yearOf(from)));
    const last = Math.max(...versions.map(({ until }) => (until ? yearOf(until) : thisYear)));
    const years: string[] = [];
    for (let year = Math.min(last, thisYear); year >= first; year -= 1) years.push(String(year));
    return years;
  }
}
