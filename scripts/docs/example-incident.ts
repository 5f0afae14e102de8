import { readPolicy } from "../../src/config/index.ts";
import { loginsToRead, toVocabulary, toWholeIncident } from "../../src/decide/index.ts";
import type { Actor } from "../../src/incident/actor.ts";
import type { Instant } from "../../src/incident/instant.ts";
import type { Person } from "../../src/incident/person.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { Snapshot, ThreadEvent } from "../../src/incident/snapshot.ts";
import {
  markingLogins,
  type Mention,
  type OutsideMessage,
  type ReportSources,
} from "../../src/report/index.ts";

/** The rules by which the example's incident is run. */
export const EXAMPLE_POLICY: Policy = readPolicy("report: { zone: Europe/Berlin }").policy;

const TEAM = ["ana", "bo", "mei", "sam"];
const URL = "https://github.com/acme/hubs/issues/214";

const person = (login: string): Actor => ({ login, kind: "person" });
const at = (time: string): Instant => Date.parse(`2026-05-${time.replace(" ", "T")}Z`);

/** Who said what, and when: day and time in UTC. */
const THREAD: readonly (readonly [time: string, login: string, text: string])[] = [
  ["04 13:55", "ana", "/severity 2"],
  [
    "04 13:58",
    "ana",
    "/note New servers start, and every write ends with 'read-only file system'. Servers from this morning are the same.",
  ],
  [
    "04 14:05",
    "ana",
    "/update People can log in and read their files, and cannot save. We look at the file server.\nnext: 2 hours",
  ],
  ["04 14:10", "ana", "/sme @sam storage"],
  [
    "04 14:24",
    "sam",
    "TL: The file server went read-only at 13:31 UTC, after the kernel had counted three errors of its disk.",
  ],
  ["04 14:33", "ana", "/severity 1 two workshops cannot save their work"],
  [
    "04 14:36",
    "sam",
    "I started a copy of the disk from last night's snapshot. It says four hours.",
  ],
  ["04 14:40", "ana", "/escalate we cannot tell which files are whole"],
  [
    "04 16:02",
    "ana",
    "/update The disk is being copied from last night's snapshot, until about 18:40 UTC. Nobody can save until then.\nnext: 5 hours",
  ],
  ["04 17:30", "ana", "/handoff @bo"],
  ["04 17:34", "bo", "/accept"],
  [
    "04 18:52",
    "bo",
    "/note The copy is there. The check of the file system finds 212 damaged entries, all of them in the scratch area.",
  ],
  [
    "04 20:10",
    "bo",
    "/update The copy is there and is being compared with the old disk. The scratch area is damaged, home directories look whole.\nnext: 9 hours",
  ],
  ["05 01:05", "bo", "/handoff @mei"],
  ["05 01:12", "mei", "/accept"],
  [
    "05 02:40",
    "mei",
    "TL: Forty home directories on the copy were compared with the old disk, without a difference.",
  ],
  ["05 05:03", "mei", "/mitigated everybody can save again; the scratch area is empty"],
  [
    "05 05:06",
    "mei",
    "/update Everybody can save again. The scratch area is empty until we know what of it can be had back.\nnext: 6 hours",
  ],
  ["05 08:02", "mei", "/handoff @ana"],
  ["05 08:07", "ana", "/accept"],
  ["05 11:20", "sam", "/note All but 9 files of the scratch area were had back from the old disk."],
  ["05 11:41", "ana", "/resolve the scratch area is back, and the old disk is out of use"],
  ["05 11:44", "ana", "/impact 2026-05-04 13:31 UTC to 2026-05-05 05:03 UTC"],
  ["05 14:15", "ana", "/confirm"],
];

const EVENTS: readonly ThreadEvent[] = [
  { kind: "labeled", id: "LE_1", at: at("04 13:52"), actor: person("ana"), label: "incident" },
  ...THREAD.map(([time, login, text], index) => ({
    kind: "comment" as const,
    id: `IC_${index}`,
    at: at(time),
    actor: person(login),
    url: `${URL}#issuecomment-${2140 + index}`,
    text,
    editor: null,
    receipts: [],
  })),
];

const actionItem = (number: number, title: string, isOpen: boolean, assignee: string) => ({
  number,
  title,
  url: `https://github.com/acme/hubs/issues/${number}`,
  isOpen,
  assignees: [assignee],
});

