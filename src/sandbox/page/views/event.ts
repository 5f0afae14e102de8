import type { TimelineView } from "../../github/index.ts";
import { html } from "../html.ts";
import type { Html, Part } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { account, shortLogin } from "./account.ts";
import { avatar } from "./avatar.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icon.ts";
import { instant } from "./instant.ts";
import { label } from "./label.ts";

/** Events of one kind that one account caused in a row: GitHub tells them in one line. */
export interface EventRow {
  readonly kind: "labels" | "people" | "state" | "other";
  readonly actor: string;
  readonly events: readonly TimelineView[];
}

const KINDS: Readonly<Record<string, EventRow["kind"]>> = {
  LabeledEvent: "labels",
  UnlabeledEvent: "labels",
  AssignedEvent: "people",
  UnassignedEvent: "people",
  ClosedEvent: "state",
  ReopenedEvent: "state",
};

/** An event as a row of its own. */
export const toRow = (event: TimelineView): EventRow => ({
  kind: KINDS[event.type] ?? "other",
  actor: event.actor,
  events: [event],
});

/** Puts an event into the row before it where both are about labels, or people, by the same account; else null. */
export function join(row: EventRow, event: TimelineView): EventRow | null {
  const next = toRow(event);
  const isAlike = row.kind === next.kind && row.actor === next.actor;
  const canJoin = row.kind === "labels" || row.kind === "people";
  return isAlike && canJoin ? { ...row, events: [...row.events, event] } : null;
}

const subjects = ({ events }: EventRow, type: string): readonly string[] =>
  events.filter((event) => event.type === type).map(({ subject }) => subject ?? "");

function tellLabels(row: EventRow, { labels }: PageModel): Part {
  const chips = (names: readonly string[]): Part =>
    names.map((name) => html` ${label(name, labels)}`);
  const added = subjects(row, "LabeledEvent");
  const removed = subjects(row, "UnlabeledEvent");
  const both = added.length > 0 && removed.length > 0;
  return html`${added.length > 0 && html`added${chips(added)}`}${both && " and "}${removed.length > 0 && html`removed${chips(removed)}`}`;
}

function tellPeople(row: EventRow): Part {
  const names = (logins: readonly string[], verb: string): Part => {
    if (logins.length === 0) return null;
    if (logins.length === 1 && logins[0] === row.actor)
      return `${verb === "assigned" ? "self-assigned" : "removed their own assignment of"} this`;
    return html`${verb} <strong>${logins.map(shortLogin).join(", ")}</strong>`;
  };
  const assigned = names(subjects(row, "AssignedEvent"), "assigned");
  const unassigned = names(subjects(row, "UnassignedEvent"), "unassigned");
  return html`${assigned}${assigned && unassigned && " and "}${unassigned}`;
}

const REASONS: Readonly<Record<string, string>> = {
  completed: "as completed",
  not_planned: "as not planned",
  duplicate: "as a duplicate",
};

function tellOther({ type, subject }: TimelineView): {
  readonly drawing: IconName;
  readonly words: Part;
} {
  switch (type) {
    case "ClosedEvent": {
      const drawing = subject === "not_planned" ? "skipped" : "done";
      return { drawing, words: `closed this ${REASONS[subject ?? ""] ?? ""}` };
    }
    case "ReopenedEvent":
      return { drawing: "reopened", words: "reopened this" };
    case "RenamedTitleEvent":
      return { drawing: "pencil", words: html`changed the title to <strong>${subject}</strong>` };
    case "CommentDeletedEvent":
      return { drawing: "trash", words: "deleted a comment" };
    case "LockedEvent":
      return { drawing: "lock", words: "locked the conversation" };
    case "UnlockedEvent":
      return { drawing: "lock", words: "unlocked the conversation" };
    default:
      return { drawing: "open", words: type };
  }
}

function tell(
  row: EventRow,
  model: PageModel,
): { readonly drawing: IconName; readonly words: Part } {
  const [first] = row.events;
  if (row.kind === "labels") return { drawing: "label", words: tellLabels(row, model) };
  if (row.kind === "people") return { drawing: "person", words: tellPeople(row) };
  return first === undefined ? { drawing: "open", words: null } : tellOther(first);
}

/** A row of the timeline between the comments. */
export function renderEvent(row: EventRow, model: PageModel): Html {
  const [first] = row.events;
  const { drawing, words } = tell(row, model);
  return html`<div class="event" data-key="event-${first?.id}">
    <span class="event-mark event-${drawing}">${icon(drawing)}</span>
    <p>
      ${avatar(row.actor, model.bot, 20)} ${account(row.actor, model)} ${words}
      ${instant(first?.createdAt ?? "", model.now)}
    </p>
  </div>`;
}
