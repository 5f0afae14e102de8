import { actionItemsOpen } from "./action-items-open.ts";
import { commanderMissing } from "./commander-missing.ts";
import { communityAnswered } from "./community-answered.ts";
import { confirmRole } from "./confirm-role.ts";
import { confirmWithCommunity } from "./confirm-with-community.ts";
import { escalate } from "./escalate.ts";
import { goneQuiet } from "./gone-quiet.ts";
import { handoffSuggested } from "./handoff-suggested.ts";
import { mayClose } from "./may-close.ts";
import { reportDue } from "./report-due.ts";
import type { Reminder } from "./reminder.ts";
import { updateDue } from "./update-due.ts";

/** Every reminder, in the order in which an incident meets them. A test holds it against the folder. */
export const REMINDERS: readonly Reminder[] = [
  confirmRole,
  commanderMissing,
  escalate,
  updateDue,
  handoffSuggested,
  goneQuiet,
  communityAnswered,
  confirmWithCommunity,
  mayClose,
  reportDue,
  actionItemsOpen,
];
