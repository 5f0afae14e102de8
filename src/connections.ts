import { isServed, type Settings } from "./config/index.ts";
import type { Chat } from "./effects/chat.ts";
import type { Tickets } from "./effects/tickets.ts";
import type { DutySource, SourceTold } from "./incident/duty.ts";
import type { IncidentKey } from "./incident/key.ts";
import { checkFreshdesk, createFreshdesk } from "./integrations/freshdesk/index.ts";
import type { GitHub } from "./integrations/github/index.ts";
import { createReadGroup, createSlack, createSlackCheck } from "./integrations/slack/index.ts";
import { createNowAndThen } from "./webhooks/now-and-then.ts";
import type { ReadyCheck } from "./webhooks/readiness.ts";

/** The systems outside of GitHub, as the settings connect them. They serve the owners whom the operator named, and nobody else. */
export interface Connections {
  /** The chat that serves the owner of this repository; null: none does. */
  readonly chatOf: (key: IncidentKey) => Chat | null;
  readonly ticketsOf: (key: IncidentKey) => Tickets | null;
  /** Who is in a team, or in a group of the chat. Never rejects. */
  readonly askSource: (key: IncidentKey, source: DutySource) => Promise<SourceTold>;
  /** Whether each works, as far as it is known; asks for it meanwhile. */
  readonly checks: () => Readonly<Record<string, ReadyCheck>>;
}

interface Around {
  readonly github: Pick<GitHub, "readTeam">;
  /** A chat that serves everybody, instead of the one of the settings. */
  readonly chat: Chat | undefined;
  /** ms since the epoch. */
  readonly now: () => number;
}

// A look waits for it: who has a duty is not worth more.
const GROUP_TIMEOUT_MS = 3000;

/** Connects them; nothing is asked yet. */
export function connectOutside(settings: Settings, { github, chat, now }: Around): Connections {
  const { slack = null, freshdesk = null, owners } = settings;
  const serving =
    <System>(system: System | null) =>
    ({ owner }: IncidentKey): System | null =>
      isServed(owner, owners) ? system : null;
  const groupOf = serving(slack && createReadGroup({ ...slack, now, timeoutMs: GROUP_TIMEOUT_MS }));
  const checks = Object.entries({
    ...(slack && { slack: createNowAndThen(asksSlack({ ...slack, now }), now) }),
    ...(freshdesk && { freshdesk: createNowAndThen(asksFreshdesk({ ...freshdesk, now }), now) }),
  });
  return {
    chatOf: chat === undefined ? serving(slack && createSlack({ ...slack, now })) : () => chat,
    ticketsOf: serving(
      freshdesk && createFreshdesk({ ...freshdesk, now, secret: settings.webhookSecret }),
    ),
    askSource: async (key, { kind, name }) => {
      if (kind === "team") return github.readTeam(key, name);
      const readGroup = groupOf(key);
      if (readGroup !== null) return readGroup(name);
      return { kind: "failed", why: "Slack is not connected for this repository." };
    },
    checks: () => Object.fromEntries(checks.map(([name, check]) => [name, check()])),
  };
}

const asksSlack = (options: Parameters<typeof createSlackCheck>[0]) => {
  const check = createSlackCheck(options);
  return async (): Promise<string> => {
    await check.token();
    return "Slack accepts the token.";
  };
};

const asksFreshdesk =
  (options: Parameters<typeof checkFreshdesk>[0]) => async (): Promise<string> => {
    await checkFreshdesk(options);
    return "Freshdesk accepts the key.";
  };
