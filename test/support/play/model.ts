import { assertNever } from "../../../src/incident/assert-never.ts";
import { FIELD_TITLES, type Done, type EditedField, type Order, type Role } from "./acts.ts";

/** Who may command in the plays; everybody else is an outsider. */
export const RESPONDERS: readonly string[] = ["ana", "bo", "sam", "tess"];

interface Ask {
  readonly kind: "confirm" | "handoff";
  readonly role: Role;
  readonly who: string;
  readonly from: string | null;
  /** Who asked; ms. */
  readonly by: string;
  readonly at: number;
}

/** What must be true of an incident: the oracle of the plays. It knows the process, and nothing of how Sitrep does it. */
export interface Model {
  readonly declaredAt: number;
  readonly commander: string | null;
  /** Since when, ms. */
  readonly commanderSince: number;
  readonly liaison: string | null;
  readonly severity: string;
  /** Area by login, in the order of calling. */
  readonly experts: ReadonlyMap<string, string>;
  readonly asks: readonly Ask[];
  readonly update: string | null;
  /** When the last update was given, or else when it was declared; ms. */
  readonly updatedAt: number;
  /** When a person was last heard, or else when it was declared; ms. */
  readonly heardAt: number;
  /** Entries of the timeline, as `entryText` writes them. */
  readonly entries: readonly string[];
  /** The first paragraph of every comment by Sitrep, but for the status comment. */
  readonly posts: readonly string[];
  /** Sitrep's reactions by the comment's id. */
  readonly receipts: ReadonlyMap<string, readonly string[]>;
}

/** One entry of the timeline as text that can be compared. */
export const entryText = (
  at: number,
  kind: string,
  by: string | null,
  {
    who,
    what,
    text,
  }: { who?: string | undefined; what?: string | undefined; text?: string | undefined },
): string =>
  [new Date(at).toISOString(), kind, by ?? "-", who ?? "", what ?? "", text ?? ""].join(" | ");

/** A fresh incident that `opener` declared at `at` by label, before anybody did anything. */
export function createModel(opener: string, at: number): Model {
  const asks = (["commander", "liaison"] as const).map((role) => {
    return { kind: "confirm", role, who: opener, from: null, by: opener, at } as const;
  });
  const role = (what: Role): string => entryText(at, "role", null, { who: opener, what });
  return {
    declaredAt: at,
    commander: opener,
    commanderSince: at,
    liaison: opener,
    severity: "SEV-4",
    experts: new Map(),
    asks,
    update: null,
    updatedAt: at,
    heardAt: at,
    entries: [entryText(at, "declared", opener, {}), role("commander"), role("liaison")],
    posts: [],
    receipts: new Map(),
  };
}

interface Cause {
  readonly by: string;
  readonly at: number;
}

const told = (model: Model, entries: readonly string[], posts: readonly string[]): Model => ({
  ...model,
  entries: [...model.entries, ...entries],
  posts: [...model.posts, ...posts],
});

const withoutAsks = (model: Model, role: Role): readonly Ask[] =>
  model.asks.filter((ask) => ask.role !== role);

/** The role with its holder, and since when. */
const held = (model: Model, role: Role, who: string, at: number): Partial<Model> => ({
  [role]: who,
  commanderSince: role === "commander" && model.commander !== who ? at : model.commanderSince,
});

function accepted(model: Model, ask: Ask, { at }: Cause): Model {
  const { role, who, from } = ask;
  const next = { ...model, asks: withoutAsks(model, role) };
  if (ask.kind === "confirm")
    return told(next, [entryText(at, "accepted", who, { what: role })], []);
  const post = `${who} is ${FIELD_TITLES[role]} now. They took over from ${from ?? ""}.`;
  return told(
    { ...next, ...held(model, role, who, at) },
    [entryText(at, "role", who, { who, what: role })],
    [post],
  );
}

function designated(model: Model, role: Role, who: string, cause: Cause, byHand: boolean): Model {
  const { by, at } = cause;
  const previous = model[role];
  if (previous === who) {
    const ask = model.asks.find((one) => one.role === role && one.who === who);
    if (ask === undefined || who !== by) return model;
    return accepted(model, { ...ask, kind: "confirm" }, cause);
  }
  const how = byHand ? `${by} wrote it into the top comment.` : `${by} named them.`;
  const said = who === by ? "They took the role themselves." : how;
  const before = previous === null ? "" : ` Before, it was ${previous}.`;
  const asks = withoutAsks(model, role);
  const question = { kind: "confirm", role, who, from: previous, by, at } as const;
  return told(
    { ...model, ...held(model, role, who, at), asks: who === by ? asks : [...asks, question] },
    [entryText(at, "role", by, { who, what: role })],
    [`${who} is ${FIELD_TITLES[role]} now. ${said}${before}`],
  );
}

