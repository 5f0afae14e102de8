import type { DeskWorld } from "../freshdesk/index.ts";

/** The tickets of the support desk: that of the outage, and one that no issue names yet. */
export const TICKETS = {
  outage: {
    id: 2417,
    subject: "Nobody can start a server before our workshop",
    requester: { name: "Cleo Marchetti", email: "cleo@coastal-lab.example" },
    description:
      "<p>Good morning, my students cannot start their servers: it says <em>Your server is starting up</em> for ten minutes, then it gives up. The workshop has 140 people. Can you help?</p>",
    answer:
      "<p>Dear Cleo, thank you for telling us. We see it too and are on it. Whoever has an open server, please keep it open.</p>",
  },
  other: {
    id: 2431,
    subject: "Blank page after logging in to Delta",
    requester: { name: "Noor Haddad", email: "noor@delta.example" },
    description:
      "<p>Hello, since an hour ago I see a blank page after I log in. My colleagues see it too.</p>",
  },
} as const;

/** Who answers for the team where no machine does. */
const AGENT = "Sam Okoye";
const MINUTE = 60_000;

/** Opens the tickets; `goBack` makes the desk's clock stand so many milliseconds before now. */
export function seedDesk(desk: DeskWorld, goBack: (ms: number) => void): void {
  const { outage, other } = TICKETS;
  goBack(16 * MINUTE);
  desk.openTicket(outage);
  goBack(9 * MINUTE);
  desk.replyAsAgent(outage.id, outage.answer, AGENT);
  goBack(4 * MINUTE);
  desk.openTicket(other);
  goBack(0);
}
