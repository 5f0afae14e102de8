import type { Act, Deed } from "../acts/act.ts";
import { performAct } from "../acts/perform-act.ts";
import { performOrder } from "../acts/perform-order.ts";
import type { Machinery } from "../acts/perform-order.ts";
import type { AppState } from "../app/app-state.ts";
import { BREAKAGES } from "../breaking/breaker.ts";
import type { Breaker } from "../breaking/breaker.ts";
import { SYSTEMS, type Downtimes } from "../breaking/systems.ts";
import { BACKLOG, REPOSITORY } from "../cast/seed.ts";
import { listTemplates } from "../forms/list-templates.ts";
import { readTemplate } from "../forms/read-template.ts";
import { Refusal } from "../github/index.ts";
import type { EmbeddedGitHub } from "../github/index.ts";
import { toGuide } from "../guide/guide.ts";
import { nextOf } from "../time/deadlines.ts";
import type { EventStream } from "./http/event-stream.ts";
import type { PageSource } from "./http/page-server.ts";
import type { PageModel, Place, TimeView } from "./page-model.ts";

/** What the page is about. */
export interface SourceParts extends Machinery {
  readonly appState: () => AppState;
  readonly github: EmbeddedGitHub;
  readonly stream: EventStream;
  readonly firstIssue: number;
  /** The app's login. */
  readonly bot: string;
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
  ready: "made the report ready for review",
  approve: "approved the report",
  merge: "merged the report",
  "close-pull": "closed the pull request",
  "reopen-pull": "reopened the pull request",
  "edit-file": "wrote in the report",
};

function tell({ as, deed }: Act): string {
  const command = deed.kind === "comment" ? /^\/\S+/.exec(deed.body)?.[0] : undefined;
  if (command !== undefined) return `${as}: ${command}`;
  if (deed.kind === "label" || deed.kind === "unlabel")
    return `${as} ${WORDS[deed.kind]}: ${deed.label}`;
  return `${as} ${WORDS[deed.kind]}`;
}

const mapBreakages = (breaker: Breaker): PageModel["breakages"] =>
  Object.fromEntries(
    BREAKAGES.map((each) => [each, breaker.state(each)]),
  ) as PageModel["breakages"];

const mapDowntimes = (systems: Downtimes): PageModel["downtimes"] =>
  Object.fromEntries(
    SYSTEMS.map((each) => [each, systems[each].faults.downtime.last()]),
  ) as PageModel["downtimes"];

/** Everything that the page's server serves, from the embedded GitHub and the app's state. */
export function createSource(parts: SourceParts): PageSource {
  const { github, wiretap, stream, firstIssue, bot, clock, winder, book, breaker } = parts;
  const { slack, freshdesk } = parts;
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

  function pull(number: number): Place {
    const found = world.pullRequests(REPOSITORY).find((one) => one.number === number);
    return found === undefined ? { kind: "missing" } : { kind: "pull", pull: found };
  }

  function time(place: Place): TimeView {
    const deadlines = book.of(place.kind === "issue" ? place.issue.number : 0);
    const next = nextOf(deadlines, clock.now());
    return { deadlines: deadlines.agenda, next, target: winder.target() };
  }

  return {
    firstIssue,
    stream,
    labels,
    issue,
    pull,
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
        now: clock.now(),
        time: time(place),
        breakages: mapBreakages(breaker),
        downtimes: mapDowntimes(parts),
        channels: slack.world.channels(),
        tickets: freshdesk.world
          .tickets()
          .map((ticket) => ({ ...ticket, address: freshdesk.addressOf(ticket.id) })),
        deskUrl: freshdesk.url,
        backlog: world.projects.view(BACKLOG),
        issues: issues.toReversed(),
        pulls: world.pullRequests(REPOSITORY),
        labels: labels(),
        app: parts.appState(),
        isBusy: wiretap.isBusy(),
        guide: toGuide(issues, firstIssue, bot),
        traffic: wiretap.traffic(),
      };
    },
    act: (act) => {
      const moment = wiretap.mark(clock.now());
      breaker.beforeAct();
      const number = performAct(stage, act);
      wiretap.begin(tell(act), moment);
      return number;
    },
    order: async (order) => {
      await performOrder(parts, order);
      stream.changed();
    },
  };
}
