/** How Sitrep is, as the page tells it. */
export type AppState =
  | { readonly kind: "starting" }
  | { readonly kind: "running" }
  /** It ended by itself (`why`, in words) and is started again soon; `lastWords` are the ends of its log. */
  | {
      readonly kind: "restarting";
      readonly why: string;
      readonly lastWords: readonly string[];
    }
  | { readonly kind: "stopped" };
