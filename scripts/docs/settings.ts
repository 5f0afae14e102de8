import { SETTINGS_TABLE } from "../../src/config/index.ts";
import { table } from "./table.ts";

/** The table of the environment variables, as Markdown. */
export const settingsTable = (): string =>
  table(
    ["variable", "needed", "without it", "meaning"],
    SETTINGS_TABLE.map(({ name, required, default: without, meaning }) => [
      `\`${name}\``,
      required === "app" ? "yes" : "",
      without,
      meaning,
    ]),
  );
