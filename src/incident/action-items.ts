/** An improvement that came of an incident: an issue of its own (docs/process.md, Terms). */
export interface ActionItem {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly isOpen: boolean;
  /** Logins. */
  readonly assignees: readonly string[];
}
