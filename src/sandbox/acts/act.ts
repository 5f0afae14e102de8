import { z } from "zod";
import { BREAKAGES } from "../breaking/breaker.ts";
import { SYSTEMS } from "../breaking/systems.ts";
import { CAST } from "../cast/cast.ts";
import { WINDINGS } from "../time/to-target.ts";

/** GitHub's own limit of a body, in characters. */
export const LONGEST_BODY = 65_536;

/** The longest text of a file that the page takes. */
const LONGEST_FILE = 500_000;

const issue = z.int().positive();
const body = z.string().max(LONGEST_BODY);
const said = body.refine((text) => text.trim() !== "", "must not be empty");
const title = z.string().trim().min(1, "must not be empty").max(256);
const comment = z.int().positive();
/** The text that an edit began from: when it is no longer what stands there, the edit is refused. */
const base = body.optional();
const label = z.string().trim().min(1).max(50);
const login = z.string().min(1).max(60);
const content = z.enum(["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"]);
const template = z.string().regex(/^[\w-]+\.(ya?ml|md)$/);

const kinds = [
  z.strictObject({ kind: z.literal("comment"), issue, body: said }),
  z.strictObject({ kind: z.literal("open"), title, body: body.default("") }),
  z.strictObject({ kind: z.literal("open-template"), template, title, body }),
  z.strictObject({
    kind: z.literal("open-form"),
    template,
    title,
    values: z.record(z.string().max(100), body),
  }),
  z.strictObject({ kind: z.literal("edit-title"), issue, title }),
  z.strictObject({ kind: z.literal("edit-body"), issue, body, base }),
  z.strictObject({ kind: z.literal("edit-comment"), issue, comment, body: said, base }),
  z.strictObject({
    kind: z.literal("tick"),
    issue,
    comment: comment.nullable(),
    /** The line of the box, from 0, and how it reads. */
    line: z.int().nonnegative(),
    was: z.string().max(LONGEST_BODY),
  }),
  z.strictObject({ kind: z.literal("label"), issue, label }),
  z.strictObject({ kind: z.literal("unlabel"), issue, label }),
  z.strictObject({ kind: z.literal("assign"), issue, login }),
  z.strictObject({ kind: z.literal("unassign"), issue, login }),
  z.strictObject({
    kind: z.literal("close"),
    issue,
    reason: z.enum(["completed", "not_planned"]).default("completed"),
  }),
  z.strictObject({ kind: z.literal("reopen"), issue }),
  z.strictObject({
    kind: z.enum(["ready", "approve", "merge", "close-pull", "reopen-pull"]),
    pull: issue,
  }),
  z.strictObject({
    kind: z.literal("edit-file"),
    pull: issue,
    path: z.string().min(1).max(300),
    body: z.string().max(LONGEST_FILE),
    base: z.string().max(LONGEST_FILE).optional(),
  }),
  z.strictObject({
    kind: z.enum(["react", "unreact"]),
    issue,
    comment: comment.nullable(),
    content,
  }),
] as const;

const deed = z.discriminatedUnion("kind", kinds);
const order = z.discriminatedUnion("kind", [
  /** `issue` is the one in view: whose deadlines count. */
  z.strictObject({ kind: z.literal("wind"), by: z.enum(WINDINGS), issue: issue.nullable() }),
  z.strictObject({ kind: z.literal("break"), what: z.enum(BREAKAGES) }),
  z.strictObject({ kind: z.literal("outage"), of: z.enum(SYSTEMS), isDown: z.boolean() }),
  /** Somebody moves an issue by hand to another column of the backlog. */
  z.strictObject({ kind: z.literal("move"), issue, to: z.string().min(1).max(50) }),
  /** What the person who asked for help in a ticket says there. */
  z.strictObject({ kind: z.literal("answer"), ticket: z.int().positive(), body: said }),
]);
const actor = z.object({ as: z.enum(CAST.map(({ login: name }) => name)) });

/** What somebody does. */
export type Deed = z.infer<typeof deed>;

/** What the player does to the game itself, in nobody's name. */
export type Order = z.infer<typeof order>;

/** Something that a member of the cast does. */
export interface Act {
  readonly as: string;
  readonly deed: Deed;
}

/** A reading of what the page sent. `problem` is a sentence for a person. */
export type ParsedAct =
  | { readonly act: Act }
  | { readonly order: Order }
  | { readonly problem: string };

const say = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "))
    .join("; ");

const ORDERS: readonly unknown[] = ["wind", "break", "outage", "move", "answer"];

const isOrder = (input: object): boolean => "kind" in input && ORDERS.includes(input.kind);

/** Reads the JSON of `POST /act`: `as`, `kind`, and what that kind needs; anything else in it is a problem. */
export function parseAct(input: unknown): ParsedAct {
  const who = actor.safeParse(input);
  if (!who.success) return { problem: `This is no act: ${say(who.error)}` };
  const { as, ...rest } = input as { as: string };
  if (isOrder(rest)) {
    const read = order.safeParse(rest);
    return read.success ? { order: read.data } : { problem: `This is no act: ${say(read.error)}` };
  }
  const what = deed.safeParse(rest);
  if (!what.success) return { problem: `This is no act: ${say(what.error)}` };
  return { act: { as, deed: what.data } };
}
