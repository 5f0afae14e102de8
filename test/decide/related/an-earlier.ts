import type { Declared } from "../../../src/decide/related/find-unfinished.ts";
import type { Earlier, Unfinished } from "../../../src/decide/related/earlier.ts";
import { after } from "../../support/incident.ts";

const urlOf = (number: number): string => `https://github.com/acme/hubs/issues/${number}`;

/** An open action item. */
export const anItem = (number: number, overrides: Partial<Unfinished> = {}): Unfinished => ({
  kind: "action",
  title: `Improvement ${number}`,
  url: urlOf(number),
  since: after(-number),
  owners: [],
  ...overrides,
});

/** An earlier incident that has nothing in common with any other, and one action item that is open. */
export const anEarlier = (number: number, overrides: Partial<Earlier> = {}): Earlier => ({
  number,
  url: urlOf(number),
  at: after(-10_000 - number),
  title: "Hub is down",
  labels: [],
  values: [],
  companies: [],
  unfinished: [anItem(1000 + number)],
  ...overrides,
});

/** The new incident. */
export const aDeclared = (overrides: Partial<Declared> = {}): Declared => ({
  number: 5000,
  url: urlOf(5000),
  at: after(0),
  title: "Hub is down",
  labels: [],
  values: [],
  companies: [],
  ...overrides,
});
