import { findBlame } from "./blame.ts";
import {
  apart,
  type LintKind,
  type OutgoingFinding,
  type OutgoingSurroundings,
  type Span,
} from "./finding.ts";
import { findFixTimes } from "./fix-time.ts";
import { findInternalLinks } from "./internal-links.ts";
import { findNames } from "./names.ts";
import { findSecrets } from "./secrets.ts";

interface Rule {
  readonly find: (text: string, around: OutgoingSurroundings) => readonly Span[];
  readonly suggestion: string;
}

const RULES: Readonly<Record<LintKind, Rule>> = {
  "fix-time": {
    find: findFixTimes,
    suggestion:
      "Nobody knows yet when it works again. Say when the next message comes, and keep to that.",
  },
  "internal-link": {
    find: findInternalLinks,
    suggestion:
      "The community cannot open this. Say in words what is there, or link to a public page.",
  },
  secret: {
    find: findSecrets,
    suggestion:
      "This looks like a secret. Take it out, and replace the secret itself: whoever reads this could use it.",
  },
  name: {
    find: findNames,
    suggestion: "The community hears from the team. Write 'we' or 'the team' instead of a name.",
  },
  blame: {
    find: findBlame,
    suggestion: "Say what happened and what is done about it, and leave out whose doing it was.",
  },
};

const EXCERPT = 80;
const SHOWN_OF_SECRET = 4;
const MOST = 50;

function toExcerpt(kind: LintKind, text: string): string {
  const line = text.toWellFormed().replace(/\s+/g, " ").trim();
  if (kind === "secret") return `${line.slice(0, SHOWN_OF_SECRET).toWellFormed()}…`;
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1).toWellFormed()}…`;
}

/**
 * Names what a text to the community should perhaps not say, in the order of the text, 50 findings at most. It warns, and misses
 * things: somebody still reads the text. Its time grows with the text's length alone, whatever the text is.
 */
export function lintOutgoing(
  text: string,
  around: OutgoingSurroundings,
): readonly OutgoingFinding[] {
  const secrets = apart(RULES.secret.find(text, around));
  const isSecret = ({ offset, text: words }: Span): boolean =>
    secrets.some(
      (one) => offset < one.offset + one.text.length && one.offset < offset + words.length,
    );
  const found = (Object.keys(RULES) as LintKind[]).flatMap((kind) => {
    const { find, suggestion } = RULES[kind];
    // What holds a secret is shown as nothing else.
    const spans =
      kind === "secret" ? secrets : apart(find(text, around)).filter((one) => !isSecret(one));
    return spans.slice(0, MOST).map((span) => {
      return { kind, excerpt: toExcerpt(kind, span.text), offset: span.offset, suggestion };
    });
  });
  return found.toSorted((a, b) => a.offset - b.offset).slice(0, MOST);
}
