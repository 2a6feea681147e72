// Whether all of a page is in its one language, or says of a part that it is not.
import { wanted } from "../../web/hant/opencc.mjs";
import { texts } from "../../web/hant/texts.mjs";

/** The characters that no traditional text has; one that stands for itself and another, as 里 and 后, is none of them. */
function simplifiedIn(text) {
  return [...text].filter((character) => wanted(character) !== character && !BOTH.has(character)).join("");
}

const BOTH = new Set("余里后台周咸斗岳布范谷云干复系准于征历沈钟昆游沾淀尽");

const places = texts.filter((text) => /^\p{Script=Han}{2,}[省市区县州旗盟]$/u.test(text));
const NAMES = new RegExp([...places, "\\(\\p{Script=Han}+\\)", "万"].join("|"), "gu");

/** Among other words: names of places, official terms in brackets, and how an entry may be typed. */
const withoutNames = (text) => (places.includes(text) ? text : text.replace(NAMES, ""));

/** Each text that is there to be seen or heard, with its language; what is announced follows a moment later. */
function textsOfPage() {
  const root = document.querySelector("aid-check").shadowRoot;
  const found = [];
  const note = (element, text) => {
    if (text && !element.closest(".languages, #announcement")) {
      found.push({ text, lang: element.closest("[lang]").lang });
    }
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) note(walker.currentNode.parentElement, walker.currentNode.data.trim());
  for (const element of root.querySelectorAll("*")) {
    for (const name of ["aria-label", "label", "title", "placeholder", "alt"]) {
      note(element, element.getAttribute(name));
    }
  }
  return found;
}

/** What is in another language than it says, with what gives it away. */
export async function inAnotherLanguage(page, language) {
  const here = (await page.evaluate(textsOfPage)).filter(({ lang }) => lang === language);
  if (language === "en")
    return here.map(({ text }) => text).filter((text) => /\p{Script=Han}/u.test(withoutNames(text)));
  if (language !== "zh-Hant") return [];
  return here.map(({ text }) => [text, simplifiedIn(text)]).filter(([, simplified]) => simplified !== "");
}
