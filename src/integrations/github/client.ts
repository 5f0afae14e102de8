import type { ProbotOctokit } from "probot";
import type { z } from "zod";

/** One root field of a GraphQL answer that failed: which, GitHub's type for it, and what it said. */
export interface FieldFailure {
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly message: string;
}

/** A GraphQL answer: the data as far as there is any, and what failed. */
export interface Answer {
  readonly data: unknown;
  readonly failures: readonly FieldFailure[];
}

/** GitHub through one installation: one write at a time, a few reads, and pauses that GitHub asks for. */
export interface Client {
  readonly installation: number;
  /** A query. Throws when GitHub is not reached or asks for patience; parts that failed are told beside the data. */
  query(document: string, variables: object): Promise<Answer>;
  /** A mutation; never repeated by itself, since its effect may have taken place. */
  mutate(document: string, variables: object): Promise<Answer>;
  /** A REST call that reads or that may be repeated; answers null for 404. */
  rest: <T>(kind: "read" | "write", call: (octokit: ProbotOctokit) => Promise<T>) => Promise<T>;
}

/** The data in the shape; throws `TypeError` naming the place when GitHub's answer has another. */
export function parseAnswer<Shape extends z.ZodType>(shape: Shape, answer: Answer): z.infer<Shape> {
  const parsed = shape.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join(".")).slice(0, 3);
  throw new TypeError(`GitHub's answer has an unknown shape at ${places.join(", ")}`);
}
