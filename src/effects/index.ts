import type { Fact } from "./facts.ts";
import type { IssueEffect, PostEffect } from "./issue.ts";

export type { Fact } from "./facts.ts";
export type { IssueEffect, LabelSpec, PostEffect } from "./issue.ts";
export type * from "./message.ts";
export type { StatusNotice, StatusView } from "./status-view.ts";

/** Everything that a decision can bring about, by capability. */
export type Effect = Fact | IssueEffect;

/** What a command, an edit by hand or a label can bring about: facts of the incident, and comments. */
export type Outcome = Fact | PostEffect;
