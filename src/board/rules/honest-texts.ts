/** Texts of posts that look as their authors meant them, in many ways of writing Markdown. For tests of advice on looks. */

export const honestTexts: readonly string[] = [
  // Wrapped by an editor, with words in capitals at the start of lines.
  `Wir suchen für unser Team in Graz eine erfahrene Person, die unsere
Anwendungen in Python weiterentwickelt. Gemeinsam mit zwei Kolleginnen
Betreust du die Schnittstellen zu den Partnern, schreibst
Tests und hilfst anderen Abteilungen dabei, ihre Auswertungen zu verstehen.`,
  `You will join the Platform team at Example Analytics, which runs the
Kubernetes clusters for all product teams, and take over two services
that are written in Python. We deploy several times a day, and nobody
has to work at night.`,
  // One sentence or clause a line.
  `We build maps for hikers.
Our users walk in the mountains of twelve countries.
Every map is checked by somebody who lives there!
Would you like to help us?`,
  `You write services in Python,
mostly with Django and PostgreSQL,
and sometimes a little Go
when a task needs it.`,
  `He said “yes.”
She said (more or less) no.
*We disagreed.*
In the end we shipped it.`,
  // Lists of all kinds.
  `You will:

- write Python every day
- review the code of
  others in the team
- talk to customers

And now and then:

1. plan a release
2. write about it
   in our blog`,
  `* Python
* Django
  * the admin
    * its themes
      * and their tests
* PostgreSQL`,
  `3. Third step first
4. then the fourth

- [ ] read this
- [x] apply`,
  `- **Python**: five years or so
- **SQL**: you can read a query plan
- *Nice to have*: Rust, C++, C#`,
  `- We use Python and
Django, as well as PostgreSQL
- and Redis`,
  `- Python
  – five years or more
- SQL
  – you can read a plan`,
  // Lines that are meant to end, and do.
  `Example GmbH\\
Hauptplatz 1\\
8010 Graz`,
  `Anna Smith  
Head of Data  
Example Ltd`,
  `Kind regards,
Anna`,
  `**What you do**
You write Python and make sure that it runs.`,
  `Dear reader,

we look for somebody like you.

Best regards`,
  // Dashes and numbers in ordinary lines.
  `Our product is small
– which we like – and our team is, too.`,
  `The company was founded in 1998, and has grown every year since: from
3. place in the local market to first. We are proud of that.`,
  "Pay: 60–75k. Berlin · Hamburg · remote. 3 - 5 years of experience – or talent.",
  "→ Apply by email, please.",
  "✅ Open to juniors",
  // Emoji and symbols as decoration.
  `🚀 We launch every Friday, and nobody is afraid of it.

🐍 We have used Python since version 1.5.

💶 You get a fair salary.`,
  `### 🐍 What you do

You count snakes.`,
  // Code.
  `Run it like this:

    pip install example
    example --config settings.toml

and see what happens.`,
  `Can you spot the bug?

    for snake in snakes:
        count =+ 1
    return count`,
  `Our stack:

\`\`\`
web -> queue -> worker
\`\`\`

\`\`\`yaml
python: 3.14
database: postgres
\`\`\``,
  `Solve this:

\`\`\`text
There are three snakes in a basket and each of them has eaten two others.
\`\`\``,
  `    src/
    tests/
    README.md`,
  `    # The answer to everything, for people who like Python
    SELECT answer FROM everything`,
  "We write `**kwargs` and `<b>` in code, and `[x](y)`, too. Use `&amp;nbsp;` with care.",
  // Asterisks, underscores and numbers.
  "You know what *args and **kwargs mean, that 2**10 is 1024 and 2 ** 3 is 8, and why A* beats Dijkstra.",
  `We pay 70,000 euros* a year. Entwickler*innen and developers (m/w/d) welcome.

\\*depending on experience`,
  "Salary* and bonus** are negotiable? No: 3 * 4 = 12, and snake_case is fine.",
  "This is *really* **very** ***much*** ~~good~~ fun. **Note:** bring a towel.",
  "*Only* for residents. *We mean it.*",
  // Links.
  `See [our handbook][handbook], [its second part][] and [handbook] again.

[handbook]: https://example.com/handbook
[its second part]: <https://example.com/two> "Part two"`,
  "Apply at https://example.com/jobs/42, [by email](mailto:jobs@example.com), <jobs@example.com> or <https://example.com/>.",
  "[Note]: we do not sponsor visas. See section [3] below, footnote [^1], or array[0](x).",
  "Read settings.py, README.md and example.com (our domain). See also (www) and jobs@www.example.com.",
  "[www.example.com](https://www.example.com/) tells you more.",
  // Tables and quotations.
  `| What | When |
|------|------|
| Call | week 1 |
| Task | week 2 |`,
  `> We have never had
> so much fun.

says our last hire.`,
  // Angle brackets and ampersands.
  "We love C++ templates like std::vector<Pose>, a < b, <3, R&D, AT&T, Q&A and x&y.",
  // Headings.
  `# The job

Text.

## What the first weeks at Example Analytics look like for somebody who joins the data team

More text.

Tasks
-----

You count.

---

#1 in Europe, and #python is our hashtag.`,
  // Other scripts.
  `نبحث عن مهندس برمجيات
للعمل على خدماتنا المكتوبة بلغة بايثون
في فريق صغير يعمل عن بعد.`,
  `我们正在寻找一位熟悉 Python 的工程师，
你将与三位同事一起工作，
开发并维护我们的数据平台。`,
  `Мы ищем разработчика, который вместе с нами будет развивать сервис доставки
Петербургских пирогов. Вы будете писать на Python, проверять код коллег и
Рассказывать о том, что получилось.`,
  `「楽しい」と言える職場です。
リモート勤務も可能です。`,
  // Names with accents beside quotation marks.
  "Unser „Spaß“ heißt MENÜ“? «CAFÉ»… Não: a IRMÃ” disse olé”…",
];
