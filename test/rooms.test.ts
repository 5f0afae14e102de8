import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

interface Room {
  /** Rooms that it may import. */
  readonly rooms: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages and parts of Node that it may import; "any" where the room is the edge. */
  readonly packages: readonly string[] | "any";
}

/** Which room may import what: the arrows of the architecture (docs/architecture.md). */
const ROOMS: Readonly<Record<string, Room>> = {
  incident: { rooms: [], packages: ["markdown-it", "temporal-polyfill"] },
  effects: { rooms: ["incident"], packages: [] },
  commands: { rooms: ["incident", "effects"], packages: [] },
  reminders: { rooms: ["incident", "effects"], packages: [] },
  report: { rooms: ["incident", "effects"], packages: [] },
  decide: { rooms: ["incident", "effects", "commands", "reminders", "report"], packages: [] },
  config: { rooms: ["incident"], packages: ["zod", "js-yaml", "node:crypto", "node:util"] },
  messages: {
    rooms: ["incident", "report"],
    types: ["effects"],
    packages: ["handlebars", "markdown-it", "sanitize-html", "node:fs"],
  },
  "integrations/github": {
    rooms: ["incident", "effects", "messages", "config"],
    types: ["report"],
    packages: ["probot", "zod", "p-queue", "lru-cache", "node:crypto"],
  },
  "integrations/slack": { rooms: ["incident", "effects"], packages: ["@slack/web-api"] },
  "integrations/freshdesk": {
    rooms: ["incident", "effects"],
    packages: ["ky", "zod", "node:crypto"],
  },
  "integrations/holidays": { rooms: ["incident"], packages: ["date-holidays", "lru-cache"] },
  queue: { rooms: ["incident"], packages: [] },
  reconcile: {
    rooms: [
      "incident",
      "effects",
      "commands",
      "decide",
      "report",
      "config",
      "messages",
      "integrations/github",
      "integrations/holidays",
    ],
    types: ["queue"],
    packages: ["lru-cache"],
  },
  webhooks: {
    rooms: ["incident"],
    types: ["queue"],
    packages: ["probot", "zod", "node:crypto", "node:http", "node:net"],
  },
  doctor: { rooms: [], packages: ["js-yaml"] },
  site: { rooms: ["incident", "report", "decide"], packages: ["markdown-it"] },
  setup: { rooms: [], types: ["config"], packages: ["js-yaml"] },
  sandbox: { rooms: [], packages: "any" },
};

const WIRING = [
  "connections.ts",
  "doctor.ts",
  "index.ts",
  "main.ts",
  "ready.ts",
  "setup.ts",
  "site.ts",
];
const PURE = ["incident", "effects", "commands", "reminders", "report", "decide", "site"];

const root = fileURLToPath(new URL("../src/", import.meta.url));

interface Source {
  readonly file: string;
  readonly room: string;
  readonly text: string;
}

/** `commands`, `integrations/github`, or the file's own name for the wiring. */
function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return first === "integrations" ? `${first}/${second}` : first;
}

const SOURCES: readonly Source[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({
    file,
    room: roomOf(file),
    text: readFileSync(join(root, file), "utf8"),
  }));

interface Import {
  readonly name: string;
  readonly isType: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

const importsOf = ({ text }: Pick<Source, "text">): readonly Import[] => [
  ...[...text.matchAll(STATEMENT)].map(([, type, name = ""]) => ({
    name,
    isType: type !== undefined,
  })),
  ...[...text.matchAll(DYNAMIC)].map(([, name = ""]) => ({ name, isType: false })),
];

/** Why these imports are against the table; empty where they are not. */
function trespasses({ file, room, text }: Source): readonly string[] {
  const allowed = ROOMS[room];
  if (allowed === undefined) return [`${file}: the room ${room} is not in the table`];
  return importsOf({ text }).flatMap(({ name, isType }) => {
    if (!name.startsWith(".")) {
      const { packages } = allowed;
      return packages === "any" || packages.includes(name) ? [] : [`${file} -> ${name}`];
    }
    const target = roomOf(relative(root, join(root, dirname(file), name)));
    const rooms = [room, ...allowed.rooms, ...(isType ? (allowed.types ?? []) : [])];
    return rooms.includes(target) ? [] : [`${file} -> ${target}`];
  });
}

describe("the rooms of src/", () => {
  it("are all in the table", () => {
    const rooms = new Set(SOURCES.map(({ room }) => room));
    expect([...rooms].filter((room) => !(room in ROOMS) && !WIRING.includes(room))).toEqual([]);
  });

  it("import only what the table lets them", () => {
    const found = SOURCES.filter(({ room }) => !WIRING.includes(room)).flatMap(trespasses);
    expect(found).toEqual([]);
  });

  it("have no arrows that go round", () => {
    const reaches = (from: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(from)) return [[...seen, from].join(" -> ")];
      const { rooms, types = [] } = ROOMS[from]!;
      return [...rooms, ...types].flatMap((to) => reaches(to, [...seen, from]));
    };
    expect(Object.keys(ROOMS).flatMap((room) => reaches(room, []))).toEqual([]);
  });

  it("ask for the time in no pure room (the linter sees to the other ways)", () => {
    const pure = SOURCES.filter(({ room }) => PURE.includes(room));
    const asking = pure.filter(({ text }) => /\bDate\(\s*\)|\bnew Date\b(?!\()/.test(text));
    expect(asking.map(({ file }) => file)).toEqual([]);
  });

  it("say in a README of at most 30 lines what they are for", () => {
    const silent = Object.keys(ROOMS).filter((room) => {
      const readme = join(root, room, "README.md");
      if (!existsSync(join(root, room))) return false;
      return !existsSync(readme) || readFileSync(readme, "utf8").trimEnd().split("\n").length > 30;
    });
    expect(silent).toEqual([]);
  });
});

describe("the check of the rooms", () => {
  it.each([
    ['import { readPolicy } from "../config/index.ts";', "decide/x.ts -> config"],
    ['import type { Policy } from "../config/index.ts";', "decide/x.ts -> config"],
    ['import {\n  a,\n  b,\n} from "../integrations/github/index.ts";', "-> integrations/github"],
    ['export * from "../../test/x.ts";', "decide/x.ts -> .."],
    ['import "probot";', "decide/x.ts -> probot"],
    ['const fs = await import("node:fs");', "decide/x.ts -> node:fs"],
  ])("sees %j", (text, expected) => {
    const [found = ""] = trespasses({ file: "decide/x.ts", room: "decide", text });
    expect(found).toContain(expected);
  });

  it("tells types from values", () => {
    const source = { file: "webhooks/x.ts", room: "webhooks" };
    const type = 'import type { Queue } from "../queue/index.ts";';
    expect(trespasses({ ...source, text: type })).toEqual([]);
    expect(trespasses({ ...source, text: type.replace("type ", "") })).toHaveLength(1);
  });
});
