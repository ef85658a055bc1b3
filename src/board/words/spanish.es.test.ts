import { describe, expect, it } from "vitest";
import { dayText, monthText, shortDayText } from "../day-text.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { formFields } from "../form/fields.ts";
import { readDay } from "../form/typed-day.ts";
import { countryMeant, currencyName, languageName } from "../job/vocabulary.ts";
import { messagesFor } from "../mail/event-messages.ts";
import { payText } from "../post/pay.ts";
import { placeName } from "../post/place.ts";
import { decideRequest } from "../requests/decide-request.ts";
import { readRequest } from "../requests/request-form.ts";
import { decide } from "../review/decide.ts";
import {
  bot,
  changed,
  factsWith,
  following,
  onBoard,
  reconciled,
  reviewConfig,
  says,
  submittedJob,
} from "../review/fixtures.ts";
import { readAuthorTasks } from "../review/tasks-in-comment.ts";
import { requestForms } from "./every-language.ts";
import { plural } from "./plural.ts";

describe("a board in Spanish", () => {
  it("writes days and numbers as Spanish does", () => {
    expect(dayText("2026-11-22")).toBe("22 de noviembre de 2026");
    expect(shortDayText("2026-09-01")).toBe("1 sept");
    expect(monthText("2027-01")).toBe("enero de 2027");
    expect(plural(12345, { one: "oferta", other: "ofertas" })).toBe("12.345 ofertas");
    const pay = { min: 65000, max: 85000, currency: "EUR", per: "year" } as const;
    expect(payText(pay)).toBe("65.000–85.000\u00a0€ al año");
    expect(payText({ ...pay, max: 65000 })).toBe("65.000\u00a0€ al año");
  });

  it("names places, languages and currencies in Spanish", () => {
    expect(placeName(jobWith({ city: "Berlin", country: "DE" }))).toBe("Berlin, Alemania");
    expect(languageName("de")).toBe("alemán");
    expect(currencyName("USD")).toBe("dólar estadounidense");
  });

  it("sorts choices as Spanish does", () => {
    const country = formFields(testConfig).find(({ name }) => name === "country");
    const names = country?.control.kind === "choice" ? country.control.options : [];
    const labels = names.map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted(new Intl.Collator("es").compare));
    expect(labels.indexOf("Åland")).toBeLessThan(labels.indexOf("Albania"));
  });

  it("reads days and countries in Spanish and in English", () => {
    expect(readDay("31 de enero de 2027")).toBe("2027-01-31");
    expect(readDay("lunes, 1 de febrero del 2027")).toBe("2027-02-01");
    expect(readDay("31 January 2027")).toBe("2027-01-31");
    expect(["Alemania", "Germany", "UK"].map(countryMeant)).toEqual(["DE", "DE", "GB"]);
  });
});

describe("requests on a board in Spanish", () => {
  it.each(requestForms)("are read from the form that asks “$questions.wish”", (form) => {
    const { questions, requestTypes } = form;
    const body = `### ${questions.post}\n\na\n\n### ${questions.wish}\n\n${requestTypes.renew}\n`;
    expect(readRequest(body)).toEqual({ post: "a", type: "renew" });
  });

  it("are answered in Spanish", () => {
    const [, form] = requestForms;
    const issue = {
      number: 30,
      author: { login: "anna", id: 7 },
      openedAt: "2026-12-01T09:30:00Z",
      state: "open" as const,
      body: `### ${form?.questions.post}\n\nhttps://jobs.example.org/jobs/a/\n\n### ${form?.questions.wish}\n\n${form?.requestTypes.filled}`,
      labels: [],
      comments: [],
    };
    const actions = decideRequest(
      {
        now: at("2026-12-01T10:00:00Z"),
        repository: "https://github.example.net/example-org/board",
        bot,
        permissions: { anna: "read" },
        post: onBoard(),
        addedBy: issue.author,
        firstListed: "2026-11-24",
        issue,
      },
      reviewConfig,
    );
    expect(actions).toContainEqual(
      expect.objectContaining({ body: expect.stringContaining("el anuncio está cerrado") }),
    );
  });
});

describe("the review of a post on a board in Spanish", () => {
  function commentOn(facts: ReturnType<typeof factsWith>): string {
    const { actions } = decide(facts, reviewConfig);
    return actions.flatMap((one) => (one.do === "write-comment" ? one.body : [])).join();
  }

  it("is explained in Spanish", () => {
    const comment = commentOn(factsWith());
    expect(comment).toContain("Pendiente de revisión desde el 22 de noviembre de 2026.");
    expect(comment).toContain("Híbrido · `Berlin, Alemania` · 65.000–85.000\u00a0€ al año");
  });

  it("asks for changes that the form finds again", () => {
    const missing = factsWith({ pull: { files: [changed({ expires: "2026-10-01" })] } });
    const { problems } = readAuthorTasks(commentOn(missing));
    expect(problems).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/^«Último día» es 2026-10-01/) }),
    );
  });

  it("obeys the same commands", () => {
    const approved = following(reconciled(factsWith()), says("rita", "/approve"));
    expect(decide(approved, reviewConfig).actions).toContainEqual(
      expect.objectContaining({ do: "merge" }),
    );
  });

  it("is mailed in Spanish", () => {
    const post = { ...submittedJob, title: "Programación", email: "anna@example.com" };
    const mail = { list: "a@example.org", from: { name: "Board", address: "b@example.org" } };
    const [message] = messagesFor(
      { what: "submitted", kind: "new", by: "anna" },
      { pull: 12, file: "jobs/2026-11-22-a.md", post },
      { config: testConfig, mail, repository: "https://github.example.net/example-org/board" },
    );
    expect(message?.subject).toMatch(/^Anuncio nuevo/);
    expect(message?.html).toContain('<html lang="es">');
  });
});
