import type { NewProject, ProjectItemView } from "../../src/sandbox/github/index.ts";
import { REPO, type Scene, type SceneOptions } from "./scene.ts";

/** The project of the organisation of every scene, as the policies name it. */
export const BACKLOG = "acme/1";

/** Its fields: one of each kind that can be set. The sprints begin on Monday, 2 March 2026, four days before the scenes. */
export const PROJECT: NewProject = {
  owner: "acme",
  title: "Team backlog",
  fields: [
    {
      name: "Status",
      kind: "single_select",
      options: ["Todo", "In progress", "Needs help", "In review", "Done"],
    },
    { name: "Kind", kind: "single_select", options: ["Feature", "Incident"] },
    {
      name: "Sprint",
      kind: "iteration",
      start: "2026-03-02",
      days: 14,
      titles: ["Sprint 9", "Sprint 10"],
    },
    { name: "Points", kind: "number" },
    { name: "Resolved on", kind: "date" },
    { name: "Note", kind: "text" },
  ],
};

/** A policy whose incidents follow their phases in the project. */
export const POLICY = `project:
  url: https://github.test/orgs/acme/projects/1
  onAdd: { Kind: incident, Sprint: current, Points: 2.5, Note: "an incident & its <b>item</b>" }
  onEscalate: { Status: Needs help }
  phases:
    investigating: { Status: In progress }
    mitigated: { Status: In review }
    resolved: { Status: Done, Resolved on: today }
`;

/** That policy, naming the project by its owner and number, since the server's address is another in each scene. */
export const OWN_POLICY = POLICY.replace(/url: .*/, "owner: acme\n  number: 1");

/** A scene with the project and this policy. */
export async function withBacklog(
  createScene: (options?: SceneOptions) => Promise<Scene>,
  policy = OWN_POLICY,
  options: SceneOptions = {},
): Promise<{ readonly scene: Scene; readonly number: number }> {
  const scene = await createScene({
    ...options,
    files: { ".github/sitrep.yml": policy },
    running: false,
  });
  scene.github.world.projects.add(PROJECT);
  await scene.start();
  return { scene, number: await scene.incident() };
}

/** The items of the project. */
export const items = ({ github }: Scene): readonly ProjectItemView[] =>
  github.world.projects.view(BACKLOG).items;

/** The value in a field of the item; null: none, or there is no item. */
export const valueOf = (scene: Scene, number: number, field: string): string | number | null =>
  items(scene).find((item) => item.repository === REPO && item.number === number)?.fields[field] ??
  null;
