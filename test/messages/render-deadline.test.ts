import { expect, test } from "@jest/globals";
import type { AgendaItem } from "../../src/incident/agenda.ts";
import { PRESETS } from "../../src/config/presets.ts";
import { renderDeadline } from "../../src/messages/render-deadline.ts";

const at = (text: string): number => Date.parse(`${text}:00Z`);
const POLICY = PRESETS["2i2c-2022"];

test("what is to come is told in the words of /why", () => {
  const item: AgendaItem = {
    reminder: "escalate",
    subject: "1",
    step: 0,
    names: [],
    deadline: {
      at: at("2026-03-06T14:30"),
      from: at("2026-03-06T14:00"),
      anchor: "declared",
      duration: { clock: "wall", ms: 30 * 60_000 },
      before: null,
      skipped: [],
    },
    snoozedUntil: null,
    dueAt: at("2026-03-06T14:30"),
    moves: "",
    restless: false,
  };
  expect(renderDeadline(item, POLICY, { server: "https://github.com" })).toEqual({
    title: "call for help",
    why: "Fri 14:30 UTC = 30 minutes after Fri 14:00 UTC, when it was declared",
  });
});
