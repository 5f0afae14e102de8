import { readCommandLines } from "../commands/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { declares } from "./comment.ts";
import { isDeclaring } from "./thread-event.ts";

/** Every instant at which the issue may have been declared an incident; none where its record says when it was. */
export function declaredAt({
  snapshot,
  policy,
}: {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
}): readonly Instant[] {
  if (snapshot.record !== null) return [];
  const told = snapshot.events.filter((event) =>
    event.kind === "labeled"
      ? isDeclaring(event.label, { policy })
      : event.kind === "comment" && declares(readCommandLines(event.text)),
  );
  return [...new Set([snapshot.createdAt, ...told.map(({ at }) => at)])];
}
