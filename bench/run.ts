import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { betweenMarkers } from "../scripts/docs/between-markers.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { commandCost } from "./command-cost.ts";
import { lookCost } from "./look-cost.ts";
import { decisionCost, queueThroughput, textCost } from "./pure-cost.ts";
import { siteCost } from "./site-cost.ts";
import { idleDeliveries, roundTrips } from "./round-trips.ts";

// `npm run bench` measures all and writes docs/performance.md; `npm run bench look` prints what has `look` in its title.
const PARTS = [
  ["Requests per command", commandCost],
  ["From the delivery to its effect", roundTrips],
  ["Deliveries that need nothing", idleDeliveries],
  ["Acknowledgement", acknowledgement],
  ["A look in a long thread", lookCost],
  ["Texts of full length", textCost],
  ["One decision", decisionCost],
  ["Queue", queueThroughput],
  ["A site", siteCost],
] as const;

const wanted = process.argv[2]?.toLowerCase() ?? null;
const sections: string[] = [];
for (const [title, measure] of PARTS) {
  if (wanted !== null && !title.toLowerCase().includes(wanted)) continue;
  const section = `## ${title}\n\n${await measure()}`;
  console.log(`${section}\n`);
  sections.push(section);
}

const page = new URL("../docs/performance.md", import.meta.url);
if (wanted === null && existsSync(page)) {
  const machine = `Measured with \`npm run bench\` on ${availableParallelism()} cores, Node ${process.versions.node.split(".")[0]}, against the embedded GitHub on the same machine.`;
  const text = betweenMarkers(
    readFileSync(page, "utf8"),
    "bench",
    [machine, ...sections].join("\n\n"),
  );
  writeFileSync(page, text);
}
