import * as z from "zod";
import { readText } from "./read-text.ts";

const CHANNEL_ID = /^[CG][A-Z\d]{2,20}$/;
// Slack's rule: up to 80 letters without capitals, digits, `-` and `_`; letters of any script.
const CHANNEL_NAME = /^#?([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]{1,80})$/u;
const MEMBER_ID = /^[UW][A-Z\d]{2,20}$/;
const GROUP_ID = /^S[A-Z\d]{2,20}$/;
// Slack's handles are as channels' names are.
const HANDLE = /^@?([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_.-]{1,80})$/u;
// No rule says more that holds for all addresses: Slack knows it, or does not.
const EMAIL = /^[^\s@<>"']{1,64}@[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?$/i;

/** A channel: its id, or its name, which comes out as `#name`, so that two ways of writing it are one channel. */
const channel = readText<string>((text) => {
  if (CHANNEL_ID.test(text)) return { value: text };
  const name = CHANNEL_NAME.exec(text.toLowerCase())?.[1];
  if (name !== undefined) return { value: `#${name}` };
  return { kind: "problem", problem: "That is neither a channel's name nor its id." };
});

const takes = "a name in quotation marks, or an id";

/** The field `channels`. */
export const channelsField = z
  .strictObject({
    engineering: channel.optional().meta({
      description: "The Slack channel that is told of every incident and what happens in it.",
      takes,
      example: 'engineering: "#eng"',
    }),
    support: channel.optional().meta({
      description: "The Slack channel that is told when an incident escalates.",
      takes,
      example: 'support: "#support"',
    }),
    updates: channel.optional().meta({
      description: "The Slack channel that is told of status updates and phases.",
      takes,
      example: "updates: C0123ABCD",
    }),
  })
  .optional()
  .meta({
    description: "Slack channels by what they are for. One may be named twice, or left out.",
    takes: "`engineering`, `support` and `updates`",
    example: 'channels: { engineering: "#eng", support: "#support", updates: C0123ABCD }',
  });

/** The field `thread`. */
export const threadField = z.boolean().optional().meta({
  description:
    "Whether what happens is told in the thread of the incident's first message in a channel.",
  takes: "`true` or `false`",
  example: "thread: false",
});

/** A user group in Slack: its id, or its handle, which comes out as `@handle`. */
export const groupName = readText<string>((text) => {
  if (GROUP_ID.test(text)) return { value: text };
  const handle = HANDLE.exec(text.toLowerCase())?.[1];
  if (handle !== undefined) return { value: `@${handle}` };
  return { kind: "problem", problem: "That is neither a group's handle nor its id." };
});

/** A person in Slack: their id, or the e-mail address of their account there. */
export const slackField = readText<string>((text) => {
  if (MEMBER_ID.test(text)) return { value: text };
  if (EMAIL.test(text)) return { value: text.toLowerCase() };
  const problem =
    "That is no member ID of Slack, and no e-mail address. The ID stands in the person's profile there, under More, and begins with U or W.";
  return { kind: "problem", problem };
})
  .optional()
  .meta({
    description:
      "Their member ID in Slack, or the e-mail address of their account there, where an escalation that calls them notifies them. The address needs the scope `users:read.email`. Without `hours`, `zone` may be left out beside it.",
    takes: "member ID, or e-mail address",
    fallback: "they are named there, and not notified",
    example: "slack: U0123ABCD",
  });
