import type { Chat, ChatTell } from "../effects/chat.ts";
import { TerminalError } from "../incident/errors.ts";
import type { PersonPolicy, Policy } from "../incident/policy.ts";

type Members = Pick<Chat, "memberOf">;

async function withMember(person: PersonPolicy, chat: Members): Promise<PersonPolicy> {
  const { slack } = person;
  if (slack === null || !slack.includes("@")) return person;
  try {
    return { ...person, slack: await chat.memberOf(slack) };
  } catch (error) {
    // The app may not look people up, or has not their like: they are named, and notified on GitHub.
    if (error instanceof TerminalError) return { ...person, slack: null };
    throw error;
  }
}

/**
 * The policy in which those whom a message calls are known in the chat by their ids there, though the policy has an e-mail address.
 * Nobody else is looked up. Rejects with `RetryLaterError` while the chat does not answer.
 */
export async function withMembers(
  policy: Policy,
  { calls }: Pick<ChatTell, "calls">,
  chat: Members,
): Promise<Policy> {
  const called = calls.map((name) => name.toLowerCase());
  const people = await Promise.all(
    Object.entries(policy.people).map(
      async ([login, person]) =>
        [login, called.includes(login) ? await withMember(person, chat) : person] as const,
    ),
  );
  return { ...policy, people: Object.fromEntries(people) };
}
