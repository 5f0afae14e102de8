import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import type { ProjectPlace } from "../../../incident/project.ts";

/** A project of which it is known whose it is. */
export type OwnedProject = ProjectPlace & { readonly ownedBy: "organization" | "user" };

const RETRY_MS = 1000;

function statusOf(error: unknown): number | null {
  const cause = error instanceof TerminalError ? error.cause : error;
  const has = typeof cause === "object" && cause !== null && "status" in cause;
  return has && typeof cause.status === "number" ? cause.status : null;
}

/** Is it GitHub's answer that there is no such thing, or none that the App may see? */
export const isNotFound = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === 404 || status === 410;
};

const GRANT =
  "The App needs the permission “Projects: read and write” of the organization, which an owner can grant.";

function refusalOf({ owner, number, ownedBy }: OwnedProject, status: number): string | null {
  const place = `project ${number} of ${owner}`;
  if (ownedBy === "user" && [401, 403, 404, 410].includes(status)) {
    return `GitHub does not let Sitrep into ${place}. An App reaches the projects of an organization; those of a user are that user's own.`;
  }
  if (status === 403) return `GitHub does not let Sitrep into ${place}. ${GRANT}`;
  if (status === 404 || status === 410) {
    return `GitHub knows no ${place}, or does not show it to Sitrep. Check the number in the policy. ${GRANT}`;
  }
  return null;
}

/**
 * What a failed request for a project means: in words what somebody can do about it (`TerminalError`), or that it is tried again
 * (`RetryLaterError`), which is so for whatever GitHub's servers do wrong. Anything else is a bug, and comes back as it is.
 */
export function toProjectError(error: unknown, project: OwnedProject): unknown {
  if (error instanceof RetryLaterError) return error;
  const status = statusOf(error);
  const refusal = status === null ? null : refusalOf(project, status);
  if (refusal !== null) return new TerminalError(refusal, { cause: error });
  if (error instanceof TerminalError) return error;
  if (status === null) return error;
  const says = `GitHub's projects do not answer (${status}).`;
  return new RetryLaterError(says, RETRY_MS, { cause: error });
}
