import { NOBODY, type Duty } from "../incident/duty.ts";
import type { DutyFile } from "./duty-fields.ts";

/** Who has a duty, from what the file says of it; nobody where it says nothing. */
export function toDuty(file: DutyFile | undefined): Duty {
  if (file === undefined) return NOBODY;
  if (typeof file === "string") return { kind: "login", login: file };
  const { rotation: turns, team, pick = "only", fallback = null } = file;
  if (team !== undefined) return { kind: "team", team, pick, fallback, members: null };
  // The schema wants one of the two.
  if (turns === undefined) return NOBODY;
  const { length: days, overrides = [], ...rotation } = turns;
  return { kind: "rotation", rotation: { ...rotation, days, overrides }, fallback };
}
