import { afterEach, expect } from "@jest/globals";
import {
  createEmbeddedFreshdesk,
  type EmbeddedFreshdesk,
} from "../../src/sandbox/freshdesk/index.ts";
import { useScenes, type Scene, type SceneOptions } from "./scene.ts";

/** What a scene with a support desk has: an incident, and a ticket that its top comment names. */
export interface DeskSetting {
  readonly desk: EmbeddedFreshdesk;
  readonly scene: Scene;
  readonly number: number;
  readonly ticket: number;
  /** What the ticket, or another one, holds: `reply`, `note` or `answer`, and its words without tags. */
  readonly messages: (ticket?: number) => readonly string[];
  /** The ticket's status, by Freshdesk's number. */
  readonly status: (ticket?: number) => number;
}

export interface DeskSceneOptions extends SceneOptions {
  readonly owners?: readonly string[];
  /** The text of the policy file. */
  readonly policy?: string;
  /** Before the incident is declared. */
  readonly before?: (desk: EmbeddedFreshdesk, scene: Scene) => void;
  /** Whether the incident's top comment names the ticket. Default true. */
  readonly named?: boolean;
  readonly openedBy?: string;
}

/** Words that stand in every ticket and belong nowhere else. */
export const PRIVATE = {
  subject: "Planted subject quokka",
  requester: { name: "Planted Name Ibex", email: "planted-ibex@private.example" },
  answer: "Planted answer narwhal",
} as const;

const toText = (html: string): string =>
  html
    .replace(/<div[^]*$/, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Everything that is private in the tickets stands nowhere on GitHub. */
function expectPrivate({ github }: Scene): void {
  const written = JSON.stringify([github.world.issues("acme/hubs"), github.calls.all]);
  for (const word of ["quokka", "Ibex", "planted-ibex", "narwhal"]) {
    expect({ word, isThere: written.includes(word) }).toEqual({ word, isThere: false });
  }
}

/**
 * Gives a test file its scenes with a support desk. After each test nothing is left to do, no message stands twice in a ticket, and
 * nothing private of a ticket stands on GitHub.
 */
export function useDeskScenes(): (options?: DeskSceneOptions) => Promise<DeskSetting> {
  const settings: DeskSetting[] = [];
  // Hooks run last to first: scenes are settled before their desks go.
  afterEach(async () => {
    const opened = settings.splice(0);
    await Promise.all(opened.map(({ desk }) => desk.stop()));
  });
  const createScene = useScenes();
  afterEach(() => {
    for (const { scene, desk } of settings) {
      expectPrivate(scene);
      for (const { messages } of desk.world.tickets()) {
        const marks = messages.flatMap(({ body }) => /sitrep-[\da-f]{32}/.exec(body) ?? []);
        expect(marks).toEqual([...new Set(marks)]);
      }
    }
  });
  return async ({ owners = ["acme"], policy, before, named = true, openedBy, ...rest } = {}) => {
    const clock = { now: () => 0 };
    const desk = await createEmbeddedFreshdesk({ now: () => clock.now() });
    const { url, apiKey, world } = desk;
    const scene = await createScene({
      ...rest,
      files: policy === undefined ? {} : { ".github/sitrep.yml": policy },
      settings: { owners, freshdesk: { url, apiKey }, ...rest.settings },
    });
    clock.now = () => scene.now();
    const ticket = world.openTicket({ subject: PRIVATE.subject, requester: PRIVATE.requester });
    before?.(desk, scene);
    const body = named ? `Logins fail.\n\nSupport ticket: ${desk.addressOf(ticket)}\n` : undefined;
    const number = await scene.incident(body, openedBy);
    const setting: DeskSetting = {
      desk,
      scene,
      number,
      ticket,
      messages: (id = ticket) =>
        world.ticket(id).messages.map(({ incoming, private: isNote, body: html }) => {
          const kind = incoming ? "answer" : isNote ? "note" : "reply";
          return `${kind}: ${toText(html)}`;
        }),
      status: (id = ticket) => world.ticket(id).status,
    };
    settings.push(setting);
    return setting;
  };
}
