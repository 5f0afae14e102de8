import { readPolicy } from "../../src/config/index.ts";
import { loginsToRead, toVocabulary, type Given } from "../../src/decide/index.ts";
import type { Actor } from "../../src/incident/actor.ts";
import type { Person, RepositoryRole } from "../../src/incident/person.ts";
import type {
  BodyVersion,
  CommentEvent,
  LabelEvent,
  Snapshot,
} from "../../src/incident/snapshot.ts";
import { after } from "./incident.ts";

/** Who may do what in the tests of decisions; any other login is of nobody. */
export const RIGHTS: Readonly<Record<string, RepositoryRole>> = {
  ana: "admin",
  bo: "write",
  sam: "maintain",
  tri: "triage",
  cleo: "read",
};

/** The accounts with these logins, as the permission API tells them. */
export const peopleOf = (logins: readonly string[]): ReadonlyMap<string, Person | null> =>
  new Map(
    logins.map((login) => {
      const name = login.toLowerCase();
      const role = RIGHTS[name];
      return [name, role === undefined ? null : { login: name, nodeId: `U_${name}`, role }];
    }),
  );

export const person = (login: string): Actor => ({ login, kind: "person" });
export const SELF: Actor = { login: "sitrep", kind: "self" };

/** A comment by somebody, minutes after the declaration. */
export const aComment = (
  login: string,
  text: string,
  minutes: number,
  more: Partial<CommentEvent> = {},
): CommentEvent => ({
  kind: "comment",
  id: `IC_${minutes}`,
  at: after(minutes),
  actor: person(login),
  url: `https://github.com/acme/hubs/issues/1#issuecomment-${minutes}`,
  text,
  editor: null,
  receipts: [],
  ...more,
});

/** A label put on, or taken off. */
export const aLabel = (
  label: string,
  minutes: number,
  login = "ana",
  kind: LabelEvent["kind"] = "labeled",
): LabelEvent => ({
  kind,
  id: `LE_${kind}_${minutes}`,
  at: after(minutes),
  actor: person(login),
  label,
});

/** A version of the top comment. */
export const aVersion = (editor: Actor, text: string, minutes: number): BodyVersion => ({
  id: `UCE_${minutes}`,
  at: after(minutes),
  editor,
  text,
});

/** An issue that ana opened and labelled, with what a test wants to be different. Refuses what GitHub would not say. */
export function aSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  const snapshot: Snapshot = {
    key: { installation: 1, owner: "acme", repo: "hubs", number: 1 },
    nodeId: "I_1",
    url: "https://github.com/acme/hubs/issues/1",
    title: "Hub is down",
    createdAt: after(-1),
    opener: person("ana"),
    state: "open",
    locked: false,
    isPrivate: false,
    body: overrides.versions?.at(-1)?.text ?? overrides.before?.text ?? "The hub is down.",
    before: null,
    versions: [],
    events: [aLabel("incident", 0)],
    labels: ["incident"],
    assignees: [],
    receipts: [],
    recentReceipts: new Map(),
    status: null,
    actionItems: [],
    posts: [],
    record: null,
    tampered: false,
    fresh: false,
    ...overrides,
  };
  if (snapshot.versions.length > 0 && snapshot.before === null) {
    throw new Error("a body that was edited has the version of its creation");
  }
  if (snapshot.record !== null && snapshot.status === null) {
    throw new Error("a record stands in a status comment");
  }
  return snapshot;
}

/** What a decision about the snapshot is made from: the policy, and the rights of exactly those who have to be asked. */
export function aGiven(snapshot: Snapshot, policyText: string | null = null): Given {
  const { policy } = readPolicy(policyText);
  const asked = { snapshot, policy, vocabulary: toVocabulary(policy) };
  return { ...asked, people: peopleOf(loginsToRead(asked)), chat: false };
}

/** Sitrep's status comment. */
export const A_STATUS: NonNullable<Snapshot["status"]> = {
  nodeId: "IC_status",
  databaseId: 7,
  url: "https://github.com/acme/hubs/issues/1#issuecomment-7",
  body: "",
  createdAt: after(0),
};
