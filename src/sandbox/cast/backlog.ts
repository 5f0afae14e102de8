import type { NewProject, World } from "../github/index.ts";

/** The fields by which the page shows the board. */
export const STATUS = "Status";

const DAY_MS = 24 * 60 * 60_000;

/** Two weeks from a Monday before `at` (ms) on, as people name them. */
const sprintsAt = (at: number): NewProject["fields"][number] => {
  const today = Math.floor(at / DAY_MS);
  // 1970-01-05 was a Monday.
  const monday = today - ((today - 4) % 7);
  const start = new Date(monday * DAY_MS).toISOString().slice(0, 10);
  const titles = ["This sprint", "Next sprint", "The one after"];
  return { name: "Sprint", kind: "iteration", start, days: 14, titles };
};

/** Makes the team's project, with some of its everyday issues in it. Returns its name. */
export function seedBacklog(
  { projects }: Pick<World, "projects">,
  repository: string,
  issues: readonly { readonly number: number; readonly status: string }[],
  at: number,
): string {
  const [owner = ""] = repository.split("/");
  const number = projects.add({
    owner,
    title: "Team backlog",
    fields: [
      {
        name: STATUS,
        kind: "single_select",
        options: ["Todo", "In progress", "Needs help", "Done"],
      },
      { name: "Kind", kind: "single_select", options: ["Chore", "Incident"] },
      sprintsAt(at),
      { name: "Resolved on", kind: "date" },
    ],
  });
  const name = `${owner}/${number}`;
  for (const issue of issues) {
    projects.addIssue(name, repository, issue.number);
    projects.set(name, repository, issue.number, STATUS, issue.status);
    projects.set(name, repository, issue.number, "Kind", "Chore");
  }
  return name;
}