const SNAPSHOT: Snapshot = {
  key: { installation: 1, owner: "acme", repo: "hubs", number: 214 },
  nodeId: "I_214",
  url: URL,
  title: "[Incident] Nobody can save files on the Andes hub",
  createdAt: at("04 13:52"),
  opener: person("ana"),
  state: "open",
  locked: false,
  isPrivate: false,
  body: "Nobody can save.\n\n- Support ticket ref: https://example.freshdesk.com/a/tickets/125\n",
  before: null,
  versions: [],
  events: EVENTS,
  labels: ["incident"],
  assignees: ["ana"],
  receipts: [],
  recentReceipts: new Map(),
  status: null,
  actionItems: [
    actionItem(215, "Alert when a file server turns read-only", false, "sam"),
    actionItem(216, "Write down how a disk is restored from its snapshot", true, "bo"),
    actionItem(217, "Give the scratch area a disk of its own", true, "mei"),
  ],
  posts: [
    {
      nodeId: "IC_r1",
      key: "remind/update-due/update/0",
      at: at("04 15:50"),
      minimized: true,
    },
  ],
  record: null,
  tampered: false,
  fresh: false,
};

const MENTIONS: readonly Mention[] = [
  {
    kind: "merged",
    at: at("05 04:55"),
    by: "mei",
    title: "Point the Andes hub at the copied disk",
    name: "#218",
    url: "https://github.com/acme/hubs/pull/218",
  },
  {
    kind: "merged",
    at: at("05 10:58"),
    by: "sam",
    title: "Alert when a file server turns read-only",
    name: "#219",
    url: "https://github.com/acme/hubs/pull/219",
  },
];

const TICKET = "https://example.freshdesk.com/a/tickets/125";

/** Sent seconds after its cause; to Freshdesk, which was down for a while, once it was up again. */
const sent = (what: string, time: string, places: readonly string[]): readonly OutsideMessage[] =>
  places.map((place) => ({
    what,
    since: at(time),
    at: place === TICKET && time === "04 16:02" ? at("04 16:20") : at(time) + 3000,
    place,
    kind: place === TICKET ? "ticket" : "chat",
    direction: "out",
  }));

const heard = (time: string): OutsideMessage => ({
  at: at(time),
  place: TICKET,
  kind: "ticket",
  direction: "in",
  what: null,
  since: null,
});

const UPDATES = ["04 14:05", "04 16:02", "04 20:10", "05 05:06"];
const HANDOVERS = ["04 17:34", "05 01:12", "05 08:07"];

const OUTSIDE: readonly OutsideMessage[] = [
  heard("04 13:44"),
  ...sent("declared", "04 13:52", ["#engineering"]),
  ...sent("first-response", "04 13:52", [TICKET]),
  ...sent("escalated", "04 14:40", ["#support", "#engineering"]),
  ...UPDATES.flatMap((time) => sent("update", time, ["#updates", "#engineering", TICKET])),
  ...HANDOVERS.flatMap((time) => sent("role", time, ["#engineering"])),
  ...sent("phase", "05 05:03", ["#engineering", "#updates"]),
  ...sent("phase", "05 11:41", ["#engineering", "#updates"]),
  ...sent("resolved", "05 11:41", [TICKET]),
  heard("05 14:02"),
  ...sent("confirmed", "05 14:15", ["#engineering"]),
];

const peopleWith = (logins: readonly string[]): ReadonlyMap<string, Person | null> =>
  new Map(
    logins.map((login) => [
      login.toLowerCase(),
      TEAM.includes(login) ? { login, nodeId: `U_${login}`, role: "write" } : null,
    ]),
  );

/** An incident of two days with three hand-overs, as the example of a report is gathered from it: played through the pure core. */
export function exampleSources(): ReportSources {
  const snapshot = SNAPSHOT;
  const marks = [{ comment: "IC_6", by: ["ana"] }];
  const asked = { snapshot, policy: EXAMPLE_POLICY, vocabulary: toVocabulary(EXAMPLE_POLICY) };
  const people = peopleWith([...loginsToRead(asked), ...markingLogins({ snapshot, marks })]);
  const whole = toWholeIncident({ ...asked, people, chat: false });
  if (whole === null) throw new Error("the example is no incident");
  const responders = new Set(TEAM);
  return {
    snapshot,
    ...whole,
    responders,
    marks,
    mentions: MENTIONS,
    outside: OUTSIDE,
    policy: EXAMPLE_POLICY,
  };
}
