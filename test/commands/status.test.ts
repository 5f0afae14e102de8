import { describe } from "@jest/globals";
import { aBrief } from "../support/incident.ts";
import { STATUS_URL, testCommand } from "./cases.ts";

const post = {
  kind: "post",
  key: "status",
  message: { name: "status", data: { to: "ana", brief: aBrief(), statusUrl: STATUS_URL } },
} as const;

describe("/status", () => {
  // Asked again it answers again; the framework sees to it that one comment is answered once.
  testCommand([
    { it: "answers with the brief", comment: "/status", gives: [post], again: [post] },
    { it: "is /sitrep too", comment: "/sitrep", gives: [post], again: [post] },
  ]);
});
