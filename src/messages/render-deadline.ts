import type { AgendaItem } from "../incident/agenda.ts";
import type { Policy } from "../incident/policy.ts";
import { toReminderWords } from "./reminder-words.ts";
import type { RenderOptions } from "./render.ts";
import { toShownDeadline } from "./shown-agenda.ts";
import { fillPartial } from "./templates.ts";

/** What is to come, in the words of `/why`: what it is about, and how its time came about. Markdown. */
export interface DeadlineWords {
  readonly title: string;
  readonly why: string;
}

/** The words for something that is to come. */
export const renderDeadline = (
  { reminder, deadline }: AgendaItem,
  policy: Policy,
  { server }: RenderOptions,
): DeadlineWords => ({
  title: toReminderWords(reminder).title,
  why: fillPartial("deadline", toShownDeadline(deadline, policy), { policy, server }),
});
