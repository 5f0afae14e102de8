import { actions } from "./actions.ts";
import { assignees } from "./assignees.ts";
import { body } from "./body.ts";
import { labels } from "./labels.ts";
import { outbox } from "./outbox.ts";
import { outdated } from "./outdated.ts";
import { receipts } from "./receipts.ts";
import type { Rule } from "./rule.ts";
import { state } from "./state.ts";

export type { Rule, Standing } from "./rule.ts";

/** Every standing rule, in the order in which their effects are carried out: receipts last, since they say that it is done. */
export const RULES: readonly Rule[] = [
  body,
  labels,
  assignees,
  actions,
  outbox,
  outdated,
  state,
  receipts,
];
