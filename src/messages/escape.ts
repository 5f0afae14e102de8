/** Shows as nothing; between `@` and a name it keeps GitHub from seeing a mention. */
export const ZERO_WIDTH_SPACE = "\u200B";

/**
 * What GitHub makes of plain text after Markdown is done, so that a backslash does not help: mentions, references to issues,
 * addresses. A zero-width space takes each of them apart; what people see stays the same.
 */
const REFERENCES: readonly RegExp[] = [
  /(?<=\S)(?=@)/g,
  /@/g,
  /#(?=\d|$)/g,
  /\bGH-(?=\d|$)/gi,
  /:(?=\/\/)/g,
  /www(?=\.)/gi,
];

/** What may be a commit's hash: GitHub knows one by seven digits, so it is taken apart after every sixth. */
const HASH = /(?<!\w)[\da-f]{7,}(?!\w)/gi;
const SIX = /.{6}(?=.)/g;

const apart = (text: string): string =>
  REFERENCES.reduce((now, found) => now.replace(found, `$&${ZERO_WIDTH_SPACE}`), text).replace(
    HASH,
    (hash) => hash.replace(SIX, `$&${ZERO_WIDTH_SPACE}`),
  );

/**
 * The signs of Markdown and HTML, each with where it is one and what stands for it. As few as will do: notifications by
 * e-mail show the source. None makes a text more than twice as long.
 */
const SIGNS: readonly { readonly where: string; readonly as: (sign: string) => string }[] = [
  { where: String.raw`<`, as: () => "\\<" },
  { where: String.raw`&(?=#?\w+;)`, as: () => "\\&" },
  { where: String.raw`\\(?![a-z\d ])`, as: () => "\\\\" },
  { where: "[`*[\\]|~$]", as: (sign) => `\\${sign}` },
  { where: String.raw`(?<![a-z\d])_|_(?![a-z\d])`, as: () => "\\_" },
  // Only where the text starts a line: a list, a heading, a rule, a quote.
  { where: String.raw`^[-+=#>]`, as: (sign) => `\\${sign}` },
  { where: String.raw`(?<=^\d{1,9})[.)]`, as: (sign) => `\\${sign}` },
];

const ANY_SIGN = new RegExp(SIGNS.map(({ where }) => `(${where})`).join("|"), "gi");

const escapeSigns = (text: string): string =>
  text.replace(ANY_SIGN, (sign: string, ...groups: readonly unknown[]) => {
    const index = groups.findIndex((group) => group !== undefined);
    return SIGNS[index]?.as(sign) ?? sign;
  });

/** One line of plain text as Markdown that shows exactly that text: no link, no mention, no formatting, no HTML. */
export const escapeLine = (line: string): string => escapeSigns(apart(line));
