import { describe, expect, it } from "vitest";
import { readLogin, readLogins } from "./login.ts";

describe("a GitHub username as somebody writes it", () => {
  it.each([
    ["octocat", "octocat"],
    [" @Octo-Cat ", "Octo-Cat"],
    ["mona_acme", "mona_acme"],
    ["quince-", "quince-"],
    ["-quince", "-quince"],
    ["octo--cat", "octo--cat"],
    ["https://github.com/octocat", "octocat"],
    ["http://www.github.com/octocat/?tab=repositories", "octocat"],
    ["GitHub.com/quince-/#readme", "quince-"],
  ])("is understood: “%s”", (typed, login) => expect(readLogin(typed)).toBe(login));

  it.each([
    "",
    "@",
    "-",
    "_sam",
    "sam_",
    "sam__acme",
    "sam smith",
    "sam@example.org",
    "sam/board",
    "مطور",
    "a".repeat(40),
    "https://github.com/",
    "https://github.com/octocat/board",
    "https://gitlab.com/octocat",
    "https://github.com.example.org/octocat",
  ])("is refused: “%s”", (typed) => expect(readLogin(typed)).toBeUndefined());
});

it("a list of usernames may have any separator, and keeps what is none", () => {
  expect(readLogins("[@ada, https://github.com/bob;carl-\n d@e]")).toEqual([
    "ada",
    "bob",
    "carl-",
    "d@e",
  ]);
});
