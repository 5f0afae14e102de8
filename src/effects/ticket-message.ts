import type { Instant } from "../incident/instant.ts";

/**
 * What is said in a ticket: plain data. `words` is what a person wrote, in Markdown; null: nothing. `nextUpdate`: when the community
 * hears again at the latest; null: nobody said.
 */
export type TicketMessage =
  | {
      readonly name: "first-response";
      readonly data: { readonly words: string | null; readonly nextUpdate: Instant | null };
    }
  | {
      readonly name: "update";
      readonly data: { readonly words: string; readonly nextUpdate: Instant | null };
    }
  | { readonly name: "resolved"; readonly data: { readonly words: string | null } }
  /** For agents only: where the work goes on. `issue` is its name, such as `owner/repo#12`. */
  | { readonly name: "note"; readonly data: { readonly issue: string; readonly url: string } }
  /** Where the Incident Report stands, for the community, which can open it. */
  | { readonly name: "published"; readonly data: { readonly report: string } }
  /** The same, for agents only. `isOpen`: the community can open it; the team sends it on if it wants to. */
  | {
      readonly name: "published-note";
      readonly data: { readonly report: string; readonly isOpen: boolean };
    };

/** The name of a {@link TicketMessage}. */
export type TicketMessageName = TicketMessage["name"];
