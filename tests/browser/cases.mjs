// Cases that several tests enter.

/** The case of docs/formats.md and its figures. */
export const designCase = {
  place: "320200",
  year: 2024,
  person: {
    insurance: "resident",
    registered_here: true,
    identities: [{ category: "subsistence", from: "2023-05-01", until: "2024-08-15" }],
  },
  visits: [
    {
      kind: "inpatient",
      from: "2024-03-01",
      until: "2024-03-12",
      where: "county",
      referral: "not_needed",
      sheet: {
        total: 52000,
        fully_own: 3000,
        own_first: 4000,
        in_scope: 45000,
        basic: 28000,
        serious_illness: 3000,
      },
    },
  ],
};

/** A small bill of the same year. */
export const outpatientVisit = {
  kind: "outpatient",
  from: "2024-04-02",
  where: "city",
  referral: "proper",
  sheet: { total: 500, fully_own: 100, own_first: 0, in_scope: 400, basic: 200.5, serious_illness: 0 },
};

/** The design's case with something of it changed: of the person, or of its one bill, or of the sheet. */
export function designCaseWith({ person = {}, visit = {}, sheet = {}, visits = [] }) {
  const [first] = designCase.visits;
  return {
    ...designCase,
    person: { ...designCase.person, ...person },
    visits: [{ ...first, ...visit, sheet: { ...first.sheet, ...sheet } }, ...visits],
  };
}
