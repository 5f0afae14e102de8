import type { Chat, ChatContent, ChatRef, ChatSent } from "../../src/effects/chat.ts";
import { after } from "./incident.ts";

/** A message that stands in the fake chat. */
export interface FakeMessage extends ChatSent {
  readonly key: string;
  readonly thread: string | null;
  readonly text: string;
}

/** A chat in memory that does what a test orders. */
export interface FakeChat extends Chat {
  /** All messages, oldest first; each was sent a minute after the one before, the first 5 minutes after the declaration. */
  messages(): readonly FakeMessage[];
  /** The next calls that send fail with this error: before anything took place, or after all of it did. */
  failNext(error: Error, when: "before" | "after", count?: number): void;
}

/** An empty chat. */
export function createFakeChat(): FakeChat {
  let messages: FakeMessage[] = [];
  let failures: { error: Error; when: "before" | "after" }[] = [];
  async function send<Result>(act: () => Result): Promise<Result> {
    const failure = failures.shift();
    if (failure?.when === "before") throw failure.error;
    const result = act();
    if (failure?.when === "after") throw failure.error;
    return result;
  }
  const say = (channel: string, content: ChatContent, key: string, thread: ChatRef | null) => {
    const id = `${messages.length + 1}`;
    const at = after(5 + messages.length);
    const message = { channel, id, at, key, thread: thread?.id ?? null, text: content.text };
    messages = [...messages, message];
    return { channel, id, at };
  };
  return {
    messages: () => messages,
    failNext: (error, when, count = 1) => {
      failures = [...failures, ...Array.from({ length: count }, () => ({ error, when }))];
    },
    say: (channel, content, { key, thread }) => send(() => say(channel, content, key, thread)),
    find: async (channel, { key }) => {
      const found = messages.find((one) => one.channel === channel && one.key === key);
      return found === undefined ? null : { channel, id: found.id, at: found.at };
    },
    memberOf: async () => null,
    edit: (ref, content) =>
      send(() => {
        messages = messages.map((one) =>
          one.id === ref.id ? { ...one, text: content.text } : one,
        );
      }),
  };
}
