// The same in English.

import type { ImportText } from "./zh-Hans.js";

export const en: ImportText = {
  heading: "Rather not type it all?",
  lead: "Paste the words of the sheet, or drop the file that the hospital gave you (JSON, CSV, text). It is read on this device and sent to no one.",
  pasteLead: "Paste the words of the sheet below. They are read on this device and sent to no one.",
  paste: "What the sheet says",
  file: "Choose a file, or drop it here",
  read: "Read it",
  takeOver: (bills) => (bills > 1 ? `Fill in all ${bills} bills` : "Fill in the form"),
  takenOver: (bills) => `${bills} filled in. Please compare with the sheet once more.`,
  bill: (n) => `Bill ${n}`,
  understood: (n) => `Understood: ${n}`,
  notUnderstood: (n) => `Not used: ${n}`,
  outside: "Of no bill",
  derived: "not on the sheet, worked out from other lines",
  from: "First day",
  until: "Last day",
  yuan: (amount) => `¥${amount}`,
  list: ", ",
  reasons: {
    name: "This name is not known",
    unclear: "Could not be read; please fill it in",
    negative: "Negative, it looks like a refund; not used",
    decimals: "More than two decimals",
    conflict: "Several different figures; please fill it in from the sheet",
    cumulative: "A running or grand total, not of this bill",
    sum: "A sum of several lines, used as a check only",
    mixed:
      "May hold serious-illness insurance, assistance and others together; ask the hospital for the settlement sheet",
    extra: "Another payer or a waiver; there is no line for it here",
    mutual: "From a relative’s account; if it counts as yours, add it to the personal account",
    hint: "For information; the estimate does not need it",
    private: "About the person; not read",
    words_count: "Differs from the printed words; these count",
    text: "Not an amount of a bill",
    cells: "This row does not have the cells of the head",
  },
  problems: {
    empty: "There is nothing here yet.",
    too_long: "This is too much. Please put one person’s sheets of one year only.",
    cut: "The file is not complete: its end is missing. Please export or copy it again.",
    broken:
      "The file has a mistake and cannot be read. Please export it again, or copy the words of the sheet.",
    encoding: "The characters are garbled. Please choose the file itself, or save it as UTF-8.",
    no_text:
      "This is not text. Save a spreadsheet as CSV; open a PDF or a page, select the text and copy it; from a picture, please type.",
    nothing: "No amounts of a bill were found. Please fill in the form from the sheet.",
  },
  notes: {
    refund: "This is a refund (negative). Remove the bill that it cancels and enter only the corrected one.",
    settled_day: "Only the day of settlement is given. For a stay please check admission and discharge.",
    standard:
      "The printed standard was taken as the deductible. If another amount was taken, please change it.",
    own: "“个人自付” also holds the own share first and what is above price limits; it is not the own share in scope, so it is a check only.",
    words_count: "Some printed words differ from the interface’s names; the printed words count.",
    twice: "Another bill has the same days and amounts. A trial settlement does not count; please check.",
  },
  sumFits: (printed) => `✓ ${printed} adds up`,
  sumDiffers: (printed, amount) =>
    `${printed} is ¥${amount}, which does not match the other lines. Please check.`,
  fit: ({ rule, state }, apart, missing) => {
    if (rule === "taken")
      return `Deductible and basic insurance come to ¥${apart} more than what is in scope. Often the standard was entered; please put what was taken this time.`;
    const sum = rule === "parts" ? "The parts" : "All payments, yours included,";
    if (state === "fits") return `✓ ${sum} come to the total`;
    if (state === "open")
      return `${sum} are still ¥${apart} short of the total; it may be in what is not filled in: ${missing}`;
    return `${sum} come to ¥${apart} ${state === "over" ? "more" : "less"} than the total. Please check.`;
  },
};