function called(model: Model, who: string, area: string, { by, at }: Cause): Model {
  if (model.experts.get(who) === area) return model;
  const post =
    who === by
      ? `${who} joined as Subject Matter Expert (${area}).`
      : `@${who}, ${by} calls you in as Subject Matter Expert (${area}).`;
  const experts = new Map([...model.experts, [who, area]]);
  return told({ ...model, experts }, [entryText(at, "expert", by, { who, what: area })], [post]);
}

function asked(model: Model, who: string, role: Role, { by, at }: Cause): Model | null {
  const from = model[role];
  if (from === null || from === who || who === by) return null;
  const present = model.asks.some(
    (ask) => ask.kind === "handoff" && ask.role === role && ask.who === who,
  );
  if (present) return model;
  const post = `@${who}, can you take over as ${FIELD_TITLES[role]}${by === from ? "" : ` from ${from}`}? ${by} asks.`;
  return told(
    {
      ...model,
      asks: [...withoutAsks(model, role), { kind: "handoff", role, who, from, by, at }],
    },
    [entryText(at, "handoff-asked", by, { who, what: role })],
    [post],
  );
}

function releasedFrom(model: Model, who: string, { by, at }: Cause): Model | null {
  if (!model.experts.has(who)) return null;
  const experts = new Map([...model.experts].filter(([login]) => login !== who));
  return told({ ...model, experts }, [entryText(at, "released", by, { who })], []);
}

function acceptedAll(model: Model, cause: Cause): Model | null {
  const mine = model.asks.filter((ask) => ask.who === cause.by);
  if (mine.length === 0) return [model.commander, model.liaison].includes(cause.by) ? model : null;
  return mine.reduce((now, ask) => accepted(now, ask, cause), model);
}

/** The model after an order; null when it is refused. */
function obey(model: Model, order: Order, cause: Cause): Model | null {
  const { by, at } = cause;
  switch (order.kind) {
    case "note":
      return told(model, [entryText(at, "note", by, { text: order.text })], []);
    case "update": {
      const entry = entryText(at, "update", by, { text: order.text });
      return told({ ...model, update: order.text, updatedAt: at }, [entry], []);
    }
    case "severity":
      return rated(model, order.level, cause);
    case "sme":
      return called(model, order.who, order.area, cause);
    case "release":
      return releasedFrom(model, order.who, cause);
    case "commander":
    case "liaison":
      return designated(model, order.kind, order.who, cause, false);
    case "handoff":
      return asked(model, order.who, order.role, cause);
    case "accept":
      return acceptedAll(model, cause);
    default:
      return assertNever(order);
  }
}

function rated(model: Model, level: string, { by, at }: Cause): Model | null {
  if (!/^SEV-[1-4]$/.test(level)) return null;
  if (level === model.severity) return model;
  return told({ ...model, severity: level }, [entryText(at, "severity", by, { what: level })], []);
}

function heard(model: Model, orders: readonly Order[], cause: Cause, id: string): Model {
  const withReceipts = (now: Model, receipts: readonly string[]): Model => ({
    ...now,
    receipts: new Map([...now.receipts, [id, receipts]]),
  });
  if (!RESPONDERS.includes(cause.by)) return withReceipts(model, ["confused"]);
  let [now, refused] = [model, 0];
  for (const order of orders) {
    const next = obey(now, order, cause);
    if (next === null) refused += 1;
    else now = next;
  }
  const waits = orders.some((order) => order.kind === "handoff");
  const done = refused < orders.length ? [waits ? "eyes" : "+1"] : [];
  const answered = refused > 0 ? told(now, [], [`@${cause.by}, Sitrep could not do this:`]) : now;
  return withReceipts(answered, refused > 0 ? [...done, "confused"] : done);
}

function edited(model: Model, field: EditedField, value: string, cause: Cause): Model {
  if (field === "severity") return rated(model, value, cause) ?? model;
  return designated(model, field, value, cause, true);
}

/** The model after one more act. */
export function follow(model: Model, { act, at, id }: Done): Model {
  const cause = { by: act.by, at };
  if (act.kind === "say") return { ...heard(model, act.orders, cause, id), heardAt: at };
  return act.kind === "field" ? edited(model, act.field, act.value, cause) : model;
}
