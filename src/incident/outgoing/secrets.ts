import { type Span, spansOf } from "./finding.ts";

/** How secrets look that say of themselves what they are; each is bounded. */
const TOKENS: readonly RegExp[] = [
  // GitHub, GitLab, Slack, AWS, Google, others.
  /(?<!\w)(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64})/gu,
  /(?<!\w)(?:xox[a-z]|xapp)-[\w-]{10,250}/gu,
  /(?<!\w)(?:AKIA|ASIA)[A-Z\d]{16}(?!\w)/gu,
  /(?<!\w)AIza[\w-]{35}/gu,
  /(?<![\w-])(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z\d_-]{20,200}/gu,
  /(?<![\w-])eyJ[\w-]{8,2000}\.[\w-]{8,2000}\.[\w-]{0,2000}/gu,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/gu,
  /(?<!\w)Bearer\s{1,3}[\w.~+/-]{16,500}/giu,
  // A password within an address.
  /(?<!\w)[a-z]{2,10}:\/\/[^\s:/@]{1,100}:[^\s/@]{1,200}@/giu,
];

const NAME =
  "(?:password|passwd|passphrase|pwd|secret|(?:access|auth|api|bot)[ _-]?(?:token|key)|token|client[ _-]?secret)";
const GIVEN = new RegExp(
  `(?<![a-z])${NAME}\\s{0,3}(?:=|:|\\bis\\b)\\s{0,3}["'\`]?([^\\s"'\`]{4,200})`,
  "giu",
);

// A word of a sentence is no secret: it has neither a digit nor a sign within it.
const isWord = (value: string): boolean => /^[\p{L}'’]+(?:-\p{L}+)*[.,;:!?)]*$/u.test(value);
const isAddress = (value: string): boolean => /^(?:https?:|<|\[|\*+[.,]?$|x+[.,]?$)/iu.test(value);

/** `password=...` and the like, where what follows is no plain word. After `=` every value counts. */
function findGiven(text: string): readonly Span[] {
  return [...text.matchAll(GIVEN)].flatMap((found) => {
    const [whole, value = ""] = found;
    if (isAddress(value) || (!whole.includes("=") && isWord(value))) return [];
    return [{ offset: found.index, text: whole }];
  });
}

/** Tokens, keys and passwords. */
export const findSecrets = (text: string): readonly Span[] => [
  ...TOKENS.flatMap((pattern) => spansOf(text, pattern)),
  ...findGiven(text),
];
