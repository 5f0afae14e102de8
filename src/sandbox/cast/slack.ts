import type { CastLogin } from "./cast.ts";

/** The channels of the team's Slack. */
export const SLACK_CHANNELS = [
  { id: "C0ENGINEERS", name: "engineering" },
  { id: "C0SUPPORT", name: "support" },
  { id: "C0STATUS", name: "status" },
] as const;

/** Who is who in the team's Slack; Cleo is not in it. */
export const SLACK_MEMBERS: Readonly<Partial<Record<CastLogin, string>>> = {
  "ana-sre": "U0ANA",
  "bo-sre": "U0BO",
  "sam-support": "U0SAM",
  "pat-pm": "U0PAT",
};

/** The login of a member of Slack; null: nobody of the cast. */
export const findSlackMember = (id: string): string | null =>
  Object.entries(SLACK_MEMBERS).find(([, member]) => member === id)?.[0] ?? null;
