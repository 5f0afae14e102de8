import type { Account, Issue, Label, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";
import { countCharacters } from "./check-body.ts";
import { Refusal } from "./refusal.ts";
import { demand } from "./rights.ts";

/** What a new label is made from. `color` is six hexadecimal digits. */
export interface NewLabel {
  readonly name: string;
  readonly color?: string | undefined;
  readonly description?: string | null | undefined;
}

/** Puts a label into a repository without asking for rights and without a delivery: for setting the scene. */
export function addLabelRecord(store: Store, repository: Repository, label: NewLabel): Label {
  const fields = {
    typename: "Label",
    repository,
    name: label.name,
    color: label.color ?? "ededed",
    description: label.description ?? null,
    createdAt: store.timestamp(),
  } as const;
  const record = store.add<Label>("LA", fields);
  repository.labels.set(label.name.toLowerCase(), record);
  return record;
}

function wrongLabel(field: string, code: string): Refusal {
  const message = code === "already_exists" ? "Name has already been taken" : "Validation Failed";
  return new Refusal("UNPROCESSABLE", message, [{ resource: "Label", field, code }]);
}

/** Creates a label. Refuses a name that is taken (in any case), empty or over 50 characters, and a colour that is none. */
export function createLabel(
  store: Store,
  actor: Account,
  repository: Repository,
  label: NewLabel,
): Label {
  demand(store, actor, repository, "write");
  const { name, color } = label;
  if (name.trim() === "" || countCharacters(name) > 50) throw wrongLabel("name", "invalid");
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) throw wrongLabel("color", "invalid");
  if (repository.labels.has(name.toLowerCase())) throw wrongLabel("name", "already_exists");
  const record = addLabelRecord(store, repository, label);
  store.happened({ event: "label", action: "created", label: record, sender: actor });
  return record;
}

/** Puts labels on an issue; those that are there already are left as they are. */
export function addLabels(
  store: Store,
  actor: Account,
  issue: Issue,
  labels: readonly Label[],
): void {
  demand(store, actor, issue.repository, "triage");
  applyLabels(store, actor, issue, labels);
}

/** Puts labels on an issue without asking for rights, as an issue form does for whoever fills it in. */
export function applyLabels(
  store: Store,
  actor: Account,
  issue: Issue,
  labels: readonly Label[],
): void {
  for (const label of labels) {
    if (issue.labels.includes(label)) continue;
    issue.labels.push(label);
    addToTimeline(store, actor, issue, { typename: "LabeledEvent", label });
    store.happened({ event: "issues", action: "labeled", issue, label, sender: actor });
  }
}

/** Takes labels off an issue; those that are not on it are passed over. */
export function removeLabels(
  store: Store,
  actor: Account,
  issue: Issue,
  labels: readonly Label[],
): void {
  demand(store, actor, issue.repository, "triage");
  for (const label of labels) {
    const index = issue.labels.indexOf(label);
    if (index === -1) continue;
    issue.labels.splice(index, 1);
    addToTimeline(store, actor, issue, { typename: "UnlabeledEvent", label });
    store.happened({ event: "issues", action: "unlabeled", issue, label, sender: actor });
  }
}
