import { assertNever } from "../../../src/incident/assert-never.ts";
import type { Random } from "../random.ts";
import type { Act, EditedField, Order, Role } from "./acts.ts";
import { RESPONDERS, type Model } from "./model.ts";

/**
 * What people do in one issue of a play. GitHub's times have whole seconds: in which order an edit and a command of the same
 * second came cannot be told. So, where the play runs by a real clock, no field is changed in both ways.
 */
export interface Habits {
  readonly fields: readonly EditedField[];
  readonly orders: readonly Order["kind"][];
}

const ALL_ORDERS = [
  "note",
  "update",
  "sme",
  "release",
  "severity",
  "commander",
  "liaison",
  "handoff",
  "accept",
] as const satisfies readonly Order["kind"][];

/** Everything, in any order: for a clock of which each act has a second for itself. */
export const ANYTHING: Habits = {
  fields: ["commander", "liaison", "severity"],
  orders: ALL_ORDERS,
};

/** Habits for a real clock: in the first issue only words are edited, in the others one field each. */
export const HABITS: readonly Habits[] = [
  { fields: [], orders: ALL_ORDERS },
  { fields: ["severity"], orders: ALL_ORDERS.filter((kind) => kind !== "severity") },
  {
    fields: ["liaison"],
    orders: ALL_ORDERS.filter(
      (kind) => kind !== "liaison" && kind !== "handoff" && kind !== "accept",
    ),
  },
];

const AREAS = ["storage", "network", "images", "auth"] as const;
const LEVELS = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"] as const;
const ROLES = ["commander", "liaison"] as const satisfies readonly Role[];
// Rarely somebody asks for what cannot be, or has no right to ask.
const RARELY = 0.06;

const others = (random: Random, but: string | null): string =>
  random.pick(RESPONDERS.filter((login) => login !== but));

function nextOrder(random: Random, kind: Order["kind"], model: Model, token: string): Order {
  const wrong = random.next() < RARELY;
  switch (kind) {
    case "note":
    case "update":
      return { kind, text: `${kind === "note" ? "seen" : "told"} ${token}` };
    case "sme":
      return { kind, who: random.pick(RESPONDERS), area: random.pick(AREAS) };
    case "release":
      return {
        kind,
        who: random.pick(
          wrong || model.experts.size === 0 ? RESPONDERS : [...model.experts.keys()],
        ),
      };
    case "severity":
      return {
        kind,
        level: wrong ? "SEV-9" : random.pick(LEVELS.filter((level) => level !== model.severity)),
      };
    case "commander":
    case "liaison":
      return { kind, who: others(random, wrong ? null : model[kind]) };
    case "handoff": {
      const role = random.pick(ROLES);
      return { kind, role, who: others(random, wrong ? null : model[role]) };
    }
    case "accept":
      return { kind };
    default:
      return assertNever(kind);
  }
}

function speaker(random: Random, order: Order, model: Model): string {
  if (random.next() < RARELY) return random.pick(["cleo", "tri"]);
  const asked = model.asks.map((ask) => ask.who);
  if (order.kind === "accept" && asked.length > 0) return random.pick(asked);
  return random.pick(RESPONDERS);
}

/** Something that somebody may well do now; `token` is in no other act's words. */
export function nextAct(random: Random, habits: Habits, model: Model, token: string): Act {
  const chance = random.next();
  const by = random.pick(RESPONDERS);
  const field = habits.fields.length === 0 ? null : random.pick(habits.fields);
  if (chance < 0.12) return { kind: "words", by, words: `Seen in region ${token}.` };
  if (chance < 0.27 && field === "severity")
    return { kind: "field", by, field, value: random.pick(LEVELS) };
  if (chance < 0.27 && field !== null)
    return { kind: "field", by, field, value: random.pick(RESPONDERS) };
  const first = nextOrder(random, random.pick(habits.orders), model, token);
  const talks = random.next() < 0.15 && first.kind !== "note" && first.kind !== "update";
  const orders = talks ? [first, { kind: "note", text: `also ${token}` } as const] : [first];
  return { kind: "say", by: speaker(random, first, model), orders };
}
