// Amounts as they are printed. The engine's yuan have at most two decimals, so two decimals print them exactly.

function grouped(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
}

/** `¥11,900.00` */
export function money(amount: number): string {
  return `¥${grouped(amount)}`;
}

/** `11,900.00`, for columns of figures */
export function figure(amount: number): string {
  return grouped(amount);
}

/** The same for digits that were typed: `"12000"` → `12,000`. */
export function groupedDigits(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
