import { CAST } from "../../cast/cast.ts";
import type { MarkdownPlace } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";

const PEOPLE: ReadonlyMap<string, string> = new Map(
  CAST.map(({ login, name, job }) => [login, `${name}, ${job}`]),
);

/** How the page renders a text; `mayTick` says whether its boxes can be ticked by whoever acts. */
export const placeOf = (
  { githubUrl, deskUrl, repository }: PageModel,
  mayTick = false,
): MarkdownPlace => ({
  people: PEOPLE,
  githubUrl,
  deskUrl,
  repository,
  mayTick,
});
