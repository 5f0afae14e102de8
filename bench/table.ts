const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** A Markdown table; numbers stand to the right. */
export function toTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const isNumber = head.map((_, column) =>
    rows.every((row) => /^[\d.,]/.test(String(row[column] ?? ""))),
  );
  return [
    line(head),
    line(isNumber.map((right) => (right ? "--:" : "---"))),
    ...rows.map(line),
  ].join("\n");
}

/** Milliseconds with as many digits as mean something. */
export const toMs = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0));

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
}
