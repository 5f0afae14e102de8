import type { Account, Issue, TimelineDetail, TimelineEvent } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/** What the node ids of the events begin with. */
export const EVENT_PREFIXES: Readonly<Record<TimelineDetail["typename"], string>> = {
  LabeledEvent: "LE",
  UnlabeledEvent: "UNLE",
  AssignedEvent: "AE",
  UnassignedEvent: "UNAE",
  ClosedEvent: "CE",
  ReopenedEvent: "RE",
  LockedEvent: "LOE",
  UnlockedEvent: "UNLOE",
  RenamedTitleEvent: "RTE",
  CommentDeletedEvent: "CDE",
  CrossReferencedEvent: "CRE",
  ReferencedEvent: "REFE",
  TransferredEvent: "TRE",
  SubIssueAddedEvent: "SIAE",
  SubIssueRemovedEvent: "SIRE",
  ParentIssueAddedEvent: "PIAE",
  ParentIssueRemovedEvent: "PIRE",
};

/** Puts an event at the end of an issue's timeline, and notes that the issue was touched. */
export function addToTimeline(
  store: Store,
  actor: Account,
  issue: Issue,
  detail: TimelineDetail,
): void {
  const createdAt = store.timestamp();
  const fields = { ...detail, issue, actor, createdAt } as Omit<TimelineEvent, "id" | "nodeId">;
  issue.timeline.push(store.add<TimelineEvent>(EVENT_PREFIXES[detail.typename], fields));
  issue.updatedAt = createdAt;
}
