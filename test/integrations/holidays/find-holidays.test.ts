import { describe, expect, it } from "@jest/globals";
import { createFindHolidays } from "../../../src/integrations/holidays/index.ts";

const find = createFindHolidays();

/** Dates and names of a region's holidays in a year. */
const lines = async (region: string, year: number): Promise<readonly string[] | null> =>
  (await find(region, [year]))?.map(({ date, name }) => `${date} ${name}`) ?? null;

describe("the public holidays of a region", () => {
  it("are dates with English names, in order", async () => {
    expect(await lines("DE", 2026)).toEqual([
      "2026-01-01 New Year's Day",
      "2026-04-03 Good Friday",
      "2026-04-06 Easter Monday",
      "2026-05-01 Labour Day",
      "2026-05-14 Ascension Day",
      "2026-05-25 Whit Monday",
      "2026-10-03 National Holiday",
      "2026-12-25 Christmas Day",
      "2026-12-26 Boxing Day",
    ]);
  });

  it("are those of its country and its own, in whatever case it is written", async () => {
    const berlin = await lines("DE-BE", 2026);
    expect(berlin).toContain("2026-01-01 New Year's Day");
    expect(berlin).toContain("2026-03-08 International Women's Day");
    expect(await lines("de-be", 2026)).toEqual(berlin);
    expect(await lines("de-by-a", 2026)).toContain("2026-08-08 Augsburg Peace Festival");
    expect(await lines("CK-RAROTONGA", 2026)).not.toBeNull();
  });

  it("are every date of those that last for days, also over the year's end", async () => {
    const emirates = (await lines("AE", 2026))?.filter((line) => line.includes("Eid al-Fitr"));
    expect(emirates?.map((line) => line.slice(0, 10))).toEqual([
      "2026-03-20",
      "2026-03-21",
      "2026-03-22",
    ]);
    const eswatini = (await lines("SZ", 2026))?.map((line) => line.slice(0, 10));
    expect(eswatini).toContain("2027-01-02");
  });

  it("are whole days, even where clocks change, and never half ones", async () => {
    expect(await lines("AU", 2026)).toContain("2026-04-05 Easter Sunday");
    expect(await lines("CH", 2027)).toContain("2027-03-28 Easter Sunday");
    expect((await lines("IS", 2026))?.some((line) => line.startsWith("2026-12-24"))).toBe(false);
  });

  it("are each date once, where a day has several or years touch", async () => {
    const found = await find("SZ", [2025, 2026, 2027, 2027]);
    const dates = found?.map(({ date }) => date) ?? [];
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  it("leave out days that only banks or schools have off", async () => {
    const found = await lines("DE", 2026);
    expect(found?.some((line) => line.startsWith("2026-12-24"))).toBe(false);
  });

  it.each(["XX", "DE-XX", "DE-BY-XX", "DE-BE-A", "MC-X", "", "-", "__proto__", "constructor"])(
    "are not those of something else where there is no region %j",
    async (region) => {
      expect(await find(region, [2026])).toBeNull();
    },
  );
});

describe("the package of holidays", () => {
  it("is loaded when it is first asked for, once, and computes each year of a region once", async () => {
    let loads = 0;
    let years = 0;
    const { default: Holidays } = await import("date-holidays");
    class Counting extends Holidays {
      override getHolidays(year?: string | number | Date) {
        years++;
        return super.getHolidays(year);
      }
    }
    const counted = createFindHolidays(() => {
      loads++;
      return Promise.resolve({ default: Counting });
    });
    expect(loads).toBe(0);
    await Promise.all([counted("DE", [2026, 2027]), counted("de", [2026, 2027])]);
    await counted("DE", [2026, 2027, 2028]);
    expect({ loads, years }).toEqual({ loads: 1, years: 3 });
  });
});
