import { describe, expect, it } from "vitest";
import { read, readJob, withFields } from "./job-text.ts";

describe("a link to apply", () => {
  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT://example.com/%0Aalert(1)",
    "data:text/html,x",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "ftp://example.com/",
    "intent://example.com/#Intent;end",
    "mailto:jobs@example.com",
    "//example.com/",
    "/jobs/",
    "example.com/jobs",
    "http:example.com",
    "http:/example.com",
    "http:///example.com",
    "http:\\\\example.com",
    "https://example.com\\@evil.example",
    "https://user@example.com/",
    "https://user:password@example.com/",
    "https://@example.com/",
    "https://bank.example@evil.example/",
    "https://localhost/",
    "https://localhost.:8080/",
    "https://intranet/",
    "https://example/",
    "https://printer.local/",
    "https://wiki.internal/",
    "https://nas.lan/",
    "https://x.home.arpa/",
    "https://abc.onion/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f.1/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://2130706433/",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://8.8.8.8/",
    "https://①②⑦.0.0.1/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://exa mple.com/",
    "https://example.com/a b",
    "https://example.com/<script>",
    'https://example.com/"x',
    "https://example.com/`x`",
    "https://-example.com/",
    "https://example..com/",
    "https://.example.com/",
    "https://example.c/",
    "https://%00example.com/",
    "https://",
    "https:",
    "https://?x",
    "https://#@example.com/",
    " https://example.com/",
    `https://example.com/${"x".repeat(2000)}`,
  ])("is rejected: %s", (address) => {
    expect(read(withFields(`apply_url: '${address}'`)).refusedBy).toEqual(["schema"]);
  });

  it.each([
    "https://example.com",
    "http://example.com/jobs/42",
    "HTTPS://EXAMPLE.COM/Jobs",
    "https://careers.example.co.uk/jobs?id=42&src=board#apply",
    "https://example.com:8443/jobs",
    "https://example.com./jobs",
    "https://münchen.example/stellen",
    "https://xn--mnchen-3ya.example/stellen",
    "https://例子.中国/职位",
    "https://пример.рф/работа",
    "https://مثال.إختبار/وظائف",
    "https://उदाहरण.भारत/",
    "https://example.photography/jobs",
    "https://1password.example/jobs",
    "https://example.com/a_(b)/~jobs/@company;v=1?q=[x]",
    "https://example.com/o'neill",
    "https://example.com/%E8%81%8C%E4%BD%8D",
  ])("passes: %s", (address) => {
    expect(readJob(withFields(`apply_url: ${JSON.stringify(address)}`)).apply_url).toBe(address);
  });
});

describe("a mail address", () => {
  it.each([
    "jobs",
    "jobs@localhost",
    "jobs@example",
    "a@example.com,b@example.com",
    "a@example.com b@example.com",
    "a@example.com?bcc=b@example.com",
    "Jobs <jobs@example.com>",
    "mailto:jobs@example.com",
    "jobs@127.0.0.1",
    "jobs@[127.0.0.1]",
    "jobs@example.com\\nBcc: b@example.com",
    "jobs@-example.com",
    '"a b"@example.com',
    `${"x".repeat(250)}@example.com`,
  ])("is rejected: %s", (address) => {
    expect(read(withFields(`email: "${address.replaceAll('"', '\\"')}"`)).refusedBy).toEqual([
      "schema",
    ]);
  });

  it.each([
    "jobs@example.com",
    "o'neill+python@jobs.example.co.uk",
    "x@xn--mnchen-3ya.example",
    "1@2.example",
  ])("passes: %s", (address) => {
    expect(readJob(withFields(`email: ${address}`)).email).toBe(address);
  });
});

describe("a login", () => {
  it.each(["octocat", "quince-", "-quince", "octo--cat", "0", "mona_acme", "a".repeat(39)])(
    "passes: %s",
    (login) => {
      const { submitted_by, managers } = readJob(
        withFields(`submitted_by: '${login}'\nmanagers: ['${login}']`),
      );
      expect([submitted_by, managers]).toEqual([login, [login]]);
    },
  );

  it.each([
    "@octocat",
    "octo cat",
    "../octocat",
    "-",
    "---",
    "_octocat",
    "octocat_",
    "octo__cat",
    "https://github.com/octocat",
    "x".repeat(40),
    "a/b",
    "<b>",
  ])("is rejected: %s", (login) => {
    expect(read(withFields(`submitted_by: '${login}'`)).refusedBy).toEqual(["schema"]);
  });
});
