import { describe, expect, it } from "@jest/globals";
import { toEnvironment } from "../../src/config/environment.ts";

describe("the environment", () => {
  it("is the real one where there is no .env", () => {
    expect(toEnvironment({ APP_ID: "1", PORT: "" }, null)).toEqual({ APP_ID: "1", PORT: "" });
  });

  it("wins over .env, but for empty values", () => {
    const file = 'APP_ID=2\nPORT=4000\n# a comment\nPRIVATE_KEY="a\\nb"\nHOST="1.2.3.4"';
    expect(toEnvironment({ APP_ID: "1", PORT: "", LANG: "C" }, file)).toEqual({
      APP_ID: "1",
      PORT: "4000",
      PRIVATE_KEY: "a\nb",
      HOST: "1.2.3.4",
      LANG: "C",
    });
  });
});
