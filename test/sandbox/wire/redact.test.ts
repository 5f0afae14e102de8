import { expect, test } from "@jest/globals";
import { redact } from "../../../src/sandbox/wire/redact.ts";

test("what stands under a credential's name is not shown, however deep", () => {
  const value = { token: "ghs_x", a: [{ client_secret: "y", n: 1 }], private_key: "z", tokens: 3 };
  expect(redact(value)).toEqual({
    token: "(not shown)",
    a: [{ client_secret: "(not shown)", n: 1 }],
    private_key: "(not shown)",
    tokens: 3,
  });
});
