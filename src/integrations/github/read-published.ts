import { z } from "zod";
import type { Incident } from "../../incident/incident.ts";
import { parseAnswer, type Client } from "./client.ts";
import type { FoundRepository } from "./read-all-incidents.ts";

const FILES_AT_ONCE = 25;

const blob = z
  .object({ text: z.string().nullish(), isTruncated: z.boolean().optional() })
  .nullish()
  .transform((found) => (found?.isTruncated === true ? null : (found?.text ?? null)));

const filesShape = z.object({
  repository: z.object({ isPrivate: z.boolean() }).catchall(blob).nullish(),
});

/** The document for so many files: their paths are variables. */
function toDocument(count: number): string {
  const each = Array.from({ length: count }, (_, index) => index);
  return `query SiteReports($owner: String!, $repo: String!, ${each.map((index) => `$path${index}: String!`).join(", ")}) {
  repository(owner: $owner, name: $repo) {
    isPrivate
    ${each.map((index) => `file${index}: object(expression: $path${index}) { ... on Blob { text isTruncated } }`).join("\n    ")}
  }
}`;
}

interface Published {
  readonly id: string;
  readonly path: string;
}

/** The reports that were published as files. */
const publishedOf = (records: ReadonlyMap<string, Incident>): readonly Published[] =>
  [...records].flatMap(([id, { report }]) => {
    const path = report?.stage === "published" ? report.path : null;
    return path === null ? [] : [{ id, path }];
  });

/**
 * The texts of published Incident Reports, by the issue's node id: from the repository that the policy names, else from the incidents' own.
 * What is not there, or stands in a private repository where that is not meant, is left out.
 */
export async function readPublished(
  client: Client,
  { owner, repo, policy }: FoundRepository,
  records: ReadonlyMap<string, Incident>,
  showsPrivate: boolean,
): Promise<ReadonlyMap<string, string>> {
  const [toOwner = owner, toRepo = repo] = policy.report.to?.split("/") ?? [];
  const published = publishedOf(records);
  const chunks = Array.from({ length: Math.ceil(published.length / FILES_AT_ONCE) }, (_, index) =>
    published.slice(index * FILES_AT_ONCE, (index + 1) * FILES_AT_ONCE),
  );
  const texts = await Promise.all(
    chunks.map(async (chunk) => {
      const paths = Object.fromEntries(
        chunk.map(({ path }, index) => [`path${index}`, `HEAD:${path}`]),
      );
      const variables = { owner: toOwner, repo: toRepo, ...paths };
      const answer = await client.query(toDocument(chunk.length), variables);
      const { repository } = parseAnswer(filesShape, answer);
      if (!repository || (repository.isPrivate && !showsPrivate)) return [];
      return chunk.flatMap(({ id }, index) => {
        const text = (repository as Record<string, unknown>)[`file${index}`];
        return typeof text === "string" ? [[id, text] as const] : [];
      });
    }),
  );
  return new Map(texts.flat());
}
