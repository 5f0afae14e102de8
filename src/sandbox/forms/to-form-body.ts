import type { FormField, IssueTemplate } from "./template.ts";

type Form = IssueTemplate & { readonly kind: "form" };
type Question = Exclude<FormField, { readonly type: "markdown" }>;

function problemOf({ label, type, options, required }: Question, value: string): string | null {
  if (required && value === "") return `${label} must be filled in.`;
  if (type === "dropdown" && value !== "" && !options.includes(value))
    return `${label} must be one of ${options.join(", ")}.`;
  if (type === "input" && /[\r\n]/.test(value)) return `${label} must be one line.`;
  return null;
}

function toSection({ label, render }: Question, value: string): string {
  const fenced = render === null ? value : `\`\`\`${render}\n${value}\n\`\`\``;
  return `### ${label}\n\n${value === "" ? "_No response_" : fenced}`;
}

/** The body that GitHub makes of a filled-in form, from the answers by their questions' ids; or what is wrong with them. */
export function toFormBody(
  { fields }: Form,
  values: Readonly<Record<string, string>>,
): { readonly body: string } | { readonly problem: string } {
  const questions = fields.filter((field) => field.type !== "markdown");
  const unknown = Object.keys(values).find((id) => !questions.some((one) => one.id === id));
  if (unknown !== undefined) return { problem: `The form has no question ${unknown}.` };
  const answers = questions.map((one) => ({ one, value: (values[one.id] ?? "").trim() }));
  for (const { one, value } of answers) {
    const problem = problemOf(one, value);
    if (problem !== null) return { problem };
  }
  return { body: answers.map(({ one, value }) => toSection(one, value)).join("\n\n") };
}
