// The same in English.

import type { ImportText } from "./zh-Hans.js";

export const en: ImportText = {
  heading: "Rather not type it all?",
  lead: "Paste the words of the sheet, or drop the file that the hospital gave you (JSON, CSV, text). It is read on this device and sent to no one.",
  paste: "What the sheet says",
  example: "For example 医疗费总额：52,000.00元",
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
    unclear: "This value could not be read",
    negative: "Negative: it looks like a refund",
    decimals: "More than two decimals",
    too_large: "The figure is too large",
    formula: "This is a formula; please put its figure",
    several: "Several figures follow, it is not clear which one counts",
    conflict: "Different figures for one line; please fill it in from the sheet",
    cumulative: "A running or grand total, not of this bill",
    sum: "A sum of several lines, used as a check only",
    mixed:
      "May hold serious-illness insurance, assistance and others together; ask the hospital for the settlement sheet",
    extra: "Another payer; there is no line for it here",
    waiver: "Borne or waived by the hospital, nobody’s payment",
    mutual: "From a relative’s account; if it counts as yours, add it to the personal account",
    hint: "For information; the estimate does not need it",
    private: "About the person; not read",
    code: "This code differs from place to place; please choose yourself",
    words_count: "Differs from the printed words; these count",
    text: "Other text",
    no_bill: "Not an amount of a bill",
    cells: "This row does not have the cells of the head",
    refund: "On a refund; not used",
  },
  problems: {
    empty: "There is nothing here yet.",
    too_long: "This is too much. Please put the sheets of one person and one year only.",
    cut: "The file is not complete: its end is missing. Please export or copy it again.",
    broken:
      "This JSON file has a mistake and cannot be read. Please export it again, or copy the words of the sheet.",
    encoding:
      "The characters are garbled. Please choose the file itself instead of copying from a window, or save it as UTF-8.",
    binary: "This is not a text file.",
    spreadsheet: "This is a spreadsheet. Please save it as CSV, or copy its cells.",
    pdf: "This is a PDF. Please open it, select the text and copy it.",
    picture: "This is a picture; it cannot be read. Please fill in the form from the sheet.",
    markup: "This is a web page or XML. Please open it, select the text and copy it.",
    nothing: "No amounts of a sheet were found. Please fill in the form from the sheet.",
  },
  notes: {
    refund: "This is a refund (negative). Remove the bill that it cancels and enter only the corrected one.",
    settled_day:
      "Only the day of settlement is given. For a stay please check the days of admission and discharge.",
    standard:
      "The printed standard was taken as the deductible. If less or more was taken this time, please change it.",
    own: "“个人自付” also holds the own share first and what is above price limits. It is not the own share in scope, so it is a check only.",
    words_count: "Some printed words differ from the interface’s names; the printed words count.",
    twice: "Another bill has the same days and amounts. A trial settlement counts once only; please check.",
  },
  sums: {
    funds: "the funds’ payments together",
    person: "the total less what the funds paid",
    own: "the total less what the funds paid and what is fully own",
    own_one: "the total less what the funds paid, 自付二 and 自费",
    before_scope: "fully own, above the price limit and own share first together",
    in_band: "the total less what the funds paid and what is out of scope",
    supplement: "the large-amount, serious-illness and civil servants’ payments together",
  },
  sumFits: (printed) => `✓ ${printed} adds up`,
  sumDiffers: (printed, amount, what) =>
    `${printed} is printed as ¥${amount}, which does not match ${what}. Please check.`,
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
