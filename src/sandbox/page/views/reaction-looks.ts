import type { ReactionContent } from "../../github/index.ts";

/** How each reaction is drawn and called. */
export const REACTION_LOOKS = {
  "+1": { sign: "👍", name: "Thumbs up" },
  "-1": { sign: "👎", name: "Thumbs down" },
  laugh: { sign: "😄", name: "Laugh" },
  hooray: { sign: "🎉", name: "Hooray" },
  confused: { sign: "😕", name: "Confused" },
  heart: { sign: "❤️", name: "Heart" },
  rocket: { sign: "🚀", name: "Rocket" },
  eyes: { sign: "👀", name: "Eyes" },
} as const satisfies Readonly<Record<ReactionContent, { sign: string; name: string }>>;
