import type { PullRequestView } from "../../src/sandbox/github/index.ts";
import { REPO, type Scene } from "./scene.ts";

/** The report's pull request. Throws where there is none, or more than one. */
export function theReport(scene: Scene, repository = REPO): PullRequestView {
  const [report, ...others] = scene.github.world.pullRequests(repository);
  if (report === undefined || others.length > 0) throw new Error("there is no single report");
  return report;
}

/** Its file. */
export function theFile(scene: Scene, repository = REPO): { path: string; text: string } {
  const [file] = theReport(scene, repository).files;
  if (file === undefined || file.text === null) throw new Error("the report has no file");
  return { path: file.path, text: file.text };
}

/** A person changes the report's text on its branch, and everything that follows. */
export async function rewrite(
  scene: Scene,
  login: string,
  change: (text: string) => string,
): Promise<void> {
  const { path, text } = theFile(scene);
  scene.as(login).commit(REPO, theReport(scene).branch, { [path]: change(text) });
  await scene.settle();
}

/** The comments that are a report, whole. */
export const reportComments = (scene: Scene, number: number): readonly string[] =>
  scene
    .issue(number)
    .comments.flatMap(({ body }) => (body.includes("## What Happened") ? [body] : []));

/** An incident by ana that is over. */
export async function resolved(scene: Scene): Promise<number> {
  const number = await scene.incident();
  await scene.say("ana", number, "/liaison @bo");
  await scene.say("ana", number, "/resolve the disk is bigger now");
  return number;
}
