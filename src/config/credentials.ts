import { readPrivateKey } from "./private-key.ts";
import type { Reading } from "./reading.ts";
import type { SettingName } from "./settings-table.ts";

/** The text of a setting, without blanks around it; null when it is not set or empty. */
export type Given = (name: SettingName) => string | null;

/** What the App proves itself with; set all, or none for the sandbox. */
export const CREDENTIALS = [
  "APP_ID",
  "PRIVATE_KEY",
  "PRIVATE_KEY_PATH",
  "WEBHOOK_SECRET",
] as const satisfies readonly SettingName[];

const settingsPage =
  "the App's settings page on GitHub (Settings, Developer settings, GitHub Apps, Edit)";
const orSandbox = "To start the sandbox instead, unset APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.";

/** The App's number. */
export function readAppId(given: Given): Reading<number> {
  const text = given("APP_ID");
  if (text === null) {
    return {
      problem: `APP_ID is missing. It is the number called App ID on ${settingsPage}. ${orSandbox}`,
    };
  }
  if (/^[1-9]\d{0,14}$/.test(text)) return { value: Number(text) };
  const hint = /^Iv/i.test(text)
    ? " What is set looks like the Client ID, which stands below it."
    : "";
  return {
    problem: `APP_ID must be a positive whole number: the one called App ID on ${settingsPage}.${hint}`,
  };
}

/** The PEM text of the App's key, from PRIVATE_KEY or the file that PRIVATE_KEY_PATH names. */
export function readKey(given: Given, readFile: (path: string) => string): Reading<string> {
  const text = given("PRIVATE_KEY");
  const path = given("PRIVATE_KEY_PATH");
  if (text !== null) return readPrivateKey("PRIVATE_KEY", text);
  if (path === null) {
    return {
      problem: `PRIVATE_KEY is missing. Generate one on ${settingsPage}, under Private keys, and set PRIVATE_KEY to its text or PRIVATE_KEY_PATH to its file. ${orSandbox}`,
    };
  }
  if (path.includes("-----")) {
    return {
      problem:
        "PRIVATE_KEY_PATH holds the key itself, but must name a file. Set PRIVATE_KEY to it.",
    };
  }
  try {
    return readPrivateKey("The file that PRIVATE_KEY_PATH names", readFile(path));
  } catch (error) {
    return { problem: `The file that PRIVATE_KEY_PATH names ${whyUnread(error)}` };
  }
}

/** What GitHub signs deliveries with. */
export function readSecret(given: Given): Reading<string> {
  const value = given("WEBHOOK_SECRET");
  if (value !== null) return { value };
  return {
    problem: `WEBHOOK_SECRET is missing. It is what stands under Webhook secret on ${settingsPage}; if nothing stands there, set one there and here. ${orSandbox}`,
  };
}

function whyUnread(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT")
    return "does not exist. Check the path; it is seen from where Sitrep runs.";
  if (code === "EACCES")
    return "may not be read by the user that Sitrep runs as. Check its rights.";
  if (code === "EISDIR") return "is a folder. Name the .pem file in it.";
  return "cannot be read. Check the path and the file's rights.";
}
