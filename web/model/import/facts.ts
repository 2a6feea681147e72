// What a sheet says besides amounts: kind of care, insurance, level of the hospital, dates.

import { readDay } from "../typed.js";

/** Codes as public programs use them in several provinces; local ones are left to the person. */
export function kindOf(value: string): string | undefined {
  if (/^\d+$/.test(value)) {
    if (/^14(\d{2,4})?$/.test(value)) return "chronic";
    return value === "11" ? "outpatient" : value === "21" ? "inpatient" : undefined;
  }
  if (/生育|日间|药店|急诊/.test(value)) return undefined;
  if (/慢|特病|特殊病|门特|门诊大病/.test(value)) return "chronic";
  if (/住院/.test(value)) return "inpatient";
  return /门诊/.test(value) ? "outpatient" : undefined;
}

export function insuranceOf(value: string): string | undefined {
  if (value === "310") return "employee";
  if (value === "390") return "resident";
  if (/居民/.test(value) === /职工/.test(value)) return undefined;
  return /居民/.test(value) ? "resident" : "employee";
}

export function hospitalOf(value: string): string | undefined {
  const [, level] = /([一二三])级/.exec(value) ?? [];
  return level && { 一: "primary", 二: "secondary", 三: "tertiary" }[level];
}

/** `2024-03-12 10:22:33`, `2024年3月12日`, `20240312102233` → the day. World time may be of the day before: none. */
export function dayOf(value: string): string | undefined {
  const text = value.trim().replace(/^(\d{8})\d{4,6}$/, "$1");
  return readDay(text.replace(/(\d日?)[ T]+\d{1,2}[:时][^Z]*$/, "$1"), "");
}
