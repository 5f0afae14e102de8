import type { Downtime } from "../../breaking/downtime.ts";
import { SYSTEM_NAMES } from "../../breaking/systems.ts";
import type { System } from "../../breaking/systems.ts";
import { html, json } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";

/** `14:05:09` */
const clockTime = (at: number): string => new Date(at).toISOString().slice(11, 19);

function tellTries({ refused, lastRefusedAt }: Downtime): string {
  if (lastRefusedAt === null) return "Sitrep has not called it.";
  const often = refused === 1 ? "once" : `${refused} times`;
  return `Sitrep called in vain ${often}, last at ${clockTime(lastRefusedAt)}.`;
}

function state(name: string, downtime: Downtime): Html {
  const { from, until } = downtime;
  if (until === null)
    return html`<p class="outage is-down" role="status">
      ${name} is down since ${clockTime(from)} UTC. ${tellTries(downtime)} Incidents go on, and
      their status comment says what waits.
    </p>`;
  return html`<p class="outage quiet" role="status">
    ${name} was down from ${clockTime(from)} to ${clockTime(until)} UTC. ${tellTries(downtime)}
  </p>`;
}

/** The button that takes an outside system down or brings it back, and what Sitrep tried while it was down. */
export function renderOutage(system: System, { downtimes }: PageModel): Html {
  const name = SYSTEM_NAMES[system];
  const downtime = downtimes[system];
  const isDown = downtime !== null && downtime.until === null;
  return html`<button
      type="button"
      id="${system}-switch"
      class="button button-small outage-switch"
      data-act="${json({ kind: "outage", of: system, isDown: !isDown })}"
    >
      ${isDown ? `Bring ${name} back` : `Take ${name} down`}
    </button>
    ${downtime === null ? null : state(name, downtime)}`;
}
