// "Low income, but I don't know which": the categories that rest on what a household earns or had to spend.

import type { Category, Form } from "../loader/contract.js";

const RESTS_ON_INCOME = new Set([
  "extreme_poverty",
  "subsistence",
  "near_subsistence",
  "expenditure_hardship_patient",
  "illness_poverty",
  "rigid_expenditure_household",
]);

export function lowIncomeCategories({ categories }: Form): readonly Category[] {
  return categories.filter(({ id }) => RESTS_ON_INCOME.has(id));
}
