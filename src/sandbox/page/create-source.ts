import type { Act, Deed } from "../acts/act.ts";
import { performAct } from "../acts/perform-act.ts";
import type { AppState } from "../app/app-state.ts";
import { REPOSITORY } from "../cast/seed.ts";
import { listTemplates } from "../forms/list-templates.ts";
import { readTemplate } from "../forms/read-template.ts";
import { Refusal } from "../github/index.ts";
import type { EmbeddedGitHub } from "../github/index.ts";
import { toGuide } from "../guide/guide.ts";
import type { Wiretap } from "../wire/wiretap.ts";
import type { EventStream } from "./http/event-stream.ts";
import type { PageSource } from "./http/page-server.ts";
import type { PageModel, Place } from "./page-model.ts";

/** What the page is about. */
export interface SourceParts {
  readonly github: EmbeddedGitHub;
  readonly wiretap: Wiretap;
  readonly stream: EventStream;
  readonly firstIssue: number;
  /** The app's login. */
  readonly bot: string;
  readonly appState: () => AppState;
  /** ms */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const WORDS: Readonly<Record<Deed["kind"], string>> = {
  comment: "commented",
  open: "opened an issue",
  "open-template": "opened an issue from the template",
  "open-form": "opened an issue from the form",
  "edit-title": "changed the title",
  "edit-body": "edited the top comment",
  "edit-comment": "edited a comment",
  tick: "ticked a box",
  label: "put a label on",
  unlabel: "took a label off",
  assign: "assigned somebody",
  unassign: "took an assignee off",
  close: "closed the issue",
  reopen: "reopened the issue",
  react: "reacted",
  unreact: "took a reaction back",
};

function tell({ as, deed }: Act): string {
  const command = deed.kind === "comment" ? /^\/\S+/.exec(deed.body)?.[0] : undefined;
  if (command !== undefined) return `${as}: ${command}`;
  if (deed.kind === "label" || deed.kind === "unlabel")
    return `${as} ${WORDS[deed.kind]}: ${deed.label}`;
  return `${as} ${WORDS[deed.kind]}`;
}

/** Everything that the page's server serves, from the embedded GitHub and the app's state. */
export function createSource(parts: SourceParts): PageSource {
  const { github, wiretap, stream, firstIssue, bot } = parts;
  const { world, url: githubUrl } = github;
  const stage = { world, repository: REPOSITORY };
  const labels = (): PageModel["labels"] => world.labels(REPOSITORY);

  function issue(number: number): Place {
    try {
      return { kind: "issue", issue: world.issue(REPOSITORY, number) };
    } catch (error) {
      if (error instanceof Refusal) return { kind: "missing" };
      throw error;
    }
  }

  return {
    firstIssue,
    stream,
    labels,
    issue,
    onError: parts.onError,
    bodies: (id) => wiretap.bodies(id),
    templates: () => ({ kind: "choose", templates: listTemplates(world, REPOSITORY) }),
    template: (file) => {
      const template = readTemplate(world, REPOSITORY, file);
      return template === null ? { kind: "missing" } : { kind: "write", template };
    },
    model: (place, choices) => {
      const issues = world.issues(REPOSITORY);
      return {
        ...choices,
        place,
        bot,
        githubUrl,
        repository: REPOSITORY,
        now: parts.now(),
        issues: issues.toReversed(),
        labels: labels(),
        app: parts.appState(),
        isBusy: wiretap.isBusy(),
        guide: toGuide(issues, firstIssue, bot),
        traffic: wiretap.traffic(),
      };
    },
    act: (act) => {
      const at = parts.now();
      const number = performAct(stage, act);
      wiretap.begin(tell(act), at);
      return number;
    },
  };
}
