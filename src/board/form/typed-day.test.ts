import { describe, expect, it } from "vitest";
import { readDay } from "./typed-day.ts";

describe("a date in the form", () => {
  it.each([
    ...["2027-01-31", "2027-1-31", "2027/01/31", "2027.1.31", " 2027-01-31 "],
    ...["31.01.2027", "31.1.2027", "31. 1. 2027", "31/01/2027", "31-1-2027", "01/31/2027"],
    ...["31 January 2027", "31. Jan 2027", "31st Jan. 2027", "January 31, 2027", "JAN 31 2027"],
    ...["31st of January 2027", "Sunday, 31 January 2027", "Sun Jan 31 2027", "２０２７-01-31"],
    ...["2027-01-31T23:59:00Z", "2027-01-31 23:59", "31.01.2027, 12:00"],
  ])("is understood: %s", (text) => {
    expect(readDay(text)).toBe("2027-01-31");
  });

  it("is understood if day and month are the same, or dots say which is which", () => {
    expect(readDay("05/05/2027")).toBe("2027-05-05");
    expect(readDay("01.02.2027")).toBe("2027-02-01");
  });

  it.each([
    ...[
      "01/02/2027",
      "31.02.2027",
      "31/13/2027",
      "31.1.27",
      "January 2027",
      "5 March",
      "soon",
      "end of January 2027",
    ],
    ...["5 Ma 2027", "32 January 2027", "2027"],
  ])("stays as it is if it can mean several days or none: %s", (text) => {
    expect(readDay(text)).toBe(text);
  });
});
