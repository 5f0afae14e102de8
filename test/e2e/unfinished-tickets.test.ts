import { expect, test } from "@jest/globals";
import { useDeskScenes, type DeskSetting } from "./desk-scene.ts";

const createScene = useDeskScenes();

/** A new incident about something else, with a ticket of somebody at this address, and what is told of earlier ones. */
async function another({ scene, desk }: DeskSetting, email: string): Promise<readonly string[]> {
  const ticket = desk.world.openTicket({ requester: { name: "Planted Name Ibex", email } });
  const number = await scene.open({
    title: "Logins fail",
    body: `Support ticket: ${desk.addressOf(ticket)}\n`,
    labels: ["incident"],
  });
  return scene.notices(number).filter((text) => text.startsWith("**Before this one:**"));
}

test("a ticket of the same company makes earlier incidents related, and nobody sees which company it is", async () => {
  const setting = await createScene();
  await setting.scene.say("ana", setting.number, "/resolve");
  expect(await another(setting, "planted-ibex@elsewhere.example")).toEqual([]);
  expect(await another(setting, "moe@private.example")).toEqual([
    expect.stringContaining("Related by a ticket of the same community."),
  ]);
  const written = JSON.stringify(setting.scene.github.world.issues("acme/hubs"));
  for (const { companyId } of setting.desk.world.tickets()) {
    expect(written).not.toContain(String(companyId));
  }
  expect(written).not.toContain("private.example");
});

test("while the desk is down, incidents are compared by all else", async () => {
  const setting = await createScene();
  await setting.scene.say("ana", setting.number, "/resolve");
  setting.desk.faults.setDown(true);
  expect(await another(setting, "moe@private.example")).toEqual([]);
  setting.desk.faults.setDown(false);
});
