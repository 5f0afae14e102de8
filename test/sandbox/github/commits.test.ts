import { afterEach, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene, type Scene } from "./scene.ts";

const FILE = ".github/sitrep.yml";
let scene: Scene;

afterEach(async () => {
  expectLegalTraffic(scene.github);
  await scene.github.close();
});

interface History {
  readonly repository: {
    readonly object: {
      readonly history: {
        readonly nodes: readonly { readonly file: { object: { text: string } } | null }[];
      };
    };
  };
}

const DOCUMENT = `query ($first: Int!) { repository(owner: "acme", name: "support") {
  object(expression: "HEAD") { ... on Commit { history(path: "${FILE}", first: $first) {
    nodes { oid file(path: "${FILE}") { oid object { ... on Blob { text } } } }
  } } }
} }`;

async function versions(first = 10): Promise<readonly (string | undefined)[]> {
  const { data } = await scene.client.graphql<History>(DOCUMENT, { first });
  return data.repository.object.history.nodes.map(({ file }) => file?.object.text);
}

test("the history of a file holds the commits that changed it, newest first", async () => {
  scene = await setScene();
  const { world } = scene.github;
  world.setFile(REPO, FILE, "rights: triage\n");
  world.setFile(REPO, "README.md", "Hubs\n");
  world.setFile(REPO, FILE, null);
  world.setFile(REPO, FILE, "rights: write\n");
  expect(await versions()).toEqual([
    "rights: write\n",
    undefined,
    "rights: triage\n",
    "preset: 2i2c-2022\n",
  ]);
  expect(await versions(1)).toEqual(["rights: write\n"]);
});

test("a push tells which files it added, changed and removed", async () => {
  scene = await setScene();
  const { world, deliveries } = scene.github;
  world.setFile(REPO, "README.md", "Hubs\n");
  world.setFile(REPO, "README.md", "More hubs\n");
  world.setFile(REPO, "README.md", null);
  const pushes = deliveries.all.filter(({ event }) => event === "push");
  expect(pushes.map(({ payload }) => payload["head_commit"])).toMatchObject([
    { added: ["README.md"], modified: [], removed: [] },
    { added: [], modified: ["README.md"], removed: [] },
    { added: [], modified: [], removed: ["README.md"] },
  ]);
  expect(pushes[1]?.payload["before"]).toBe(pushes[0]?.payload["after"]);
});
