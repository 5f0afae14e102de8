import type { Breaker } from "../breaking/breaker.ts";
import type { Downtimes } from "../breaking/systems.ts";
import { STATUS } from "../cast/backlog.ts";
import { BACKLOG, REPOSITORY } from "../cast/seed.ts";
import type { EmbeddedFreshdesk } from "../freshdesk/index.ts";
import type { EmbeddedGitHub } from "../github/index.ts";
import { escapeHtml } from "../page/html.ts";
import type { EmbeddedSlack } from "../slack/index.ts";
import type { DeadlineBook } from "../time/deadline-book.ts";
import type { GameClock } from "../time/game-clock.ts";
import { toTarget } from "../time/to-target.ts";
import type { Winding } from "../time/to-target.ts";
import type { Winder } from "../time/winder.ts";
import type { Wiretap } from "../wire/wiretap.ts";
import type { Order } from "./act.ts";
import { ActProblem } from "./act-problem.ts";

/** The machinery of the game that orders move. */
export interface Machinery extends Downtimes {
  readonly clock: GameClock;
  readonly winder: Winder;
  readonly book: DeadlineBook;
  readonly breaker: Breaker;
  readonly wiretap: Wiretap;
  readonly github: Pick<EmbeddedGitHub, "world">;
  readonly slack: Pick<EmbeddedSlack, "world" | "faults">;
  readonly freshdesk: Pick<EmbeddedFreshdesk, "world" | "faults" | "url" | "addressOf">;
}

const WORDS: Readonly<Record<Winding, string>> = {
  "5-minutes": "five minutes later",
  "30-minutes": "half an hour later",
  deadline: "wound to the next deadline",
  monday: "wound to Monday 09:00",
};

const NO_DEADLINE =
  "Nothing is due here. Look at an incident that goes on, or wind by minutes instead.";

async function wind(machinery: Machinery, { by, issue }: Order & { kind: "wind" }): Promise<void> {
  const { clock, winder, book, wiretap } = machinery;
  await book.refresh();
  if (winder.target() !== null) throw new ActProblem(409, "Time is being wound already.");
  const at = clock.now();
  const target = toTarget(by, at, book.of(issue ?? 0));
  if (target === null) throw new ActProblem(409, NO_DEADLINE);
  wiretap.begin(WORDS[by], wiretap.mark(at), true);
  await winder.windTo(target);
  await book.refresh();
}

function breakIt(
  { clock, breaker, wiretap }: Machinery,
  { what }: Order & { kind: "break" },
): void {
  if (what === "kill") wiretap.begin("Sitrep was killed", wiretap.mark(clock.now()));
  breaker.order(what);
}

/** Plain text as a paragraph of HTML, its lines kept. */
const toHtml = (text: string): string =>
  `<p>${escapeHtml(text.trim()).replaceAll(/\r\n?|\n/g, "<br />")}</p>`;

function answer(
  { clock, freshdesk, wiretap }: Machinery,
  { ticket, body }: Order & { kind: "answer" },
): void {
  const { world } = freshdesk;
  if (!world.has(ticket)) throw new ActProblem(404, `There is no ticket ${ticket}.`);
  const { name } = world.ticket(ticket).requester;
  wiretap.begin(`${name} answered in ticket ${ticket}`, wiretap.mark(clock.now()));
  world.answerAsCustomer(ticket, toHtml(body));
}

function move(
  { clock, github, wiretap }: Machinery,
  { issue, to }: Order & { kind: "move" },
): void {
  const { projects } = github.world;
  const { options, items } = projects.view(BACKLOG);
  if (!items.some(({ number }) => number === issue))
    throw new ActProblem(404, `#${issue} is not in the backlog.`);
  if (!options[STATUS]?.includes(to)) throw new ActProblem(404, `The backlog has no column ${to}.`);
  wiretap.begin(`#${issue} was moved by hand to ${to}`, wiretap.mark(clock.now()));
  projects.set(BACKLOG, REPOSITORY, issue, STATUS, to);
}

/** Does to the game itself what the player wants, and resolves when it is done. Rejects with an {@link ActProblem}. */
export async function performOrder(machinery: Machinery, order: Order): Promise<void> {
  switch (order.kind) {
    case "wind":
      return wind(machinery, order);
    case "break":
      return breakIt(machinery, order);
    case "outage":
      return machinery[order.of].faults.downtime.setDown(order.isDown);
    case "move":
      return move(machinery, order);
    case "answer":
      return answer(machinery, order);
    default:
      return order satisfies never;
  }
}
