import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../assets");

/** The files that the page loads. Nothing else can be asked for. */
export const ASSETS = [
  "page.css",
  "tokens.css",
  "frame.css",
  "top-bar.css",
  "controls.css",
  "menus.css",
  "marks.css",
  "notes.css",
  "list.css",
  "issue.css",
  "thread.css",
  "events.css",
  "reactions.css",
  "composer.css",
  "markdown.css",
  "side.css",
  "guide.css",
  "cast.css",
  "time.css",
  "outside.css",
  "freshdesk.css",
  "slack.css",
  "backlog.css",
  "reports.css",
  "wire.css",
  "page.js",
  "acts.js",
  "editing.js",
  "guide.js",
  "live.js",
  "menus.js",
  "morph.js",
  "player.js",
  "tell.js",
  "wire.js",
  "mark.svg",
] as const;

const NAMES: readonly string[] = ASSETS;

/** An asset's text; null when there is no such asset. Read anew each time, so that a change shows on reload. */
export function readAsset(name: string): string | null {
  return NAMES.includes(name) ? readFileSync(join(FOLDER, name), "utf8") : null;
}
