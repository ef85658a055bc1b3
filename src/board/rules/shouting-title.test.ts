import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { shoutingTitle } from "./shouting-title.ts";

describe("a title that shouts", () => {
  it.each([
    "SENIOR PYTHON DEVELOPER",
    "Python Developer wanted!!!",
    "URGENT: PYTHON Developer",
    "PYTHON DEV",
    "Work with us?!",
    "СТАРШИЙ РАЗРАБОТЧИК",
  ])("is reported: %s", (title) => {
    expect(findingsOf(shoutingTitle, { title })).toMatchObject([{ field: "title" }]);
  });
});

describe("an ordinary title", () => {
  it.each([
    "Senior Django Developer",
    "SRE / DBA, AWS and GCP",
    "Database Reliability Engineer (PostgreSQL, Python)",
    "R&D Engineer, HPC",
    "MATLAB to Python Migration Lead",
    "DevOps Engineer for MLOps",
    "Research Software Engineer (f/m/d)",
    "Come and count fish!",
    "Developer Advocate 🐍",
    "Python 后端开发工程师",
    "مهندس برمجيات (Python)",
    "C++ / C# Developer",
    "SQL",
  ])("passes: %s", (title) => {
    expect(findingsOf(shoutingTitle, { title })).toEqual([]);
  });
});
