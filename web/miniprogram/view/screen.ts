// The whole of what is shown: the head, the screen at which the person is with its ways back and on, and the word of
// caution at the foot.

import type { Language } from "../../loader/contract.js";
import { setLanguage, setLook, show } from "../../model/actions.js";
import { goOn, mayGoStraight, previousStop, stepOf, stopNow } from "../../model/path.js";
import { THEMES } from "../../model/state.js";
import { stopAt, type Screen } from "../../model/trail.js";
import { announcement } from "../../speech/answer.js";
import { inTheWayWords, onwardWords, screenHeading } from "../../speech/onward.js";
import { LANGUAGES } from "../../text/language.js";
import { answerSections } from "./answer.js";
import { billSections } from "./bill.js";
import { billsSections } from "./bills.js";
import { section, type ButtonBlock, type Section } from "./blocks.js";
import { helpSections } from "./help.js";
import { button, fold, words, type Scene } from "./scene.js";
import { whereSections } from "./where.js";
import { personSections, whoSections } from "./who.js";

export interface Head {
  readonly title: string;
  /** Only on the first screen. */
  readonly tagline: string;
  readonly elder: ButtonBlock | undefined;
  readonly languagesLabel: string;
  readonly languages: readonly ButtonBlock[];
}

export interface View {
  readonly language: Language;
  readonly screen: Screen;
  /** Tells one stop from another. */
  readonly stop: string;
  readonly head: Head;
  readonly back: ButtonBlock | undefined;
  readonly count: string;
  readonly step: string;
  readonly spokenStep: string;
  readonly heading: string;
  readonly sections: readonly Section[];
  readonly inTheWay: string;
  readonly onward: readonly ButtonBlock[];
  readonly footer: string;
  readonly announced: string;
}

function headOf(scene: Scene, screen: Screen): Head {
  const { text, check, change, language } = scene;
  const { elder } = check.state.look;
  const [elderButton] = button(scene, "elder", text.elder, () => change(setLook({ elder: !elder })), {
    look: "quiet",
    pressed: elder,
  });
  return {
    title: text.title,
    tagline: screen === "where" ? text.tagline : "",
    elder: elderButton,
    languagesLabel: text.language,
    languages: LANGUAGES.flatMap(([id, short, name]) =>
      button(scene, `language-${id}`, short, () => change(setLanguage(id)), {
        look: "quiet",
        label: name,
        pressed: id === language,
      }),
    ),
  };
}

/** How it looks: at the foot of the first screen, where it is in nobody's way. */
function displaySections(scene: Scene): readonly Section[] {
  const { text, check, change } = scene;
  const { theme, contrast, elder } = check.state.look;
  if (elder) return [];
  const inside = () => [
    ...THEMES.flatMap((id) =>
      button(
        scene,
        `theme-${id || "auto"}`,
        text.themes[id || "auto"] ?? "",
        () => change(setLook({ theme: id })),
        {
          look: "quiet",
          label: `${text.theme} ${text.themes[id || "auto"] ?? ""}`,
          pressed: id === theme,
        },
      ),
    ),
    ...button(scene, "contrast", text.contrast, () => change(setLook({ contrast: !contrast })), {
      look: "quiet",
      pressed: contrast,
    }),
  ];
  return section("display", fold(scene, "display", text.display, inside), "bare");
}

function firstSections(scene: Scene): readonly Section[] {
  return [
    ...section("privacy", words("privacy", scene.text.privacy, "hint"), "bare"),
    ...whereSections(scene),
    ...displaySections(scene),
  ];
}

function sectionsOf(scene: Scene, screen: Screen): readonly Section[] {
  const { form } = scene.check;
  if (!form) return firstSections(scene);
  switch (screen) {
    case "who":
      return whoSections(scene, form);
    case "help":
      return helpSections(scene);
    case "person":
      return personSections(scene);
    case "bills":
      return billsSections(scene, form);
    case "bill":
      return billSections(scene, form);
    case "answer":
      return answerSections(scene);
    case "where":
      return firstSections(scene);
  }
}

function onwardOf(scene: Scene, screen: Screen): readonly ButtonBlock[] {
  const { check, text, change } = scene;
  if (screen === "answer") return [];
  const straight = mayGoStraight(check)
    ? button(scene, "to-answer", text.backToAnswer, () => change(show(stopAt("answer"))))
    : [];
  return [
    ...button(scene, "next", onwardWords(scene), () => void goOn(scene), { look: "main" }),
    ...straight,
  ];
}

export function viewOf(scene: Scene): View {
  const { check, text, language } = scene;
  const stop = stopNow(check);
  const { screen } = stop;
  const step = stepOf(stop);
  const [back] = previousStop(check) ? button(scene, "back", text.back, scene.back, { look: "quiet" }) : [];
  return {
    language,
    screen,
    stop: `${screen} ${stop.question}`,
    head: headOf(scene, screen),
    back,
    count: `${step} / 3`,
    step: text.steps[step - 1] ?? "",
    spokenStep: text.stepOfThree(step),
    heading: screenHeading(scene, screen),
    sections: sectionsOf(scene, screen),
    inTheWay: inTheWayWords(scene),
    onward: onwardOf(scene, screen),
    footer: text.footer,
    announced: screen === "answer" ? announcement(scene) : "",
  };
}
