import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createNodeMiddleware, Probot } from "probot";
import { createSetting, REPO, type Setting } from "./setting.ts";
import { quantile, toMs, toTable } from "./table.ts";

const WARM_UP = 300;
const TIMES = 2_000;

const app = (bare: Probot): void => {
  bare.on(["issues", "issue_comment"], async () => {});
};

/** Probot as its documentation serves it, with a handler that does nothing. */
async function startBareProbot({ settings }: Setting): Promise<{ server: Server; url: string }> {
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    logLevel: "fatal",
  });
  const middleware = await createNodeMiddleware(app, {
    probot,
    webhooksPath: settings.webhookPath,
  });
  const server = createServer((request, response) => {
    void middleware(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}${settings.webhookPath}` };
}

interface Payload {
  readonly event: string;
  readonly text: string;
  readonly signature: string;
}

function toPayload({ github, settings }: Setting): Payload {
  const delivery = github.deliveries.all.findLast(({ event }) => event === "issue_comment");
  if (delivery === undefined) throw new Error("there is no delivery");
  const text = JSON.stringify(delivery.payload);
  const hash = createHmac("sha256", settings.webhookSecret).update(text).digest("hex");
  return { event: delivery.event, text, signature: `sha256=${hash}` };
}

async function post(url: string, { event, text, signature }: Payload): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-delivery": randomUUID(),
    "x-hub-signature-256": signature,
  };
  const started = performance.now();
  const answer = await fetch(url, { method: "POST", body: text, headers });
  await answer.arrayBuffer();
  const ms = performance.now() - started;
  if (!answer.ok) throw new Error(`the delivery was answered ${answer.status}`);
  return ms;
}

async function compare(urls: readonly string[], payload: Payload): Promise<readonly number[][]> {
  const times: number[][] = urls.map(() => []);
  for (let count = 0; count < WARM_UP + TIMES; count++) {
    // Each goes first every other time.
    const order = count % 2 === 0 ? [0, 1] : [1, 0];
    for (const index of order) {
      const ms = await post(urls[index] ?? "", payload);
      if (count >= WARM_UP) times[index]?.push(ms);
    }
  }
  return times;
}

/** How long a delivery waits for its answer, beside a Probot that does nothing, delivery by delivery in turn. */
export async function acknowledgement(): Promise<string> {
  const setting = await createSetting();
  const incident = setting.incident();
  const running = await setting.run();
  const bare = await startBareProbot(setting);
  const urls = [`http://127.0.0.1:${running.sitrep.port}${setting.settings.webhookPath}`, bare.url];
  const rows: (string | number)[][] = [];
  for (const name of ["no incident", "an incident: a look follows"]) {
    const number =
      name === "no incident" ? setting.as("bo").openIssue(REPO, { title: "A question" }) : incident;
    setting.as("bo").comment(REPO, number, "How is it going?");
    await running.settle();
    const [own = [], other = []] = await compare(urls, toPayload(setting));
    await running.settle();
    for (const [label, share] of [
      ["p50", 0.5],
      ["p99", 0.99],
    ] as const) {
      const [mine, theirs] = [quantile(own, share), quantile(other, share)];
      rows.push([name, label, toMs(mine), toMs(theirs), (mine / theirs).toFixed(2)]);
    }
  }
  bare.server.closeAllConnections();
  await new Promise((resolve) => bare.server.close(resolve));
  await running.stop();
  await setting.close();
  return toTable(["delivery about", "", "Sitrep, ms", "bare Probot, ms", "ratio"], rows);
}
