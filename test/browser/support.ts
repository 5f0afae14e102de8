import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Locator } from "playwright-core";

/** Where the pictures of the tests go. */
export const PICTURES = process.env["PICTURES"] ?? join(tmpdir(), "sitrep-pictures");

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

/** A picture of a piece of the page. */
export async function takePicture(piece: Locator, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await piece.screenshot({ path: join(PICTURES, `${name}.png`) });
}
