import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { shortText } from "./short-text.ts";

it("a text of a line or two is reported", () => {
  const [finding] = findingsOf(shortText, {
    description: "Python developer.",
    requirements: "- Django",
  });
  expect(finding?.message).toContain("3 words");
});

it("a short but sufficient text passes", () => {
  const description =
    "We sell theatre tickets on a Django 4.2 site. It has to be on 5.2 before panto season. You do the upgrade, I answer questions, we part as friends. 212 tests, all green today.";
  const requirements =
    "You have upgraded a Django project before and can start within a fortnight.";
  expect(findingsOf(shortText, { description, requirements })).toEqual([]);
});

it("a script without spaces is not counted as few words", () => {
  const description =
    "青禾数据为农业合作社提供行情天气与病虫害预警服务我们每天从两百多个批发市场收集价格清洗之后在清晨五点前推送给三十多万农户晚五分钟菜就已经装车了";
  expect(
    findingsOf(shortText, {
      description,
      requirements: "三年以上经验，熟悉数据库，能读懂英文技术文档",
    }),
  ).toEqual([]);
});
