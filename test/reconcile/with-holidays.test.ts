import { describe, expect, it } from "@jest/globals";
import type { Policy } from "../../src/incident/policy.ts";
import type { Office } from "../../src/incident/time/index.ts";
import { withHolidays } from "../../src/reconcile/with-holidays.ts";
import { POLICY } from "../support/incident.ts";

const NOW = Date.parse("2026-12-31T23:30:00Z");

const office = (publicHolidays: string | null): Office => ({
  zone: "Europe/Berlin",
  days: ["Mon"],
  hours: [{ from: "09:00", to: "17:00" }],
  publicHolidays,
  holidays: [{ date: "12-24", name: null }],
  reduced: [],
});

const inCountries = (...countries: readonly (string | null)[]): Policy => ({
  ...POLICY,
  calendar: { kind: "offices", offices: countries.map(office) },
});

/** Knows a holiday in `DE` every year, and notes what it is asked. */
function finder() {
  const asked: string[] = [];
  return {
    asked,
    find: (region: string, years: readonly number[]) => {
      asked.push(`${region} ${years.join(" ")}`);
      return Promise.resolve(
        region === "DE" ? years.map((year) => ({ date: `${year}-10-03`, name: "Unity" })) : null,
      );
    },
  };
}

const datesOf = ({ calendar }: Policy): readonly (readonly string[])[] =>
  calendar.kind === "offices"
    ? calendar.offices.map(({ holidays }) => holidays.map(({ date }) => date))
    : [];

describe("public holidays", () => {
  it.each([POLICY, inCountries(null)])(
    "are asked for by no policy without a country",
    async (policy) => {
      const { asked, find } = finder();
      expect(await withHolidays(policy, NOW, find)).toEqual({ policy, unknown: [] });
      expect(asked).toEqual([]);
    },
  );

  it("are put beside the office's own, from last year to the year after next", async () => {
    const { asked, find } = finder();
    const { policy, unknown } = await withHolidays(inCountries("DE", null, "DE"), NOW, find);
    const dates = ["12-24", "2025-10-03", "2026-10-03", "2027-10-03", "2028-10-03"];
    expect(datesOf(policy)).toEqual([dates, ["12-24"], dates]);
    expect(asked).toEqual(["DE 2025 2026 2027 2028"]);
    expect(unknown).toEqual([]);
  });

  it("of a region that there is not are told, and the others serve", async () => {
    const { policy, unknown } = await withHolidays(inCountries("XX", "DE"), NOW, finder().find);
    expect(unknown).toEqual(["XX"]);
    expect(datesOf(policy).map((dates) => dates.length)).toEqual([1, 5]);
    expect(policy.calendar).toMatchObject({ offices: [{ publicHolidays: null }, {}] });
  });
});
