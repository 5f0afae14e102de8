import { z } from "zod";
import { CORRECTED_NAMES } from "../../incident/corrections.ts";
import type { Incident } from "../../incident/incident.ts";
import { PHASE_NAMES } from "../../incident/phases.ts";
import { REPORT_STAGES } from "../../incident/report.ts";
import { TIMELINE_KINDS } from "../../incident/timeline.ts";
import { orNone } from "./answer-parts.ts";
import { readUnsigned } from "./record-text.ts";

/** The fields of a comment in which a record may stand; beside {@link heldComment}. */
export const COMMENT_FIELDS =
  "body author { __typename login } editor { __typename login } issue { id }";

const actor = z.object({ __typename: z.string(), login: z.string() }).nullish();

/** The answer to {@link COMMENT_FIELDS}; a node that is gone comes as null or empty. */
export const heldComment = orNone(
  z.object({ body: z.string(), author: actor, editor: actor, issue: z.object({ id: z.string() }) }),
);

// Whole milliseconds in years of four digits: what an ISO text, a calendar of months and the clocks of zones can hold.
const instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const login = z.string().nullable();
const at = z.object({ at: instant });

/** An entry of a timeline; nothing vouches for its shape either. */
export const timelineEntry = z.looseObject({
  at: instant,
  kind: z.enum(TIMELINE_KINDS),
  by: login,
  who: z.string().optional(),
  what: z.string().optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  promisedAt: instant.optional(),
});

/** What a look back uses of a record; nothing vouches for the shape of one whose signature was not checked. */
const incidentShape = z.looseObject({
  active: z.boolean(),
  declaredAt: instant,
  declaredBy: login,
  phase: z.enum(PHASE_NAMES as ["investigating"]),
  phaseSince: instant,
  acknowledgedAt: instant.nullish(),
  mitigatedAt: instant.nullish(),
  severity: z.string(),
  commander: login,
  liaison: login,
  representative: login,
  experts: z.array(z.object({ login: z.string(), area: z.string().nullable() })),
  impactStarted: instant.nullable(),
  impactEnded: instant.nullish(),
  corrections: z
    .partialRecord(z.enum(CORRECTED_NAMES), z.object({ at: instant, since: instant }))
    .optional(),
  dutySince: z.object({ commander: instant, liaison: instant }),
  report: z
    .looseObject({
      stage: z.enum(REPORT_STAGES).nullable(),
      url: z.string().nullable(),
      path: z.string().nullable(),
    })
    .nullish(),
  confirmedAt: instant.nullable(),
  community: z.looseObject({ answeredAt: instant.nullable() }).optional(),
  vouched: z.object({ announce: at.optional(), report: at.optional() }),
  closed: z.object({ at: instant, reason: z.string() }).nullable(),
  archived: z.number(),
  timeline: z.array(timelineEntry),
});

/** A record that a bot holds in its own comment, which nobody else edited last. */
export interface HeldRecord {
  /** Node id of the issue in which the comment stands. */
  readonly issueId: string;
  /** The bot's login, without `[bot]`. */
  readonly holder: string;
  readonly incident: Incident;
}

const botOf = (node: z.infer<typeof actor>): string | null =>
  node?.__typename === "Bot" ? node.login.replace(/\[bot\]$/, "") : null;

/**
 * The bot that a comment is of, without `[bot]`; null where a person wrote it, or where somebody else edited it last: GitHub vouches for
 * the author, and a program without the webhook secret can check no signature.
 */
export function holderOf({ author, editor }: NonNullable<z.infer<typeof heldComment>>) {
  const holder = botOf(author);
  return editor && botOf(editor) !== holder ? null : holder;
}

/** The record in a comment that GitHub vouches for ({@link holderOf}); null where there is none. */
export function toHeld(node: z.infer<typeof heldComment>): HeldRecord | null {
  const holder = node === null ? null : holderOf(node);
  if (node === null || holder === null) return null;
  const record = incidentShape.safeParse(readUnsigned(node.body));
  if (!record.success) return null;
  return { issueId: node.issue.id, holder, incident: record.data as unknown as Incident };
}

/** Whose records are taken, and what they hold, by the issue's node id. */
export interface Believed {
  readonly app: string | null;
  readonly others: readonly string[];
  readonly records: ReadonlyMap<string, Incident>;
}

/**
 * Takes the records of one bot: the one that is named, else the one that holds most. Another bot may repeat what an outsider
 * wrote, and so seem to hold a record.
 */
export function believe(held: readonly HeldRecord[], named: string | null): Believed {
  const holders = Map.groupBy(held, ({ holder }) => holder.toLowerCase());
  const [most = null] = [...holders.keys()].toSorted(
    (one, other) =>
      (holders.get(other)?.length ?? 0) - (holders.get(one)?.length ?? 0) || (one < other ? -1 : 1),
  );
  const app = named?.replace(/\[bot\]$/, "").toLowerCase() ?? most;
  const taken = app === null ? [] : (holders.get(app) ?? []);
  return {
    app,
    others: [...holders.keys()].filter((holder) => holder !== app),
    records: new Map(taken.map(({ issueId, incident }) => [issueId, incident])),
  };
}
