import type { IncomingMessage } from "node:http";

export interface BodyLimits {
  /** Bytes of one body. Default 26,214,400: what GitHub says it sends at most (25 MB). */
  readonly bodyBytes?: number;
  /** Bytes of all bodies that are held at once. Default 104,857,600 (100 MB). */
  readonly totalBytes?: number;
  /** Bodies that are read at once. Default 100. */
  readonly bodies?: number;
}

/** A body that was read; `release` it when its bytes are no longer held. */
export interface Body {
  readonly bytes: Buffer;
  readonly release: () => void;
}

/** Why there is no body: more than one may have, more than all may have, or the sender went away. */
export type NoBody = "tooLarge" | "busy" | "gone";

/** Reads bodies, and never holds more than the limits, whatever the senders announce or send. */
export class BodyReader {
  readonly bodyBytes: number;
  readonly #totalBytes: number;
  readonly #bodies: number;
  #heldBytes = 0;
  #held = 0;

  constructor({ bodyBytes = 26_214_400, totalBytes = 104_857_600, bodies = 100 }: BodyLimits = {}) {
    this.bodyBytes = bodyBytes;
    this.#totalBytes = totalBytes;
    this.#bodies = bodies;
  }

  /** Bytes held now, over all bodies. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  async read(request: IncomingMessage): Promise<Body | NoBody> {
    if (this.#held >= this.#bodies) return "busy";
    this.#held++;
    const chunks: Buffer[] = [];
    let size = 0;
    const release = (): void => {
      this.#held--;
      this.#heldBytes -= size;
    };
    const take = (chunk: Buffer): NoBody | null => {
      if (size + chunk.length > this.bodyBytes) return "tooLarge";
      if (this.#heldBytes + chunk.length > this.#totalBytes) return "busy";
      size += chunk.length;
      this.#heldBytes += chunk.length;
      chunks.push(chunk);
      return null;
    };
    const outcome = await readInto(request, take);
    if (outcome === null) return { bytes: Buffer.concat(chunks), release };
    release();
    return outcome;
  }
}

/** Hands on each chunk until the end (null) or the first refusal; then it listens no more. */
function readInto(
  request: IncomingMessage,
  take: (chunk: Buffer) => NoBody | null,
): Promise<NoBody | null> {
  return new Promise((resolve) => {
    const stop = (outcome: NoBody | null): void => {
      request.off("data", onData).off("end", onEnd).off("close", onClose).pause();
      resolve(outcome);
    };
    const onData = (chunk: Buffer): void => {
      const refusal = take(chunk);
      if (refusal !== null) stop(refusal);
    };
    const onEnd = (): void => stop(null);
    const onClose = (): void => stop("gone");
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}
