/** A message as the embedded Slack keeps it. */
export interface SlackMessage {
  /** Seconds since 1970 with six digits: its name in its channel. */
  readonly ts: string;
  /** The message at the head of its thread; null: it stands in the channel. */
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: unknown;
  /** When it was edited last, as a `ts`; null: never. */
  readonly edited: string | null;
}

/** A channel with its messages, oldest first. */
export interface SlackChannel {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  /** Whether the app was invited. */
  readonly isMember: boolean;
  readonly messages: readonly SlackMessage[];
}

/** How a channel is to be, to begin with. */
export type ChannelSetup = Pick<SlackChannel, "id" | "name"> & Partial<SlackChannel>;

/** A user group, without `@` before its handle. */
export interface SlackGroup {
  readonly id: string;
  readonly handle: string;
  /** Member IDs. */
  readonly users: readonly string[];
}

/** Somebody with an account. */
export interface SlackUser {
  readonly id: string;
  readonly email: string;
}

/** What is in a workspace, and how it changes. */
export interface SlackWorld {
  groups(): readonly SlackGroup[];
  setGroups(groups: readonly SlackGroup[]): void;
  users(): readonly SlackUser[];
  setUsers(users: readonly SlackUser[]): void;
  channels(): readonly SlackChannel[];
  find(channel: string): SlackChannel | undefined;
  post(channel: string, message: Omit<SlackMessage, "ts" | "edited">): SlackMessage;
  edit(channel: string, ts: string, change: Partial<SlackMessage>): SlackMessage | undefined;
  remove(channel: string, ts: string): void;
  /** The app is invited, or the channel archived, or renamed. */
  change(channel: string, change: Partial<Omit<SlackChannel, "id" | "messages">>): void;
}

const MICRO = 1_000_000;

/** A workspace with these channels. */
export function createSlackWorld(setups: readonly ChannelSetup[], now: () => Date): SlackWorld {
  let last = 0;
  let channels: readonly SlackChannel[] = setups.map((setup) => ({
    isPrivate: false,
    isArchived: false,
    isMember: true,
    messages: [],
    ...setup,
  }));

  /** Never twice the same, however fast messages come. */
  function nextTs(): string {
    last = Math.max(now().getTime() * 1000, last + 1);
    return `${Math.floor(last / MICRO)}.${String(last % MICRO).padStart(6, "0")}`;
  }

  function update(id: string, change: (channel: SlackChannel) => SlackChannel): void {
    channels = channels.map((channel) => (channel.id === id ? change(channel) : channel));
  }

  let groups: readonly SlackGroup[] = [];
  let users: readonly SlackUser[] = [];

  return {
    groups: () => groups,
    setGroups: (all) => {
      groups = all;
    },
    users: () => users,
    setUsers: (all) => {
      users = all;
    },
    channels: () => channels,
    find: (channel) => channels.find(({ id, name }) => id === channel || `#${name}` === channel),
    post: (channel, message) => {
      const posted: SlackMessage = { ...message, ts: nextTs(), edited: null };
      update(channel, (one) => ({ ...one, messages: [...one.messages, posted] }));
      return posted;
    },
    edit: (channel, ts, change) => {
      const edited = nextTs();
      update(channel, (one) => ({
        ...one,
        messages: one.messages.map((message) =>
          message.ts === ts ? { ...message, ...change, edited } : message,
        ),
      }));
      const found = channels.find(({ id }) => id === channel);
      return found?.messages.find((message) => message.ts === ts);
    },
    remove: (channel, ts) =>
      update(channel, (one) => ({
        ...one,
        messages: one.messages.filter((message) => message.ts !== ts),
      })),
    change: (channel, change) => update(channel, (one) => ({ ...one, ...change })),
  };
}
