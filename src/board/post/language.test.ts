import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

describe("the language of a text", () => {
  it.each([
    [
      "en",
      "We are looking for a Python developer who likes trains, and knows why they are late in winter.",
    ],
    [
      "de",
      "Wir suchen eine erfahrene Entwicklerin für unser Team in Köln, die mit Python Fahrpläne berechnet.",
    ],
    [
      "fr",
      "Nous recherchons une développeuse Python confirmée pour rejoindre notre équipe de données à Lyon.",
    ],
    [
      "es",
      "Buscamos una desarrolladora Python con experiencia en Django y PostgreSQL para la oficina de Madrid.",
    ],
    [
      "pt",
      "Procuramos uma pessoa desenvolvedora para a nossa equipa em Lisboa, com experiência em Django e Python.",
    ],
    [
      "pl",
      "Szukamy doświadczonej programistki Pythona do naszego zespołu w Krakowie, która lubi pociągi i tramwaje.",
    ],
    [
      "ru",
      "Мы ищем разработчика на Python со знанием Django и PostgreSQL в нашу небольшую команду в городе.",
    ],
    [
      "ar",
      "نبحث عن مهندس أو مهندسة برمجيات بخبرة واسعة في لغة Python للانضمام إلى فريق الخدمات الخلفية في دبي والأردن.",
    ],
    [
      "fa",
      "ما به دنبال یک توسعه‌دهندهٔ پایتون با تجربه در جنگو هستیم که به کار گروهی و نوشتن آزمون علاقه داشته باشد.",
    ],
    [
      "hi",
      "हमें Django और PostgreSQL का अनुभव रखने वाले पायथन डेवलपर की तलाश है, जो हमारी छोटी टीम में काम करे और परीक्षण लिखे।",
    ],
    ["zh", "青禾数据为农业合作社提供行情、天气与病虫害预警服务，每天收集价格。"],
    ["ja", "Django の経験がある Python エンジニアを募集しています。東京オフィス勤務です。"],
    ["ko", "Django 경험이 있는 파이썬 개발자를 찾습니다. 서울 사무실에서 근무합니다."],
  ])("is %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it("ignores code and addresses", () => {
    const code =
      "```\nfür jede Zeile in der Datei: schreibe die Zeile und zähle weiter bis zum Ende\n```";
    const text = `${code}\n\n<https://example.com/wir-suchen-eine-entwicklerin-fuer-python>\n\nWe are looking for somebody who reads such code, and can explain it to everybody else in the team.`;
    expect(languageOf(text)).toBe("en");
  });
});

describe("a text that is too short to be sure of", () => {
  it.each([
    "",
    "Python developer wanted.",
    "Django, Flask, PostgreSQL, Docker",
    "- Python\n- Django\n- Docker",
    "Remote. 40 h. Python 3.12.",
    "KiwiSaver at 6 %",
    "Föhnwetter Software GmbH seeks a developer.",
    "🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍🐍",
    "`für jede Zeile in der Datei: schreibe die Zeile und zähle weiter bis zum Ende der Datei`",
  ])("has no known language: %j", (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
