import { z } from "zod";
import type { Incident } from "../../incident/incident.ts";
import type { TimelinePart } from "../../incident/timeline.ts";
import { readUnsignedArchive } from "./archive-text.ts";
import { parseAnswer, type Client } from "./client.ts";
import { COMMENT_FIELDS, heldComment, holderOf, timelineEntry } from "./unsigned-record.ts";

const ARCHIVES = `query SiteArchives($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    ... on Issue {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ${COMMENT_FIELDS} }
      }
    }
  }
}`;

const archivesShape = z.object({
  nodes: z.array(
    z
      .object({
        comments: z.object({
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
          nodes: z.array(heldComment),
        }),
      })
      .nullable(),
  ),
});

const partShape = z.object({ before: z.number().int().min(0), entries: z.array(timelineEntry) });

/** The part of a timeline in a comment by this bot, as GitHub vouches for it; null where there is none. */
function toPart(node: z.infer<typeof heldComment>, app: string): TimelinePart | null {
  if (node === null || holderOf(node)?.toLowerCase() !== app.toLowerCase()) return null;
  const part = partShape.safeParse(readUnsignedArchive(node.body));
  return part.success ? (part.data as TimelinePart) : null;
}

/**
 * The incident with those parts of its timeline put back that the record has no room for, as far as they follow each other up to what
 * the record holds. A part that is told twice counts once.
 */
export function withParts(incident: Incident, parts: readonly TimelinePart[]): Incident {
  let { timeline, archived } = incident;
  while (archived > 0) {
    const last = parts.find(
      ({ before, entries }) => entries.length > 0 && before + entries.length === archived,
    );
    if (last === undefined) break;
    timeline = [...last.entries, ...timeline];
    archived = last.before;
  }
  return { ...incident, timeline, archived };
}

// More comments GitHub does not take in an issue.
const MOST_PAGES = 25;

async function readParts(
  client: Client,
  { id, app, wanted }: { readonly id: string; readonly app: string; readonly wanted: number },
): Promise<readonly TimelinePart[]> {
  const parts = new Map<number, TimelinePart>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.query(ARCHIVES, { ids: [id], after });
    const comments = parseAnswer(archivesShape, answer).nodes[0]?.comments;
    if (comments === undefined) break;
    for (const node of comments.nodes) {
      const part = toPart(node, app);
      if (part !== null) parts.set(part.before, part);
    }
    const found = [...parts.values()].reduce((sum, { entries }) => sum + entries.length, 0);
    after = comments.pageInfo.endCursor ?? null;
    if (found >= wanted || !comments.pageInfo.hasNextPage) break;
  }
  return [...parts.values()];
}

/**
 * The incidents with the older parts of very long timelines, which stand in comments of their own: a request for each hundred comments
 * of an issue that has such, and none for others. `app`: the bot whose comments are believed.
 */
export async function withArchives(
  client: Client,
  records: ReadonlyMap<string, Incident>,
  app: string | null,
): Promise<ReadonlyMap<string, Incident>> {
  if (app === null) return records;
  const whole = await Promise.all(
    [...records].map(async ([id, incident]) => {
      if (incident.archived === 0) return [id, incident] as const;
      const parts = await readParts(client, { id, app, wanted: incident.archived });
      return [id, withParts(incident, parts)] as const;
    }),
  );
  return new Map(whole);
}
