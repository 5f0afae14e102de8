import type { IssueEffect, LabelSpec } from "../../effects/index.ts";
import { isSameAction, type WantedAction } from "../../incident/action-items.ts";
import { issueName } from "../../incident/key.ts";
import type { Rule, Standing } from "./rule.ts";

/** The label of action items. */
const ACTION_LABEL: LabelSpec = {
  name: "action item",
  color: "0e8a16",
  description: "An improvement that came of an incident",
};

/** The action items that were asked for and have no issue yet, each once. */
export function missingActions({ incident, given }: Standing): readonly WantedAction[] {
  const wanted = incident.actionsWanted ?? [];
  return wanted.filter(
    ({ title }, index) =>
      !given.snapshot.actionItems.some((item) => isSameAction(item.title, title)) &&
      wanted.findIndex((other) => isSameAction(other.title, title)) === index,
  );
}

/** Each action item that somebody asked for is an issue beneath the incident's. */
export const actions: Rule = {
  name: "actions",
  holdsStandingBy: false,
  effects: (standing): readonly IssueEffect[] => {
    const { snapshot } = standing.given;
    return missingActions(standing).map((action) => {
      const data = { by: action.by, issue: issueName(snapshot.key), from: snapshot.url };
      const message = { name: "action-item", data } as const;
      return { kind: "file-action", action, label: ACTION_LABEL, message };
    });
  },
};
