import { isSameLogin } from "../incident/actor.ts";
import { COMMUNITY_LIMIT, type CommunityText } from "../incident/community.ts";
import { lintOutgoing } from "../incident/outgoing/index.ts";
import type { Outcome } from "../effects/index.ts";
import { toEntryText } from "../incident/timeline.ts";
import type { CommandContext, Reach } from "./command.ts";

type Asked = Pick<CommandContext, "incident" | "policy" | "actor">;

/** Do they speak with the community: are they liaison or commander? */
export const speaksForTeam = ({ incident, actor }: Pick<Asked, "incident" | "actor">): boolean =>
  isSameLogin(incident.liaison, actor.login) || isSameLogin(incident.commander, actor.login);

/** May this person's own text go out without anybody's word (`ticket.approval`)? */
function maySend(context: Asked): boolean {
  const { approval } = context.policy.ticket;
  return approval === "never" || (approval === "role" && speaksForTeam(context));
}

/** Why a text is too long for a ticket, in a sentence; null: it is not, or nobody is told by ticket. */
export function tooLong(words: string, community: Reach | null): string | null {
  if (community === null || words.length <= COMMUNITY_LIMIT) return null;
  return `This goes to the community, and has ${words.length} characters; ${COMMUNITY_LIMIT} are the most. Say the rest in a message of its own, or write it down with \`/note\`.`;
}

/** Is it this text that waits? Then the same comment was read before. */
const isHeld = ({ incident }: Pick<CommandContext, "incident">, text: CommunityText): boolean =>
  JSON.stringify(incident.held?.text) === JSON.stringify(text);

/** The promise of the next update, for the timeline. */
export const toPromise = (promisedAt: number | null): { readonly promisedAt?: number } =>
  promisedAt === null ? {} : { promisedAt };

/** What follows when a text goes out. `approvedBy`: whoever let it go, where that is not whoever wrote it. */
export function toSaid(
  text: CommunityText,
  approvedBy: string | null,
  at: number,
): readonly Outcome[] {
  const say = { kind: "say", text } as const;
  const { isUpdate, words, by, url, promisedAt } = text;
  if (!isUpdate) return [say];
  const told = toEntryText(words ?? "");
  const update = { at, by, text: told, url, nextAt: promisedAt };
  const who = approvedBy === null ? {} : { who: approvedBy };
  return [
    { kind: "record-update", update, isToBeSent: true },
    {
      kind: "log",
      entry: { kind: "update", by, text: told, url, ...who, ...toPromise(promisedAt) },
    },
    say,
  ];
}

/** A text goes out, or waits for somebody's word: since it needs that, or since its words are doubtful. */
export function tell(
  text: CommunityText,
  insists: boolean,
  context: CommandContext & { readonly community: Reach },
): readonly Outcome[] {
  const { community, at } = context;
  const may = maySend(context);
  const doubts = insists ? [] : lintOutgoing(text.words ?? "", community.around);
  if (may && doubts.length === 0) return toSaid(text, null, at);
  if (isHeld(context, text)) return [];
  return [{ kind: "hold", text, mayBeSent: may }];
}
