// The page and the frame: the document around the component follows it.

import type { SelfCheck } from "../model/self-check.js";
import { textsIn } from "../text/index.js";
import { firstLanguage } from "../text/language.js";
import { tellParent } from "../embed/tell-parent.js";
import { accentIn, wear } from "./accent.js";
import { AidCheck } from "./aid-check.js";
import { openArriving } from "./arriving.js";
import { followLook } from "./look.js";
import { hearWorker, keepForOffline } from "./offline.js";
import { Start } from "./start.js";
import type { Wishes } from "../model/begin.js";
import style from "./styles/component.css";
import { Site, folderOfScript } from "./supply.js";
import { keepTrail } from "./trail.js";
import { wishesIn } from "./wishes.js";

/** The document around the component speaks the same language and has the same ground. */
function followDocument(check: SelfCheck): void {
  const { language, look } = check.state;
  document.documentElement.lang = language;
  document.title = textsIn(language).title;
  followLook(document.documentElement, look);
}

/** A frame is as light as nearly every page around one, unless it is asked to follow the device. */
function wishes(bare: boolean): Wishes {
  const usual = bare ? "light" : "auto";
  return {
    ...wishesIn(location.search, usual),
    language: firstLanguage(location.search, navigator.languages),
  };
}

const folder = folderOfScript();
AidCheck.style = { text: style, address: `${folder}component.css` };
customElements.define("aid-check", AidCheck);

const element = document.querySelector<AidCheck>("aid-check");
if (element) {
  if (element.bare) AidCheck.home = () => folder;
  const start = new Start(
    element,
    new Site(folder),
    () => wishes(element.bare),
    (check) => {
      followDocument(check);
      check.subscribe(() => followDocument(check));
      // In a frame "back" belongs to the page around it.
      if (element.bare) {
        wear(element, accentIn(location.search));
        tellParent(element);
      } else keepTrail(check);
      void openArriving(check.along);
      addEventListener("hashchange", () => void openArriving(check.along));
    },
    (isReady) => {
      if (isReady && !element.bare) void keepForOffline(folder, () => start.isUntouched);
    },
  );
  if (!element.bare) hearWorker(() => element.notRenewed());
  void start.run();
}
