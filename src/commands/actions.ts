import { ACTION_TITLE_LIMIT } from "../incident/action-items.ts";
import type { Outcome } from "../effects/index.ts";
import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";

/** `/actions`: issues of the action items that are written as bullets in the report and in the top comment. */
export const actions = defineCommand<null>({
  name: "actions",
  aliases: ["action-items"],
  usage: "/actions",
  summary: "makes issues of the action items that are written in the report and in the top comment",
  examples: ["/actions"],
  who: responders,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { incident, situation, actor }) => {
    const by = actor.login;
    const { report = null, actionsWanted = [] } = incident;
    const isDrafted = report !== null && report.stage !== null;
    const isAsked = report?.actions === "wanted";
    const written = situation.unfiled.filter(
      (title) => !actionsWanted.some((one) => one.title === title.slice(0, ACTION_TITLE_LIMIT)),
    );
    if (!isDrafted && situation.unfiled.length === 0) {
      return reject(
        "There is no draft of the report, and the top comment lists none under a heading “Action items”. `/action TITLE` files one.",
      );
    }
    const wanted: readonly Outcome[] = written.map((title) => ({
      kind: "want-action",
      action: { title, assignee: null, by },
    }));
    return isDrafted && !isAsked ? [{ kind: "want-actions", by }, ...wanted] : wanted;
  },
});
