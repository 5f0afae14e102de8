// Keeps the page as it is on the server: on every change it fetches the page anew and takes over what differs.
import { morph } from "./morph.js";
import { announceNew, complain } from "./tell.js";

/** Clocks and 'minutes ago' move without any event. Milliseconds. */
const TICK = 30_000;

let isFetching = false;
let isWanted = false;
let wasLost = false;

function takeSheet(page) {
  const sheet = document.getElementById("label-sheet");
  const wanted = page.getElementById("label-sheet").getAttribute("href");
  if (sheet.getAttribute("href") !== wanted) sheet.setAttribute("href", wanted);
}

/** Where the comment box stands in the window; null when it is not in view. */
function composerTop() {
  const top = document.getElementById("composer")?.getBoundingClientRect().top;
  return top === undefined || top > innerHeight || top < 0 ? null : top;
}

/** A comment box in view stays where it is, so that answers appear above it. */
function keepComposerAt(top) {
  const now = document.getElementById("composer")?.getBoundingClientRect().top;
  if (top !== null && now !== undefined) scrollBy({ top: now - top, behavior: "instant" });
}

function takeOver(page) {
  announceNew(document, page);
  const top = composerTop();
  takeSheet(page);
  document.title = page.title;
  document.documentElement.dataset.theme = page.documentElement.dataset.theme;
  document.body.dataset.me = page.body.dataset.me;
  morph(document.body, page.body);
  keepComposerAt(top);
}

async function fetchPage() {
  const { me } = document.body.dataset;
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
  const text = await answer.text();
  // Drawn for somebody as whom the player does not act any more: the page for the other one is wanted already.
  if (document.body.dataset.me !== me) return;
  takeOver(new DOMParser().parseFromString(text, "text/html"));
}

/** Fetches the page anew. Calls while one is under way are answered by one more. */
export async function refresh() {
  isWanted = true;
  if (isFetching) return;
  isFetching = true;
  try {
    while (isWanted) {
      isWanted = false;
      await fetchPage();
    }
  } catch {
    isWanted = false;
  } finally {
    isFetching = false;
  }
}

/** Follows the server's events from now on. */
export function keepFresh() {
  const events = new EventSource("/events");
  events.addEventListener("change", () => void refresh());
  events.addEventListener("open", () => {
    wasLost = false;
    document.body.classList.remove("lost");
  });
  events.addEventListener("error", () => {
    document.body.classList.add("lost");
    if (!wasLost)
      complain(
        "The sandbox has stopped. Start it again with npm start; this page comes back by itself.",
      );
    wasLost = true;
  });
  setInterval(() => document.visibilityState === "visible" && void refresh(), TICK);
  addEventListener("pagehide", () => events.close());
}
