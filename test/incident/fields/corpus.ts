import { readdirSync, readFileSync } from "node:fs";
import type { FieldName } from "../../../src/incident/fields/index.ts";

/** What a file of the corpus must be read as: experts as [login, area], tickets by number. */
export interface Expected {
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly experts: readonly (readonly [string, string | null])[];
  readonly tickets: readonly string[];
  readonly severity: string | null;
  readonly impactStarted?: string;
  readonly conflicts?: readonly FieldName[];
  readonly problems?: readonly FieldName[];
}

const folder = new URL("../../corpus/", import.meta.url);

/** The bodies of the corpus by file name. */
export const corpus: readonly (readonly [string, string])[] = readdirSync(folder)
  .filter((name) => /^\d.*\.md$/.test(name))
  .toSorted()
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);

/** What each of them says. */
export const expected = JSON.parse(
  readFileSync(new URL("expected.json", folder), "utf8"),
) as Readonly<Record<string, Expected>>;
