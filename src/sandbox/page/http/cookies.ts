import { FIRST_PLAYER, findMember } from "../../cast/cast.ts";
import type { CastMember } from "../../cast/cast.ts";
import type { Theme } from "../page-model.ts";

/** What the browser remembers for the page: who acts, and the colours. Both are only about how the page looks. */
export interface Choices {
  readonly me: CastMember;
  readonly theme: Theme;
}

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

function find(header: string, name: string): string {
  const found = header.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}

/** Reads the page's cookies; whatever is missing or unknown is as at the first visit. */
export function readChoices(header = ""): Choices {
  const me = findMember(find(header, "sandbox-as")) ?? findMember(FIRST_PLAYER);
  if (me === undefined) throw new Error("The cast has nobody to begin with.");
  const theme = THEMES.find((each) => each === find(header, "sandbox-theme")) ?? "auto";
  return { me, theme };
}
