import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { parseAct } from "../../acts/act.ts";
import type { Act, Order } from "../../acts/act.ts";
import { ActProblem } from "../../acts/act-problem.ts";
import type { PageModel, Place } from "../page-model.ts";
import { renderLabelSheet } from "../views/label-sheet.ts";
import { renderPage } from "../views/page.ts";
import { answer, answerJson, redirect } from "./answer.ts";
import { readAsset } from "./assets.ts";
import { readChoices } from "./cookies.ts";
import type { Choices } from "./cookies.ts";
import type { EventStream } from "./event-stream.ts";
import { findIntruder } from "./guard.ts";
import { readJson } from "./read-json.ts";

/** What the page's server serves. */
export interface PageSource {
  /** The issue that the page opens on. */
  readonly firstIssue: number;
  readonly stream: EventStream;
  model(place: Place, choices: Choices): PageModel;
  issue(number: number): Place;
  pull(number: number): Place;
  template(file: string): Place;
  templates(): Place;
  /** Does it; returns the issue's number; throws an {@link ActProblem}. */
  act(act: Act): number;
  /** Does it to the game itself, and resolves when it is done; rejects with an {@link ActProblem}. */
  order(order: Order): Promise<void>;
  /** Both bodies of an exchange, without credentials; null when unknown. */
  bodies(id: string): string | null;
  readonly labels: () => PageModel["labels"];
  /** Told of errors that are ours. */
  readonly onError: (error: unknown) => void;
}

async function takeAct(request: IncomingMessage, response: ServerResponse, source: PageSource) {
  const read = await readJson(request);
  if ("problem" in read) return answerJson(response, read.status, { problem: read.problem });
  const parsed = parseAct(read.value);
  if ("problem" in parsed) return answerJson(response, 400, { problem: parsed.problem });
  try {
    if ("act" in parsed) return answerJson(response, 200, { issue: source.act(parsed.act) });
    await source.order(parsed.order);
    answerJson(response, 200, { issue: null });
  } catch (error) {
    if (!(error instanceof ActProblem)) throw error;
    answerJson(response, error.status, { problem: error.message });
  }
}

function toPlace(path: string, source: PageSource): Place | null {
  const number = /^\/issues\/([1-9]\d{0,8})$/.exec(path)?.[1];
  if (number !== undefined) return source.issue(Number(number));
  const pull = /^\/pulls\/([1-9]\d{0,8})$/.exec(path)?.[1];
  if (pull !== undefined) return source.pull(Number(pull));
  if (path === "/new") return source.templates();
  if (path === "/new/blank") return { kind: "write", template: null };
  const file = /^\/new\/([\w-]+\.(?:ya?ml|md))$/.exec(path)?.[1];
  return file === undefined ? null : source.template(file);
}

function get(path: string, request: IncomingMessage, response: ServerResponse, source: PageSource) {
  if (path === "/") return redirect(response, `/issues/${source.firstIssue}`);
  if (path === "/events") return source.stream.open(response);
  if (path === "/labels.css")
    return answer(response, 200, "css", renderLabelSheet(source.labels()));
  const asset = /^\/assets\/([\w.-]+)$/.exec(path)?.[1];
  const text = asset === undefined ? null : readAsset(asset);
  if (text !== null) return answer(response, 200, asset?.split(".").at(-1) ?? "txt", text);
  const bodies = /^\/wire\/([\w-]+)$/.exec(path)?.[1];
  const found = bodies === undefined ? null : source.bodies(bodies);
  if (found !== null) return answer(response, 200, "txt", found);
  const place = toPlace(path, source) ?? { kind: "missing" };
  const model = source.model(place, readChoices(request.headers.cookie));
  answer(response, place.kind === "missing" ? 404 : 200, "html", renderPage(model).markup);
}

async function serve(request: IncomingMessage, response: ServerResponse, source: PageSource) {
  const intruder = findIntruder(request.headers);
  if (intruder !== null) return answerJson(response, 403, { problem: intruder });
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (request.method === "POST" && path === "/act") return takeAct(request, response, source);
  if (request.method === "GET") return get(path, request, response, source);
  response.setHeader("allow", path === "/act" ? "POST" : "GET");
  answerJson(response, 405, { problem: `There is no ${request.method} here.` });
}

/** The page's HTTP server, not yet listening. */
export function createPageServer(source: PageSource): Server {
  return createServer((request, response) => {
    serve(request, response, source).catch((error: unknown) => {
      source.onError(error);
      if (response.headersSent) response.end();
      else
        answerJson(response, 500, {
          problem: "The sandbox made a mistake. Its console says more.",
        });
    });
  });
}
