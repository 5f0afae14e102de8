import { NOBODY, type Duty } from "../incident/duty.ts";
import type { DutyFile } from "./duty-fields.ts";

/** Who has a duty, from what the file says of it; nobody where it says nothing. */
export function toDuty(file: DutyFile | undefined): Duty {
  if (file === undefined) return NOBODY;
  if (typeof file === "string") return { kind: "login", login: file, fallback: null };
  const { login, rotation: turns, team, slack, pick = "only", fallback = null } = file;
  const asked = { pick, fallback, members: null };
  if (login !== undefined) return { kind: "login", login, fallback };
  if (team !== undefined) return { kind: "team", name: team, ...asked };
  if (slack !== undefined) return { kind: "group", name: slack, ...asked };
  // The schema wants one of them.
  if (turns === undefined) return NOBODY;
  const { length: days, overrides = [], ...rotation } = turns;
  return { kind: "rotation", rotation: { ...rotation, days, overrides }, fallback };
}
