// Four people, what they know, and what the page should make of it. Each entry is a field and what goes into it.

/** Low income allowance, with the whole settlement sheet in hand. */
const allowance = {
  name: "on the allowance, with a full sheet",
  entries: [
    ["place", "320200"],
    ["year", "2024"],
    ["identity-subsistence", true],
    ["person-insurance", "resident"],
    ["person-registered_here", "true"],
    ["visit-1-kind", "inpatient"],
    ["visit-1-from", "2024-03-01"],
    ["visit-1-until", "2024-03-12"],
    ["visit-1-where", "county"],
    ["visit-1-referral", "not_needed"],
    ["visit-1-total", "5.2万"],
    ["visit-1-fully_own", "3000"],
    ["visit-1-own_first", "4000"],
    ["visit-1-in_scope", "45000"],
    ["visit-1-basic", "28000"],
    ["visit-1-serious_illness", "3000"],
  ],
  input: {
    place: "320200",
    year: 2024,
    person: {
      insurance: "resident",
      registered_here: true,
      identities: [{ category: "subsistence" }],
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
  },
  // 52,000 − 28,000 − 3,000 = 21,000; 85 % of 14,000 in scope are 11,900.
  total: "¥9,100.00",
};

/** An employee who holds a receipt, which says the total and what was paid by the fund and by herself. */
const employee = {
  name: "an employee with a receipt only",
  entries: [
    ["place", "320200"],
    ["year", "2024"],
    ["identity-none", true],
    ["person-insurance", "employee"],
    ["visit-1-kind", "outpatient"],
    ["visit-1-from", "2024-05-06"],
    ["visit-1-paper", "receipt"],
    ["visit-1-total", "812.50"],
    ["visit-1-basic", "500"],
  ],
  input: {
    place: "320200",
    year: 2024,
    person: { insurance: "employee", identities: [] },
    visits: [{ kind: "outpatient", from: "2024-05-06", sheet: { total: 812.5, basic: 500 } }],
    help: ["categories"],
  },
};

/** A household in Beijing that goes through its year bill by bill. */
const household = {
  name: "a Beijing household over the year",
  entries: [
    ["place", "110000"],
    ["year", "2024"],
    ["identity-subsistence", true],
    ["person-insurance", "resident"],
    ["person-student_child", "false"],
    ["visit-1-kind", "outpatient"],
    ["visit-1-from", "2024-02-05"],
    ["visit-1-hospital", "primary"],
    ["visit-1-total", "900"],
    ["visit-1-own_first", "50"],
    ["visit-1-in_scope", "850"],
    ["visit-1-basic", "412.5"],
    ["visit-2-kind", "inpatient"],
    ["visit-2-from", "2024-06-01"],
    ["visit-2-until", "2024-06-09"],
    ["visit-2-hospital", "tertiary"],
    ["visit-2-total", "30000"],
    ["visit-2-own_first", "1000"],
    ["visit-2-in_scope", "29000"],
    ["visit-2-basic", "20000"],
  ],
  input: {
    place: "110000",
    year: 2024,
    person: { insurance: "resident", student_child: false, identities: [{ category: "subsistence" }] },
    visits: [
      {
        kind: "outpatient",
        from: "2024-02-05",
        hospital: "primary",
        sheet: { total: 900, own_first: 50, in_scope: 850, basic: 412.5 },
      },
      {
        kind: "inpatient",
        from: "2024-06-01",
        until: "2024-06-09",
        hospital: "tertiary",
        sheet: { total: 30000, own_first: 1000, in_scope: 29000, basic: 20000 },
      },
    ],
  },
};

/** Somebody who knows nothing but what the stay cost. */
const nobody = {
  name: "a person who knows nothing",
  entries: [
    ["place", "100000"],
    ["year", "2024"],
    ["identity-unknown", true],
    ["visit-1-from", "2024-03-01"],
    ["visit-1-total", "20000"],
  ],
  input: {
    place: "100000",
    year: 2024,
    person: { identities: null },
    visits: [{ from: "2024-03-01", sheet: { total: 20000 } }],
    help: ["categories"],
  },
};

export const PEOPLE = [allowance, employee, household, nobody];
