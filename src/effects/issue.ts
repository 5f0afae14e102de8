import type { WantedAction } from "../incident/action-items.ts";
import type { Receipt } from "../incident/snapshot.ts";
import type { Message } from "./message.ts";

/** A new comment. `key` names its cause, so that a repeat finds the comment that is there: `comment-IC_x/0/announce`. */
export interface PostEffect {
  readonly kind: "post";
  readonly key: string;
  readonly message: Message;
}

/** A label that has to be on the issue, and how to make it where the repository lacks it. */
export interface LabelSpec {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/**
 * What Sitrep does to an issue: the verbs of the capability `issue`. Each ensures: where it is so already, nothing
 * happens. The status comment with the machine record is no effect: it is written last, with whatever else is written.
 */
export type IssueEffect =
  | PostEffect
  /** The whole new body, made from the body that was just read; `expected` is the version it was made from. */
  | { readonly kind: "write-body"; readonly body: string }
  | { readonly kind: "add-label"; readonly label: LabelSpec }
  /** An issue beneath this one. Its title names it: one that is there with this title is the same. */
  | {
      readonly kind: "file-action";
      readonly action: WantedAction;
      readonly label: LabelSpec;
      readonly message: Message;
    }
  | { readonly kind: "remove-label"; readonly name: string }
  | { readonly kind: "assign"; readonly logins: readonly string[] }
  | { readonly kind: "unassign"; readonly logins: readonly string[] }
  /** A receipt on a comment, or on the issue itself for commands in its body. */
  | { readonly kind: "react"; readonly subject: string; readonly receipt: Receipt }
  /** Hides a comment of Sitrep's own that nobody has to act on any more. */
  | { readonly kind: "minimize"; readonly nodeId: string }
  | { readonly kind: "close"; readonly reason: "completed" | "not-planned" }
  | { readonly kind: "reopen" };
