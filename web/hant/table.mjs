// The smallest table that a page needs to write all of its texts in traditional characters: which character becomes
// which, and the phrases where that is wrong.

const CHINESE = /^\p{Script=Han}+$/u;

const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byLength = (a, b) => b.length - a.length || byCode(a, b);

/** What the page does with a table, character for character; `web/text/hant.ts` does the same. */
export function converterOf({ from, to, phrases }) {
  const becomes = new Map(phrases);
  [...from].forEach((character, index) => becomes.set(character, to[index]));
  const words = phrases.map(([phrase]) => phrase).sort(byLength);
  const pattern = new RegExp([...words, `[${from}]`].join("|"), "g");
  return (text) => text.replace(pattern, (found) => becomes.get(found));
}

/** Each character that occurs and becomes another one where it stands alone. */
function charactersOf(pairs, wanted) {
  const occurring = new Set(pairs.flatMap(([text]) => [...text]));
  return [...occurring]
    .sort(byCode)
    .map((character) => [character, wanted(character)])
    .filter(([from, to]) => from !== to);
}

function spotsIn(pairs, convert) {
  return pairs.flatMap(([text, wanted]) => {
    const converted = convert(text);
    return [...text].flatMap((_, at) => (converted[at] === wanted[at] ? [] : [{ text, wanted, at }]));
  });
}

/** Whether the phrase becomes the same wherever it stands. */
function isSafe({ phrase, becomes }, all) {
  for (let at = all.text.indexOf(phrase); at >= 0; at = all.text.indexOf(phrase, at + 1)) {
    if (all.wanted.slice(at, at + phrase.length) !== becomes) return false;
  }
  return true;
}

/** All phrases of this length around the spots, those that put most of them right first. */
function phrasesAround(spots, length) {
  const found = new Map();
  for (const { text, wanted, at } of spots) {
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= text.length; start += 1) {
      const phrase = text.slice(start, start + length);
      if (!CHINESE.test(phrase)) continue;
      const known = found.get(phrase) ?? { phrase, becomes: wanted.slice(start, start + length), rights: 0 };
      known.rights += 1;
      found.set(phrase, known);
    }
  }
  return [...found.values()].sort((a, b) => b.rights - a.rights);
}

/** The shortest phrase that is a word of its own; where there is none, the shortest that happens to tell. */
function nextPhrase(spots, { phrases }, all, wanted) {
  const isNew = ({ phrase }) => phrases.every(([known]) => known !== phrase);
  const isWord = ({ phrase, becomes }) => becomes === phrase || becomes === wanted(phrase);
  const longest = Math.max(...spots.map(({ text }) => text.length));
  for (const isGood of [isWord, () => true]) {
    for (let length = 2; length <= longest; length += 1) {
      const best = phrasesAround(spots, length).find(
        (each) => isGood(each) && isNew(each) && isSafe(each, all),
      );
      if (best) return [best.phrase, best.becomes];
    }
  }
  throw new Error(`No phrase tells why ${spots[0].text} becomes ${spots[0].wanted}`);
}

/** Adds phrases until all pairs come out right; false where they did already. */
function mend(table, pairs, all, wanted) {
  let spots = spotsIn(pairs, converterOf(table));
  const mended = spots.length > 0;
  while (spots.length > 0) {
    table.phrases.push(nextPhrase(spots, table, all, wanted));
    const wrong = new Map(spots.map((spot) => [spot.text, spot.wanted]));
    spots = spotsIn([...wrong], converterOf(table));
  }
  return mended;
}

/** Nothing is looked up by halves: text and what it becomes are of one length, without surrogates. */
function refuseOdd(pairs) {
  const odd = pairs.find(
    ([text, becomes]) => text.length !== becomes.length || /[\ud800-\udfff]/.test(becomes),
  );
  if (odd) throw new Error(`Not character for character: ${odd.join(" ")}`);
}

/**
 * A table by which each text becomes what `wanted` says. What is traditional already stays as it is, so that a text put
 * together of converted parts may be converted again.
 */
export function tableOf(texts, wanted) {
  const pairs = texts.map((text) => [text, wanted(text)]);
  refuseOdd(pairs);
  const characters = charactersOf(pairs, wanted);
  const table = {
    from: characters.map(([from]) => from).join(""),
    to: characters.map(([, to]) => to).join(""),
    phrases: [],
  };
  const every = [...pairs, ...pairs.map(([, becomes]) => [becomes, becomes])];
  const all = { text: every.map(([text]) => text).join("\n"), wanted: every.map(([, to]) => to).join("\n") };
  // A phrase may spoil what was right before it.
  let changed = true;
  while (changed) changed = mend(table, every, all, wanted);
  return table;
}
