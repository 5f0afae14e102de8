import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const USUAL = "/usr/bin/chromium";

/** Quiet, and without calls of its own to anywhere. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function findChromium(): string {
  const path = process.env["CHROMIUM_PATH"] || USUAL;
  if (existsSync(path)) return path;
  throw new Error(
    `There is no Chromium at ${path}. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to where it is.`,
  );
}

/** A headless Chromium: the one at CHROMIUM_PATH, else /usr/bin/chromium. Throws, saying what to do, when there is none. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
}
