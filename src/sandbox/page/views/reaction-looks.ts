import type { ReactionContent } from "../../github/index.ts";

/** How a reaction is drawn and called, and what it does besides, where the app makes something of it. */
export interface ReactionLook {
  readonly sign: string;
  readonly name: string;
  readonly does?: string;
}

/** How each reaction is drawn and called. */
export const REACTION_LOOKS: Readonly<Record<ReactionContent, ReactionLook>> = {
  "+1": { sign: "👍", name: "Thumbs up" },
  "-1": { sign: "👎", name: "Thumbs down" },
  laugh: { sign: "😄", name: "Laugh" },
  hooray: { sign: "🎉", name: "Hooray" },
  confused: { sign: "😕", name: "Confused" },
  heart: { sign: "❤️", name: "Heart" },
  rocket: { sign: "🚀", name: "Rocket", does: "puts this into the timeline of the report" },
  eyes: { sign: "👀", name: "Eyes" },
};
