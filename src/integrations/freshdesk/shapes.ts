import { z } from "zod";

// Only what is used (https://developers.freshdesk.com/api/). Subject, people and addresses are never read.

/** `GET /tickets/:id`. */
export const Ticket = z.object({
  status: z.number(),
  spam: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  company_id: z.number().nullish(),
});

/** One of {@link Ticket}. */
export type Ticket = z.infer<typeof Ticket>;

/** One item of `GET /tickets/:id/conversations`. The text is looked through for the mark, and goes nowhere. */
export const Conversation = z.object({
  id: z.number(),
  incoming: z.boolean().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  body: z.string().nullish(),
  body_text: z.string().nullish(),
});

/** One of {@link Conversation}. */
export type Conversation = z.infer<typeof Conversation>;

/** A page of {@link Conversation}. */
export const Conversations = z.array(Conversation);

/** What `POST /tickets/:id/reply` and `/notes` answer. */
export const Sent = z.object({ id: z.number(), created_at: z.iso.datetime({ offset: true }) });

/** One of {@link Sent}. */
export type Sent = z.infer<typeof Sent>;

/** `GET /canned_responses/:id`. */
export const CannedResponse = z.object({
  content_html: z.string().nullish(),
  content: z.string().nullish(),
});
