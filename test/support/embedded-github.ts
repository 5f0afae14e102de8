import { createSign, generateKeyPairSync } from "node:crypto";
import { createEmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import type { EmbeddedGitHub, EmbeddedGitHubOptions } from "../../src/sandbox/github/index.ts";

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** The private key (PEM) of the app that the tests' embedded GitHubs know. */
export const APP_PRIVATE_KEY = keys.privateKey;

/** The secret that the tests' deliveries are signed with. */
export const WEBHOOK_SECRET = "it is a secret";

/** The app's id in tests. */
export const APP_ID = 7;

/** An embedded GitHub for a test. The clock stands at Friday, 6 March 2026, 14:00 UTC, unless another is given. */
export function startEmbeddedGitHub(
  options: Partial<EmbeddedGitHubOptions> = {},
): Promise<EmbeddedGitHub> {
  return createEmbeddedGitHub({
    webhookUrl: null,
    webhookSecret: WEBHOOK_SECRET,
    now: () => new Date("2026-03-06T14:00:00Z"),
    ...options,
    app: { id: APP_ID, slug: "sitrep", publicKey: keys.publicKey, ...options.app },
  });
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A JWT of the app, valid for `seconds` by the machine's clock. */
export function signAppJwt(seconds = 300, appId: number = APP_ID, key = keys.privateKey): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iat: now - 30, exp: now + seconds, iss: String(appId) };
  const head = `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(key, "base64url")}`;
}

/** An answer of the API. */
export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A GraphQL answer's body. */
export interface GraphqlReply<Data> {
  readonly data: Data;
  readonly errors?: readonly GraphqlError[];
}

/** One of its errors. */
export interface GraphqlError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/** A caller of the API that holds a credential. */
export interface Client {
  rest<Body = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply<Body>>;
  graphql<Data = Record<string, never>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<GraphqlReply<Data>>;
}

/** A client with this `Authorization`; null: without any. */
export function createClient(url: string, authorization: string | null): Client {
  const call = async (method: string, target: string, body: unknown, more: object) => {
    const headers = {
      ...(authorization !== null && { authorization }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...more,
    };
    const text = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(target, { method, headers, body: text });
    const reply = await answer.text();
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
    const content: unknown = isJson ? JSON.parse(reply) : reply;
    return { status: answer.status, headers: answer.headers, body: content };
  };
  return {
    rest: (method, path, body, headers = {}) =>
      call(method, `${url}/api/v3${path}`, body, headers) as Promise<Reply<never>>,
    graphql: async (query, variables = {}) => {
      const reply = await call("POST", `${url}/api/graphql`, { query, variables }, {});
      return reply.body as never;
    },
  };
}

/** A token of the installation. */
export async function tokenOf(github: EmbeddedGitHub, installationId: number): Promise<string> {
  const app = createClient(github.url, `bearer ${signAppJwt()}`);
  const path = `/app/installations/${installationId}/access_tokens`;
  const { body } = await app.rest<{ token: string }>("POST", path);
  return body.token;
}

/** A client with a token of the installation. */
export async function clientOf(github: EmbeddedGitHub, installationId: number): Promise<Client> {
  return createClient(github.url, `token ${await tokenOf(github, installationId)}`);
}
