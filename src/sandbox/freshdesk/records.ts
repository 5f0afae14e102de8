/** A reply, a note or an answer in a ticket. */
export interface DeskMessage {
  readonly id: number;
  /** From outside: an answer of the person who asked. */
  readonly incoming: boolean;
  /** A note that only agents see. */
  readonly private: boolean;
  /** The name that people see; only the page shows it. */
  readonly by: string;
  /** HTML as it was kept. */
  readonly body: string;
  /** UTC, ms. */
  readonly createdAt: number;
}

/** A ticket of the support desk. */
export interface DeskTicket {
  readonly id: number;
  readonly subject: string;
  /** What was asked for, as HTML that was kept. */
  readonly description: string;
  /** UTC, ms. */
  readonly createdAt: number;
  readonly requester: { readonly name: string; readonly email: string };
  /** Number of the company to which the requester belongs. */
  readonly companyId: number;
  /** Freshdesk's numbers: 2 open, 3 pending, 4 resolved, 5 closed. */
  readonly status: number;
  readonly isSpam: boolean;
  readonly isDeleted: boolean;
  /** The ticket in which it goes on; null: it was not merged. */
  readonly mergedInto: number | null;
  /** Oldest first. */
  readonly messages: readonly DeskMessage[];
}

/** Freshdesk's numbers of the statuses. */
export const DESK_STATUS = { open: 2, pending: 3, resolved: 4, closed: 5 } as const;
