import type { AppAccess } from "./create-probot.ts";

const REMEMBER_MS = 2000;

/** Asks GitHub whether it takes the App's credentials now, at most once in two seconds. Never rejects. */
export function createReach(
  access: Pick<AppAccess, "readLogin">,
  now: () => number,
): () => Promise<boolean> {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  return () => {
    if (asked === null || now() - asked.at >= REMEMBER_MS) {
      const answer = access.readLogin().then(
        () => true,
        () => false,
      );
      asked = { at: now(), answer };
    }
    return asked.answer;
  };
}
