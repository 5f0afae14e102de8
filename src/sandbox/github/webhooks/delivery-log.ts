/** One delivery to the app, by its id in `X-GitHub-Delivery`. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  /** The repository's `owner/name`, and the issue's number, where there are such. */
  readonly repository: string | null;
  readonly issue: number | null;
  /** The login of who caused it. */
  readonly sender: string | null;
  readonly installationId: number | null;
  readonly at: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The status of the app's last answer; null while there is none. */
  readonly status: number | null;
  /** Why there is no answer: dropped or kept back by a fault, nowhere to send it to, timed out, refused. */
  readonly problem: string | null;
  /** How often it was sent. GitHub itself sends once. */
  readonly attempts: number;
}

/** The deliveries, oldest first. */
export interface DeliveryLog {
  readonly all: readonly Delivery[];
  /** Sends a delivery once more, with the same id and body, as GitHub's button does. */
  redeliver(id: string): void;
  /** Forgets those that are answered. */
  clear(): void;
}
