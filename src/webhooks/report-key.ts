import * as z from "zod";
import type { IncidentKey } from "../incident/key.ts";
import { readReportBranch } from "../incident/report.ts";
import { parsePayload } from "./parse-payload.ts";

const aboutPullRequest = z.object({
  sender: z.object({ login: z.string() }).optional(),
  installation: z.object({ id: z.number() }).optional(),
  repository: z.object({ id: z.number(), owner: z.object({ login: z.string() }) }),
  pull_request: z.object({
    head: z.object({ ref: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  }),
});

/**
 * The incident whose report a delivery about a pull request or its review concerns, by the name of its branch alone; null: none, or an
 * echo of Sitrep's own doing. A branch of another repository never is one: anybody can give theirs any name. Throws InternalError
 * when the payload does not have the published shape.
 */
export function reportKey(
  event: string,
  payload: unknown,
  { botLogin }: { readonly botLogin: string },
): IncidentKey | null {
  const {
    installation,
    repository,
    sender,
    pull_request: pull,
  } = parsePayload(aboutPullRequest, event, payload);
  const named = readReportBranch(pull.head.ref);
  if (named === null || installation === undefined) return null;
  if (pull.head.repo?.id !== repository.id) return null;
  if (sender?.login.toLowerCase() === botLogin.toLowerCase()) return null;
  return { installation: installation.id, owner: repository.owner.login, ...named };
}
