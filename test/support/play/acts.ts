import { assertNever } from "../../../src/incident/assert-never.ts";

/** A command that people give in the plays, as far as the oracle knows its meaning. */
export type Order =
  | { readonly kind: "note" | "update"; readonly text: string }
  | { readonly kind: "sme"; readonly who: string; readonly area: string }
  | { readonly kind: "release"; readonly who: string }
  | { readonly kind: "severity"; readonly level: string }
  | { readonly kind: "commander" | "liaison"; readonly who: string }
  | { readonly kind: "handoff"; readonly who: string; readonly role: Role }
  | { readonly kind: "accept" };

export type Role = "commander" | "liaison";

/** One thing that somebody does to the issue: a comment with commands, or an edit of the top comment. */
export type Act =
  | { readonly kind: "say"; readonly by: string; readonly orders: readonly Order[] }
  | {
      readonly kind: "field";
      readonly by: string;
      readonly field: EditedField;
      readonly value: string;
    }
  | { readonly kind: "words"; readonly by: string; readonly words: string };

/** Fields of the top comment that people edit by hand in the plays. */
export type EditedField = Role | "severity";

/** An act that took place. `at` by GitHub's clock, ms; `id` of the comment or of the version of the body. */
export interface Done {
  readonly act: Act;
  readonly at: number;
  readonly id: string;
}

/** What a field is called in the top comment. */
export const FIELD_TITLES = {
  commander: "Incident Commander",
  liaison: "External Liaison",
  severity: "Severity",
} as const satisfies Record<EditedField, string>;

function toLine(order: Order): string {
  switch (order.kind) {
    case "note":
    case "update":
      return `/${order.kind} ${order.text}`;
    case "sme":
      return `/sme @${order.who} ${order.area}`;
    case "severity":
      return `/severity ${order.level}`;
    case "handoff":
      return `/handoff @${order.who} ${order.role}`;
    case "accept":
      return "/accept";
    case "release":
    case "commander":
    case "liaison":
      return `/${order.kind} @${order.who}`;
    default:
      return assertNever(order);
  }
}

/** The comment that gives the orders. */
export const toComment = (orders: readonly Order[]): string => orders.map(toLine).join("\n");

const lineOf = (field: EditedField): RegExp =>
  new RegExp(`^- \\*\\*${FIELD_TITLES[field]}:\\*\\* ?(.*)$`, "m");

/** What the top comment says in a field of Sitrep's section; null where the section does not stand yet. */
export const fieldIn = (body: string, field: EditedField): string | null =>
  lineOf(field).exec(body)?.[1]?.replace(/^@/, "") ?? null;

/** The top comment with another value in the field. */
export const withField = (body: string, field: EditedField, value: string): string =>
  body.replace(
    lineOf(field),
    `- **${FIELD_TITLES[field]}:** ${field === "severity" ? value : `@${value}`}`,
  );
