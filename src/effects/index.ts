import type { Fact } from "./facts.ts";
import type { PostEffect } from "./issue.ts";

export type { Fact } from "./facts.ts";
export type { IssueEffect, LabelSpec, PostEffect } from "./issue.ts";
export type * from "./message.ts";
export type * from "./unfinished.ts";
export type { StatusNotice, StatusView } from "./status-view.ts";

/** What a command, an edit by hand or a label can bring about: facts of the incident, and comments. */
export type Outcome = Fact | PostEffect;
