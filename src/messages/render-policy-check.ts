import type { Policy } from "../incident/policy.ts";
import { capped } from "./shown.ts";
import { fillPartial } from "./templates.ts";

/** What a check of a policy file found. */
export interface PolicyFindings {
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly what: string;
    readonly mend: string;
  }[];
  readonly changes: readonly {
    readonly field: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Whether it is on the default branch already. */
  readonly isDefault: boolean;
}

const PROBLEMS = 20;
const CHANGES = 100;

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

/** The title of the check, plain, and its summary, Markdown, below GitHub's limit of 65,535 characters. */
export function renderPolicyCheck(
  { problems, changes, isDefault }: PolicyFindings,
  policy: Policy,
  server: string,
): { readonly title: string; readonly summary: string } {
  const shown = {
    problems: capped(problems, PROBLEMS),
    changes: capped(changes, CHANGES),
    isDefault,
  };
  const right = changes.length === 0 ? "nothing changes" : counted(changes.length, "change");
  const title = problems.length > 0 ? counted(problems.length, "mistake") : `Right: ${right}`;
  return { title, summary: fillPartial("policy-check", shown, { policy, server }) };
}
