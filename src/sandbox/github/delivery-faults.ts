/** What happens to one delivery. `reorder` keeps it until all deliveries of its group are there. */
export type DeliveryFault =
  | { readonly kind: "drop" }
  | { readonly kind: "double" }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "reorder"; readonly group: ReorderedGroup };

/** Deliveries that are sent in reverse order, once there are so many. */
export interface ReorderedGroup {
  readonly size: number;
}

/** Faults of deliveries that tests order in advance. Each delivery takes the one that was ordered first. */
export interface DeliveryFaults {
  /** The next deliveries are lost: logged, never sent. */
  dropNextDelivery(count?: number): void;
  /** The next deliveries are sent twice, with the same id. */
  doubleNextDelivery(count?: number): void;
  /**
   * The next deliveries are kept back for so many ms by the embedded GitHub's clock. Then, whoever winds the clock has them sent
   * by `deliverDue`.
   */
  delayNextDelivery(ms: number, count?: number): void;
  /**
   * The next deliveries are kept back until the last of them is there, and then sent in reverse order, each after the app has
   * answered the one before.
   */
  reorderNextDeliveries(count: number): void;
}

/** The ordered faults, and what the sender takes from them. */
export interface DeliveryFaultState extends DeliveryFaults {
  takeDeliveryFault(): DeliveryFault | null;
  resetDeliveries(): void;
}

/** No faults yet. */
export function createDeliveryFaults(): DeliveryFaultState {
  let ordered: DeliveryFault[] = [];
  const order = (fault: DeliveryFault, count: number): void =>
    void ordered.push(...Array<DeliveryFault>(count).fill(fault));
  return {
    dropNextDelivery: (count = 1) => order({ kind: "drop" }, count),
    doubleNextDelivery: (count = 1) => order({ kind: "double" }, count),
    delayNextDelivery: (ms, count = 1) => order({ kind: "delay", ms }, count),
    reorderNextDeliveries: (count) => order({ kind: "reorder", group: { size: count } }, count),
    takeDeliveryFault: () => ordered.shift() ?? null,
    resetDeliveries: () => {
      ordered = [];
    },
  };
}
