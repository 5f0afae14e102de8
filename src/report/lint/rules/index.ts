import type { Rule } from "../rule.ts";
import { actionItems } from "./action-items.ts";
import { addresses } from "./addresses.ts";
import { blame } from "./blame.ts";
import { conflict } from "./conflict.ts";
import { emptySection } from "./empty-section.ts";
import { format } from "./format.ts";
import { secrets } from "./secrets.ts";
import { times } from "./times.ts";
import { unanswered } from "./unanswered.ts";
import { zones } from "./zones.ts";

/** Every rule, in the order of `REPORT_RULES`. A test holds it against the folder. */
export const RULES: readonly Rule[] = [
  format,
  conflict,
  unanswered,
  emptySection,
  actionItems,
  times,
  zones,
  blame,
  secrets,
  addresses,
];
