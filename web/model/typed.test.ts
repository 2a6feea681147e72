import assert from "node:assert/strict";
import { test } from "node:test";
import { readAmount, readAmountRange, readDate, readDay, readPercent, readWholeNumber } from "./typed.js";

test("amounts are read exactly, however they are written", () => {
  const read: Record<string, string> = {
    "45000": "45000",
    "45,000.00": "45000.00",
    "４５，０００．５元": "45000.5",
    "4,5000": "45000",
    "1.2万": "12000",
    "1.23456万元": "12345.6",
    "0.00001万": "0.1",
    "30 万 元": "300000",
    "￥ 9 100.05": "9100.05",
    "¥-5": "-5",
    "－５": "-5",
    "007": "7",
    ".5": "0.5",
    "5.": "5",
    "0": "0",
    "12.340": "12.34",
    "12.345": "12.345",
    "100块钱": "100",
    "45000元整": "45000",
    "90071992547409.93": "90071992547409.93",
    "1万2千": "12000",
    "1万2千3百元": "12300",
    "3千5百": "3500",
    "12万3456.7": "123456.7",
    "1.5千": "1500",
    "2千万": "20000000",
    "0.01亿": "1000000",
    "1圆": "1",
    "RMB 1,234.50": "1234.50",
    "1234.5 rmb": "1234.5",
    人民币52000元整: "52000",
    "-￥5": "-5",
  };
  for (const [typed, expected] of Object.entries(read)) assert.equal(readAmount(typed), expected, typed);
});

test("what is not surely an amount is left to the person", () => {
  for (const typed of [
    "",
    " ",
    ".",
    ",",
    "元",
    "abc",
    "1.2.3",
    "12,5",
    "1,23,456",
    "1e3",
    "12万5",
    "1万2百",
    "1亿2千",
    "1万2千3",
    "1千2万3",
    "万",
    "-¥-5",
    "约3000",
    "--5",
    "五千",
  ]) {
    assert.equal(readAmount(typed), undefined, typed);
  }
});

test("amounts that are known roughly", () => {
  const read: Record<string, [string, string]> = {
    "3000到5000": ["3000", "5000"],
    "３，０００～５，０００元": ["3000", "5000"],
    "3000 - 5000": ["3000", "5000"],
    "￥3000至￥5000.50": ["3000", "5000.50"],
    "3000元—5000元": ["3000", "5000"],
    "5000到1万": ["5000", "10000"],
    "1到2万": ["10000", "20000"],
    "5到8千元": ["5000", "8000"],
    "1到2千万": ["10000000", "20000000"],
    "9千到1万": ["9000", "10000"],
    "5000到1万2千": ["5000", "12000"],
    "1.5万到2万元": ["15000", "20000"],
    "9000到5000": ["9000", "5000"],
  };
  for (const [typed, ends] of Object.entries(read)) assert.deepEqual(readAmountRange(typed), ends, typed);
  for (const typed of [
    "",
    "3000",
    "-3000",
    "3000-",
    "到5000",
    "3000到",
    "1到2到3",
    "三千到五千",
    "2024-03-01",
  ]) {
    assert.equal(readAmountRange(typed), undefined, typed);
  }
});

test("percentages", () => {
  const read = { "70": "70", "70%": "70", " ６２．５％": "62.5", 百分之85: "85", "007": "7" };
  for (const [typed, digits] of Object.entries(read)) assert.equal(readPercent(typed), digits, typed);
  for (const typed of ["", "%", "七成", "-5", "1.2.3", "70‰"])
    assert.equal(readPercent(typed), undefined, typed);
});

test("whole numbers", () => {
  assert.equal(readWholeNumber(" ７０ "), "70");
  assert.equal(readWholeNumber("070"), "70");
  assert.equal(readWholeNumber("70.5"), undefined);
  assert.equal(readWholeNumber("-1"), undefined);
});

test("dates are read as people write them", () => {
  const read: Record<string, string> = {
    "2024-03-01": "2024-03-01",
    "2024年3月1日": "2024-03-01",
    "２０２４．３．１": "2024-03-01",
    "2024/3/1": "2024-03-01",
    "20240301": "2024-03-01",
    "3月1号": "2024-03-01",
    "3.1": "2024-03-01",
    "0301": "2024-03-01",
    "2023年12月28日": "2023-12-28",
    "2024-02-30": "2024-02-30",
  };
  for (const [typed, expected] of Object.entries(read))
    assert.equal(readDate(typed, "2024"), expected, typed);
});

test("dates that are none are left to the person", () => {
  for (const typed of ["", "去年", "2024", "2024-3", "24-3-1-5", "2024年3月"]) {
    assert.equal(readDate(typed, "2024"), undefined, typed);
  }
  assert.equal(readDate("3月1日", ""), undefined);
});

test("days that the calendar has", () => {
  for (const date of ["2024-03-01", "2024-02-29", "2023-12-31"]) assert.equal(readDay(date, "2024"), date);
  for (const date of ["2023-02-29", "2024-03-00", "2024-04-31", "2024-13-01", "0000-00-00", "x"]) {
    assert.equal(readDay(date, "2024"), undefined, date);
  }
});
