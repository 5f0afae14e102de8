import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import nock from "nock";

/** The host of every wire test; nothing listens there. */
export const HOST = "https://github.example";

/**
 * A GitHub that answers what a test lays out, for the tests of a file. A request that nothing was laid out for fails the test,
 * and so does an answer that was not asked for.
 */
export function useWire(): nock.Scope {
  const unmatched: string[] = [];
  const note = ({ method, url }: Request): void => void unmatched.push(`${method} ${url}`);
  // Files that run one after another in a process share what is patched there: each takes its own patch off.
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
  });
  afterAll(() => nock.restore());
  beforeEach(() => {
    nock.disableNetConnect();
    nock.emitter.on("no match", note);
  });
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.emitter.off("no match", note);
    nock.cleanAll();
    nock.enableNetConnect();
    expect({ unmatched: unmatched.splice(0), pending }).toEqual({ unmatched: [], pending: [] });
  });
  return nock(HOST);
}
