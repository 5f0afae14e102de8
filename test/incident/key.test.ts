import { describe, expect, it } from "@jest/globals";
import { keyText, repositoryOf } from "../../src/incident/key.ts";

describe("an incident's key", () => {
  it("is the same in any case and through any installation", () => {
    const text = keyText({ installation: 1, owner: "Acme", repo: "Web.Site", number: 12 });
    expect(text).toBe("acme/web.site#12");
    expect(keyText({ installation: 2, owner: "acme", repo: "WEB.site", number: 12 })).toBe(text);
  });

  it("leads to its repository, which is looked at by itself", () => {
    const repository = repositoryOf({ installation: 1, owner: "Acme", repo: "Web", number: 12 });
    expect(repository).toEqual({ installation: 1, owner: "Acme", repo: "Web", number: null });
    expect(keyText(repository)).toBe("acme/web");
  });
});
