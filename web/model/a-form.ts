// A small form for the tests of the model.

import type { Form, Words } from "../loader/contract.js";

export const words = (text: string): Words => ({ "zh-Hans": text, en: text });

const named = (id: string) => ({ id, label: words(id) });

export const form: Form = {
  place: "320200",
  name: words("Wuxi"),
  categories: ["subsistence", "near_subsistence", "orphan"].map((id) => ({ ...named(id), cite: [] })),
  facts: [
    {
      ...named("registered_here"),
      of: "person",
      type: "yes_no",
      choices: [true, false].map((id) => ({ id, label: words("") })),
    },
    { ...named("age"), of: "person", type: "whole_number" },
    { ...named("income"), of: "person", type: "amount" },
    { ...named("city_rate"), of: "person", type: "percent" },
    { ...named("kind"), of: "visit", type: "choice", choices: ["outpatient", "inpatient"].map(named) },
  ],
  sheet: ["total", "in_scope", "basic"].map((id) => ({ ...named(id), interface: id, needed: true })),
  readings: [{ ...named("base"), default: "in_scope", choices: ["in_scope", "with_own_first"].map(named) }],
  pools: [{ ...named("outpatient"), parameter: "1万元" }],
  cumulative: [named("top_up")],
  counts: [named("stay_number")],
  recognition_facts: [
    { ...named("disability"), of: "person", type: "choice", choices: ["1", "3"].map(named) },
  ],
};
