/** One thing that must be so for Sitrep to work, or to do all of it. */
export interface ReadyCheck {
  readonly isOk: boolean;
  /** Whether Sitrep can do without: then it is ready all the same. Default true. */
  readonly isVital?: boolean;
  /** In plain words, for whoever is called at night. No secret, no error's text. */
  readonly says: string;
}

/** Whether Sitrep can do its work now, by named checks; it can when all that are vital are ok. */
export interface ReadyReport {
  readonly checks: Readonly<Record<string, ReadyCheck>>;
}

/** What `/readyz` answers for a report, as it stands on the wire. */
export function toReadyAnswer({ checks }: ReadyReport): { status: number; body: string } {
  const ready = Object.values(checks).every(({ isOk, isVital = true }) => isOk || !isVital);
  const shown = Object.entries(checks).map(([name, { isOk, says }]) => [name, { ok: isOk, says }]);
  const body = JSON.stringify({ ready, checks: Object.fromEntries(shown) });
  return { status: ready ? 200 : 503, body };
}

/** Asks at most once at a time: whoever asks while an answer is being found gets the same. */
export function shareOne<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= ask().finally(() => {
      running = null;
    });
    return running;
  };
}
