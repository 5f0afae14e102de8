/** A delivery whose signature was right. */
export interface Delivery {
  /** GitHub's id of it; a redelivery has the same one. */
  readonly id: string;
  /** The event's name, such as `issue_comment`. */
  readonly name: string;
  readonly payload: object;
}

/** Who knows the secret and takes deliveries. */
export interface Receiver {
  /** Whether `signature` (`sha256=...`) is the secret's for exactly this body; compared in constant time. */
  readonly verify: (body: string, signature: string) => Promise<boolean>;
  /** Takes a delivery after it was acknowledged. Called again with the same one, it does no harm. */
  readonly receive: (delivery: Delivery) => Promise<void>;
}
