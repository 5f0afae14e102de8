import { may } from "../acts/rights.ts";
import { Refusal } from "../acts/refusal.ts";
import type { FaultState } from "../faults.ts";
import type { RateLimit } from "../http/rate-limit.ts";
import type { Installation, NodeRecord, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/** What every resolver gets: who asks, of what state. */
export interface GraphqlContext {
  readonly store: Store;
  readonly faults: FaultState;
  readonly installation: Installation;
  readonly limit: RateLimit;
  /** What the document costs, and how many nodes it can name. */
  readonly price: { readonly cost: number; readonly nodes: number };
  /** The permissions that were used so far, as `name:level`. */
  readonly used: Set<string>;
}

const forbidden = (): Refusal => new Refusal("FORBIDDEN", "Resource not accessible by integration");

/** Notes that a permission is used; refuses when the installation lacks it. */
export function use(context: GraphqlContext, name: string, level: "read" | "write"): void {
  context.used.add(`${name}:${level}`);
  const granted = context.installation.permissions[name];
  if (granted === undefined || (level === "write" && granted === "read")) throw forbidden();
}

function homeOf(node: NodeRecord): Repository | null {
  if ("repository" in node) return node.repository;
  if ("issue" in node) return node.issue.repository;
  return node.typename === "Repository" ? node : null;
}

/** Whether the installation may see a repository. */
export function sees({ store, installation }: GraphqlContext, repository: Repository): boolean {
  if (installation.repositories.has(repository)) return true;
  return !repository.isPrivate && may(store, store.bot, repository, "read");
}

/** The node with this id, as far as the caller may see it. Refuses when there is none. */
export function getNode(context: GraphqlContext, id: string): NodeRecord {
  const node = context.store.nodes.get(id);
  const home = node === undefined ? null : homeOf(node);
  if (node === undefined || (home !== null && !sees(context, home)))
    throw new Refusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  if (home !== null) use(context, node === home ? "metadata" : "issues", "read");
  return node;
}

/** The node with this id, if it is one of these types and in a repository of the installation: for changing it. */
export function getOwnNode<Name extends NodeRecord["typename"]>(
  context: GraphqlContext,
  id: string,
  ...typenames: readonly Name[]
): Extract<NodeRecord, { readonly typename: Name }> {
  const node = context.store.nodes.get(id);
  const home = node === undefined ? null : homeOf(node);
  if (
    node === undefined ||
    !(typenames as readonly string[]).includes(node.typename) ||
    (home !== null && !sees(context, home))
  )
    throw new Refusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  if (home !== null && !context.installation.repositories.has(home)) throw forbidden();
  return node as Extract<NodeRecord, { readonly typename: Name }>;
}
