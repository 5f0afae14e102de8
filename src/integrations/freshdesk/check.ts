import { z } from "zod";
import { createClient } from "./client.ts";
import type { FreshdeskOptions } from "./create-freshdesk.ts";

/** Resolves when Freshdesk accepts the key and its agent may read tickets; nothing of them is kept. Else rejects as every call does. */
export async function checkFreshdesk(options: FreshdeskOptions): Promise<void> {
  const { timeoutMs = 10_000 } = options;
  const words = { doing: "read tickets", about: "list of tickets" } as const;
  const path = "tickets?per_page=1";
  await createClient({ ...options, timeoutMs })({
    method: "get",
    path,
    shape: z.array(z.unknown()),
    words,
  });
}
