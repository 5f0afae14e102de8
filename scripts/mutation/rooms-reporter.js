import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

const SEEN = ["Killed", "Timeout"];
const UNSEEN = ["Survived", "NoCoverage"];

/** Prints the figures of docs/quality.md at the end of a run, room by room, and the parts of a large one. */
class RoomsReporter {
  onMutationTestReportReady({ files }) {
    const rooms = new Map();
    for (const [file, { mutants }] of Object.entries(files)) {
      for (const room of ["all", ...roomsOf(file)]) {
        rooms.set(room, [...(rooms.get(room) ?? []), ...mutants.map(({ status }) => status)]);
      }
    }
    const rows = [...rooms].toSorted(([one], [other]) => one.localeCompare(other)).map(toRow);
    console.log(
      [
        "| room | mutants | seen | not seen | score |",
        "| --- | --: | --: | --: | --: |",
        ...rows,
      ].join("\n"),
    );
  }
}

/** `src/incident/time/zone.ts` counts for `incident` and for `incident/time`. */
function roomsOf(file) {
  const [, room, ...rest] = file.split("/");
  return room === "incident" && rest.length > 1 ? [room, `${room}/${rest[0]}`] : [room];
}

function toRow([room, statuses]) {
  const seen = statuses.filter((status) => SEEN.includes(status)).length;
  const unseen = statuses.filter((status) => UNSEEN.includes(status)).length;
  const score = ((100 * seen) / (seen + unseen)).toFixed(1);
  return `| ${room} | ${statuses.length} | ${seen} | ${unseen} | ${score} % |`;
}

/** What Stryker loads (stryker.config.js): the reporter `rooms`. */
export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "rooms", RoomsReporter)];
