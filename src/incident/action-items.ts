/** Characters of an action item's title. */
export const ACTION_TITLE_LIMIT = 200;

/** An action item that somebody asked for and that has no issue yet. */
export interface WantedAction {
  readonly title: string;
  /** Login. */
  readonly assignee: string | null;
  readonly by: string;
}

const toName = (title: string): string =>
  title.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** Are these the titles of one action item? Nobody wants the same twice (docs/decisions/0026). */
export const isSameAction = (one: string, other: string): boolean => toName(one) === toName(other);

/** An improvement that came of an incident: an issue of its own (docs/process.md, Terms). */
export interface ActionItem {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly isOpen: boolean;
  /** Logins. */
  readonly assignees: readonly string[];
}
