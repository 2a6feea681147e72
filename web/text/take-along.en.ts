// The same in English.

import type { takeAlongZhHans } from "./take-along.zh-Hans.js";

export const takeAlongEn: typeof takeAlongZhHans = {
  takeHeading: "Take it along",
  takeLead: "Print it, save it as a file, or make a QR code. All of it happens on this device.",
  print: "Print",
  save: "Save as a file",
  open: "Open a saved file",
  savedHint: "The file holds all that you entered; keep it safe.",
  dropHint: "You can also drop a saved file on this page to open it.",
  more: "Open a file, compare with the settlement",

  unread: {
    syntax: "This file could not be read. Please choose one whose name begins with aidcheck.",
    foreign: "This page did not save this file. Please choose one whose name begins with aidcheck.",
    cut: "This link is not whole. Please scan the code again, or ask for the file.",
    newer: "A newer page saved this. Please reload this page and open it again.",
    broken: (at) =>
      `One entry could not be understood (${at}), so nothing was opened, lest something be lost. Please save it anew.`,
  },
  openedOn: (date) => `Opened what was saved on ${date}`,
  noAnswerThen: "There was no answer yet at that time.",
  sameRules: "The rules are the same.",
  changedRules: "Since then the rules have changed.",
  sameFigures: "All amounts are the same as then.",
  changedFigures: "Some amounts are not the same as then.",
  figureThenNow: (payer, before, now) => `${payer}: then ${before}, now ${now}`,
  rulesGone: (rules) => `${rules}: no longer here`,
  rulesEdition: (rules, now) => `${rules}: now version ${now}`,
  rulesText: (rules) => `${rules}: something in them was changed`,
  rulesAdded: (rules) => `${rules}: used now too`,
  rulesOf: (place, from, version) => `${place}: rules in force from ${from}, version ${version}`,
  unused: (names) => `The rules no longer ask for these, so they were not used: ${names}`,
  putBack: "Put back what I had entered",

  linkHeading: "QR code and link",
  linkLead:
    "The code carries what you entered: whoever scans it or has the link can see it. Please look at what it holds first:",
  linkAlso:
    "And also: the amounts worked out, the version of the rules, today’s date. No name and no ID number.",
  linkMake: "I have looked; make the code",
  linkCode: "QR code that holds the link below",
  linkHint:
    "Scan it with a phone and it opens there. The content stands behind the # of the link, which browsers send to no website.",
  linkTooLong: "There is too much for a QR code. Please save it as a file, or copy the link below.",
  linkAddress: "Link",
  linkNeedsSite:
    "This page was opened from a local file and has no address, so there is no link. Please save it as a file.",

  compareHeading: "Compare with the official settlement (for clerks)",
  compareLead:
    "Enter what each payer really paid, and see what fits and where it first differs. Nothing entered above is changed.",
  settledBy: (payer) => `${payer} really paid (yuan)`,
  fits: (payer) => `${payer}: it fits`,
  differs: (payer, settled, ours) => `${payer}: it differs, settled ${settled}, here ${ours}`,
  notReadable: (payer) => `${payer}: not readable as an amount, please write figures only`,
  lookHereFirst: "Look here first",

  paperMade: (date) => `Printed on ${date}`,
  paperEntered: "What was entered",
  paperSteps: "How it was worked out",
  paperRules: "Rules used",
  standingWords: {
    none: "None of the categories",
    low_income: "Low income, recognised, not known as which",
    unknown: "Category not known",
  },
  heldFor: (from, until) => [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(", "),
  entry: (label, value) => `${label}: ${value}`,
  notSureBut: (typed) => `not known (${typed} was typed)`,
  beforeThisYear: (name) => `Earlier this year · ${name}`,
};
