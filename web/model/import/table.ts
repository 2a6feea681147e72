// Bills as rows under a head of names: as programs write them, or as a table copied from somewhere.

import { meaningOf } from "./names.js";
import type { Bill, NotUnderstood, Read } from "./records.js";

type Row = readonly string[];

/** Quoted cells may hold separators, quotes and line ends. A quote that is never closed is a file that was cut. */
function rowsOf(text: string, separator: string): Row[] | "cut" {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = new RegExp(
    `[^\\S\\n\\t]*(?:"((?:[^"]|"")*)"[^\\S\\n\\t]*(?=[\\n${separator}]|$)|([^\\n${separator}]*))(\\n|.|$)`,
    "y",
  );
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = "", end] = cell.exec(text) ?? [];
    if (quoted === undefined && bare.startsWith('"')) return "cut";
    row.push((quoted?.replace(/""/g, '"') ?? bare).trim());
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, [...row, ""]] : rows;
}

const SEPARATORS = ["\t", ";", ",", "|"];
const known = (row: Row) => row.filter((cell) => meaningOf(cell) !== undefined).length;
const isNames = (row: Row) =>
  known(row) > 1 && !row.some((cell) => /^[-+(]?[¥￥]?-?[\d.,]+[)元]?$/.test(cell));

interface Table {
  readonly head: Row;
  readonly above: readonly Row[];
  readonly below: readonly Row[];
}

function tableOf(rows: readonly Row[]): Table | undefined {
  const at = rows.slice(0, 20).findIndex(isNames);
  const head = rows[at];
  return head && { head, above: rows.slice(0, at), below: rows.slice(at + 1) };
}

/** Copied from a PDF, spaces are all that is left: then each name of the head must be known. */
function spaced(text: string): Table | undefined {
  const rows = text.split("\n").map((line) => line.trim().split(/\s+/));
  const table = tableOf(rows);
  return table && known(table.head) === table.head.length && table.below[0]?.length === table.head.length
    ? table
    : undefined;
}

function widest(text: string): Table | "cut" | undefined {
  let best: Table | undefined;
  let cut = false;
  for (const separator of SEPARATORS) {
    const rows = rowsOf(text, separator);
    const table = rows === "cut" ? undefined : tableOf(rows);
    if (rows === "cut") cut ||= isNames(text.split("\n", 1)[0]?.split(separator) ?? []);
    else if (table && known(table.head) > known(best?.head ?? [])) best = table;
  }
  return best ?? (cut ? "cut" : spaced(text));
}

const trimmed = (row: Row): Row =>
  row.slice(0, row.length - [...row].reverse().findIndex((cell) => cell !== ""));
const isBlank = (row: Row) => row.every((cell) => cell === "");

export function readTable(text: string): Read | "cut" | undefined {
  const table = widest(text);
  if (!table || table === "cut") return table;
  const rest: NotUnderstood[] = [];
  const leave = (row: Row, reason: NotUnderstood["reason"]) => {
    if (!isBlank(row)) rest.push({ name: row.filter(Boolean).join(" "), value: "", reason });
  };
  for (const row of table.above) leave(row, "text");
  let head = trimmed(table.head);
  const bills: Bill[] = [];
  for (const [index, row] of table.below.entries()) {
    const cells = trimmed(row);
    if (isBlank(row)) continue;
    // A second head has the printed words for the names of the first.
    if (index === 0 && isNames(row)) head = head.map((name, column) => `${name} ${row[column] ?? ""}`.trim());
    else if (/^(合计|总计|小计|共计)/.test(cells[0] ?? "")) leave(row, "cumulative");
    else if (row.length < head.length || cells.length > head.length) leave(row, "cells");
    else bills.push({ entries: head.map((name, column) => ({ name, value: row[column] ?? "" })), funds: [] });
  }
  return { bills, rest };
}
