// What belongs to the answer besides the figures: readings, identities, entitlements, limits, sources.

import type { Reading, ReadingChoice, Result } from "../../loader/contract.js";
import { setReading } from "../../model/actions.js";
import { figure } from "../../model/money.js";
import { entitlementsDue } from "../../speech/answer.js";
import { nameOfCategory } from "../../speech/category.js";
import { identityState } from "../../speech/identity.js";
import { say, sayAmount, sayDate, sayPrinted } from "../../speech/say.js";
import { section, type Block, type Section } from "./blocks.js";
import { citeBlocks, trustWords } from "./cite.js";
import { button, fold, heading, words, type Scene } from "./scene.js";

function folded(
  scene: Scene,
  key: string,
  title: string,
  inside: () => readonly Block[],
): readonly Section[] {
  return section(key, fold(scene, key, title, inside, { look: "part" }));
}

function readingChoiceBlocks(scene: Scene, reading: Reading, choice: ReadingChoice): Block[] {
  const { text, change } = scene;
  const at = `reading-that-matters-${reading.id}-${choice.id}`;
  const said = say(scene, choice.label);
  return [
    ...words(at, said, choice.chosen ? "strong" : "plain"),
    ...words(`${at}-total`, text.readingTotal(sayAmount(scene, choice.personal_total))),
    ...(choice.chosen
      ? words(`${at}-now`, text.readingNow, "hint")
      : button(scene, `${at}-use`, text.readingUse, () => change(setReading(reading.id, choice.id)), {
          look: "quiet",
          label: text.readingUseOf(said),
        })),
  ];
}

export function readingsSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  if (result.readings.length === 0) return [];
  return folded(scene, "readings", text.readingsThatMatter, () => [
    ...words("readings-lead", text.readingsThatMatterLead, "lead"),
    ...result.readings.flatMap((reading) => {
      const at = `reading-that-matters-${reading.id}`;
      return [
        ...heading(at, say(scene, reading.label), 3),
        ...reading.choices.flatMap((choice) => readingChoiceBlocks(scene, reading, choice)),
        ...citeBlocks(scene, result, at, reading.cite),
      ];
    }),
  ]);
}

export function identitiesSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  if (result.identities.length === 0) return [];
  return folded(scene, "your-identities", text.identitiesHeading, () =>
    result.identities.flatMap((identity, index) => {
      const at = `your-identity-${identity.category}-${index}`;
      const by = identity.recognised_by;
      return [
        ...words(at, say(scene, identity.label), "strong"),
        ...words(`${at}-state`, identityState(scene, identity)),
        ...words(`${at}-by`, by ? text.recognisedBy(say(scene, by)) : "", "hint"),
        ...citeBlocks(scene, result, at, identity.cite),
      ];
    }),
  );
}

export function entitlementsSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  const due = entitlementsDue(scene, result);
  if (due.length === 0) return [];
  return folded(scene, "entitlements", text.entitlementsHeading, () =>
    due.flatMap(({ id, label, text: said, cite, if: category }, index) => {
      const at = `entitlement-${id}-${index}`;
      const once = category ? text.onceRecognised(nameOfCategory(scene, category)) : "";
      return [
        ...words(at, say(scene, label), "strong"),
        ...words(`${at}-once`, once, "hint"),
        ...words(`${at}-text`, say(scene, said)),
        ...citeBlocks(scene, result, at, cite),
      ];
    }),
  );
}

export function poolsSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  if (result.pools.length === 0) return [];
  return folded(scene, "pools", text.poolsHeading, () =>
    result.pools.map(({ id, label, parameter, drawn, left }): Block => ({
      kind: "figures",
      key: `pool-${id}`,
      caption: `${say(scene, label)} ${sayPrinted(scene, parameter)}`,
      rows: [
        { key: `pool-${id}-drawn`, words: text.poolDrawn, figure: figure(drawn), look: "", strong: false },
        { key: `pool-${id}-left`, words: text.poolRemaining, figure: figure(left), look: "", strong: false },
      ],
    })),
  );
}

export function assumedSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  if (result.assumed.length === 0) return [];
  return folded(scene, "assumed", text.assumedHeading, () => [
    ...words("assumed-lead", text.assumedLead, "hint"),
    ...result.assumed.flatMap(({ fact, label }) => words(`assumed-${fact}`, say(scene, label), "item")),
  ]);
}

export function sourcesSections(scene: Scene, result: Result): readonly Section[] {
  const { text } = scene;
  return folded(scene, "sources", text.sourcesHeading, () => [
    ...result.sources.flatMap(({ id, number, title, issuer, issued, trust }) => [
      ...words(`source-${id}`, `${sayPrinted(scene, number)} ${say(scene, title)}`, "strong"),
      ...words(`source-${id}-issued`, text.issued(say(scene, issuer), sayDate(scene, issued)), "hint"),
      ...words(`source-${id}-trust`, trustWords(scene, trust)),
    ]),
    ...result.packs.flatMap(({ id, version, from }) =>
      words(
        `pack-${id}-${from}`,
        text.rulesVersion(say(scene, result.name), version, sayDate(scene, from)),
        "hint",
      ),
    ),
  ]);
}
