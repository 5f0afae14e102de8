const toRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** A Markdown table; a bar in a cell is escaped. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [toRow(titles), toRow(titles.map(() => "---")), ...rows.map(toRow)].join("\n");
