import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import * as yaml from "js-yaml";
import { usedPermissions } from "../support/github-description.ts";
import { OWN_POLICY, PROJECT } from "./backlog-scene.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const manifest = yaml.load(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as {
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
};

/** Everything that Sitrep does on GitHub, once. */
async function playAll(scene: Scene): Promise<void> {
  const number = await scene.incident("/incident SEV-1\nThe hub is down.", "bo");
  await scene.say("ana", number, "/commander me\n/sme @sam disks\n/severity 2\n/backlog\n/status");
  await scene.say("cleo", number, "/resolve");
  await scene.edit("ana", number, (body) =>
    body.replace("**External Liaison:** @bo", "**External Liaison:** @sam"),
  );
  scene.as("ana").addLabel(REPO, number, "incident: mitigated");
  await scene.say("ana", number, "/cancel");
  await scene.say("ana", number, "/reopen it is one");
  await scene.say("ana", number, "/resolve");
  const [report] = scene.github.world.pullRequests(REPO);
  scene.as("ana").markReady(REPO, report?.number ?? 0);
  scene.as("bo").review(REPO, report?.number ?? 0, "approved");
  await scene.settle();
  scene.as("ana").unassign(REPO, number, "ana");
  scene.as("ana").close(REPO, number);
  await scene.stop();
  await scene.start();
  scene.github.world.setFile(REPO, ".github/sitrep.yml", "rights: triage\n");
  await scene.settle();
}

test("app.yml asks for the permissions that are used, and for no other", async () => {
  const policy = `steward: { team: acme/support, fallback: bo }\n${OWN_POLICY}`;
  const scene = await createScene({ files: { ".github/sitrep.yml": policy } });
  scene.github.world.projects.add(PROJECT);
  scene.github.world.setTeam("acme/support", ["ana"]);
  await playAll(scene);
  expect(manifest.default_permissions).toEqual(usedPermissions(scene.github.calls.all));
});

test("app.yml asks for the events that tell something, and for no other", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await playAll(scene);
  const told = new Set<string>();
  for (const { id, event, sender } of scene.github.deliveries.all) {
    if (sender === "sitrep[bot]") continue;
    scene.forget();
    scene.github.deliveries.redeliver(id);
    await scene.settle();
    if (scene.github.calls.count() > 0) told.add(event);
  }
  expect([...told].toSorted()).toEqual(manifest.default_events.toSorted());
  expect(scene.status(number)).toContain("Investigating");
});
