import { describe, expect, it } from "vitest";
import { companyPage } from "./company.ts";

describe("the page of a company", () => {
  it("has its address from the name", () => {
    expect(companyPage("Kowhai Mapping")).toBe("/jobs/companies/kowhai-mapping/");
    expect(companyPage("O’Rourke & Byrne")).toBe("/jobs/companies/orourke-and-byrne/");
  });

  it.each([
    [
      "Acme",
      "ACME",
      "acme GmbH",
      "Acme, Inc.",
      "Acme Inc",
      "ACME Ltd.",
      "Acme Pty Ltd",
      "Acme Co.",
    ],
    ["Müller & Söhne", "Mueller & Soehne GmbH & Co. KG", "MÜLLER & SÖHNE GMBH"],
    ["B & T Akoestiek B.V.", "B & T Akoestiek BV", "B&T Akoestiek"],
    ["Wawelsoft", "Wawelsoft Sp. z o.o.", "WAWELSOFT sp. z o. o."],
    ["青禾数据", "青禾数据有限公司", "青禾数据股份有限公司"],
    ["青禾数据 Data", "青禾数据 DATA Ltd."],
    ["Ｈｏｓｈｉ K.K.", "Hoshi", "Hoshi 株式会社"],
  ])("is the same for %s, whatever its case and legal form", (name, ...others) => {
    expect(others.filter((other) => companyPage(other) !== companyPage(name))).toEqual([]);
  });

  it.each([
    ["青禾数据 Data", "百川 Data"],
    ["青禾数据", "百川"],
    ["Nimbus", "Nimbus Labs"],
    ["★★", "☆"],
    [`${"Very long name ".repeat(8)}one`, `${"Very long name ".repeat(8)}two`],
    ["Yandex", "Яблоко"],
  ])("differs for %s and %s", (one, other) => {
    expect(companyPage(one)).not.toBe(companyPage(other));
  });

  it("keeps a name that is nothing but a legal form", () => {
    expect(companyPage("AG")).toBe("/jobs/companies/ag/");
    expect(companyPage("The Limited")).toBe("/jobs/companies/the/");
  });

  it.each(["★★", "Con", "../../x", "👩‍💻", "a".repeat(300), "ﷺ", "\u{1F40D}.", "page", "-"])(
    "is one part of an address that every file system takes, for %s",
    (name) => {
      expect(companyPage(name)).toMatch(/^\/jobs\/companies\/(?!con\/)[a-z0-9-]{1,80}\/$/);
    },
  );
});
