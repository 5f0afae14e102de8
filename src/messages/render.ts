import type { Message } from "../effects/message.ts";
import type { Policy } from "../incident/policy.ts";
import { fill } from "./templates.ts";
import { toShown } from "./shown.ts";

/** Where profiles are, e.g. `https://github.com`. */
export interface RenderOptions {
  readonly server: string;
}

/** The Markdown of a comment. What people wrote is inert in it; it is far below GitHub's limit of 65,536 characters. */
export function render(message: Message, policy: Policy, { server }: RenderOptions): string {
  return fill(message.name, toShown(message, policy), { policy, server });
}
