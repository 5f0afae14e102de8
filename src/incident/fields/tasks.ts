import { normalizeTitle } from "./titles.ts";

/** The twelve steps of the process as the task list shows them, in order. A box is found by its text. */
export const TASKS = [
  { id: "acknowledge", text: "Tell the Community Representative that there is an incident" },
  { id: "open", text: "Open the incident issue and tell engineering" },
  { id: "attempt", text: "Try to resolve it, and take notes" },
  {
    id: "escalate",
    text: "If time runs out or you are stuck, ask engineering and the Project Manager for help",
  },
  { id: "commander", text: "Name the Incident Commander" },
  { id: "liaison", text: "Name the External Liaison" },
  { id: "resolve", text: "Investigate and resolve the incident" },
  { id: "delegate", text: "Bring in Subject Matter Experts as needed" },
  { id: "update", text: "Send the Community Representative regular status updates" },
  { id: "announce", text: "Tell the Community Representative that it is resolved" },
  { id: "report", text: "Fill in the Incident Report" },
  { id: "close", text: "Close the incident once the community agrees and the report is filled in" },
] as const satisfies readonly { readonly id: string; readonly text: string }[];

/** The name of a step of the process. */
export type TaskId = (typeof TASKS)[number]["id"];

const KEYS = TASKS.map(({ id, text }) => ({ id, key: normalizeTitle(text) }));
const LONGEST = Math.max(...TASKS.map(({ text }) => text.length)) + 40;

/** The step that a task's text stands for, `null` if it is none of ours. Words added behind it do no harm. */
export function toTaskId(text: string): TaskId | null {
  const title = normalizeTitle(text.slice(0, LONGEST));
  const found = KEYS.find(
    ({ key }) => title.startsWith(key) && !/^[\p{L}\p{N}]/u.test(title.slice(key.length)),
  );
  return found?.id ?? null;
}
