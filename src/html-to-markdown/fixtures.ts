/** What programs put into the clipboard, in their own markup: invented job posts, and the Markdown that a post should have. */

type Copied = { html: string; text: string; markdown: string };

/** A list paragraph as Word writes it. */
function wordEntry(level: number, mark: string, text: string): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-US>${text}<o:p></o:p></span></p>`;
}

const word: Copied = {
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Hydrologist</p>
<p class=MsoNormal><b>We measure</b> rivers with
Python.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Your tasks<o:p></o:p></h2>
${wordEntry(1, "·", "Write <b>code</b>")}
${wordEntry(2, "o", "in Python&nbsp;3")}
${wordEntry(3, "§", "with types")}
${wordEntry(1, "·", "R&amp;D")}
<p class=MsoNormal>How to apply:</p>
${wordEntry(1, "1.", "Send a mail")}
${wordEntry(1, "2.", "Meet us")}
${wordEntry(2, "a)", "in Graz")}
<p class=MsoNormal><a href="https://example.com/rivers?year=2026&amp;utm_source=word"><span style='color:#0563C1'>Our rivers</span></a></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr><td width=302><p class=MsoNormal><b>Place<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>Pay</b></p></td></tr><tr><td><p class=MsoNormal>Graz|Wien</p></td>
<td><p class=MsoNormal>65.000&nbsp;€</p></td></tr></table>
<!--EndFragment--></body></html>`,
  text: "Hydrologist\r\nWe measure rivers with Python.\r\n\r\nYour tasks\r\n·\tWrite code\r\n",
  markdown: `### Hydrologist

**We measure** rivers with Python.

#### Your tasks

- Write **code**
  - in Python 3
    - with types
- R&D

How to apply:

1. Send a mail
2. Meet us
   1. in Graz

[Our rivers](https://example.com/rivers?year=2026)

| Place | Pay |
| - | - |
| Graz\\|Wien | 65.000 € |`,
};

/** A run of text as Google Docs writes it. */
function docsRun(
  text: string,
  { weight = 400, style = "normal", decoration = "none", color = "#000000" } = {},
): string {
  return `<span style="font-size:11pt;font-family:Arial,sans-serif;color:${color};background-color:transparent;font-weight:${weight};font-style:${style};font-variant:normal;text-decoration:${decoration};vertical-align:baseline;white-space:pre;white-space:pre-wrap;">${text}</span>`;
}

function docsBlock(name: string, runs: string, role = ""): string {
  return `<${name} dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"${role}>${runs}</${name.split(" ")[0]}>`;
}

function docsEntry(level: number, mark: string, text: string): string {
  return `<li dir="ltr" style="list-style-type:${mark};font-size:11pt;font-family:Arial,sans-serif;color:#000000;white-space:pre;" aria-level="${level}">${docsBlock("p", docsRun(text), ` role="presentation"`)}</li>`;
}

function docsRow(cells: readonly string[], weight: number): string {
  const written = cells.map(
    (text) =>
      `<td style="border-left:solid #000000 1pt;vertical-align:top;padding:5pt 5pt 5pt 5pt;overflow:hidden;">${docsBlock("p", docsRun(text, { weight }))}</td>`,
  );
  return `<tr style="height:0pt">${written.join("")}</tr>`;
}

const docsList = `style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"`;

const googleDocs: Copied = {
  html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-3f1c9a52-7fff-0d4e-91b7-5c2a8e6f4d10">${[
    docsBlock("h1", docsRun("Keeper of tides")),
    docsBlock(
      "p",
      `${docsRun("Work on ")}${docsRun("data", { weight: 700 })}${docsRun(" and ")}${docsRun("models", { style: "italic" })}${docsRun(".")}`,
    ),
    "<br />",
    docsBlock("h2", docsRun("What you do", { weight: 700 })),
    `<ul ${docsList}>${docsEntry(1, "disc", "Python")}<ul ${docsList}>${docsEntry(2, "circle", "NumPy")}</ul>${docsEntry(1, "disc", "SQL")}</ul>`,
    docsBlock("p", docsRun("First steps:")),
    `<ol ${docsList}>${docsEntry(1, "decimal", "Meet the team")}${docsEntry(1, "decimal", "Read the gauges")}</ol><br />`,
    docsBlock(
      "p",
      `${docsRun("See ")}<a href="https://www.google.com/url?q=https://example.com/tides?a%3D1%26utm_source%3Ddocs&amp;sa=D&amp;ust=1" style="text-decoration:none;">${docsRun("our page", { decoration: "underline", color: "#1155cc" })}</a>${docsRun(".")}`,
    ),
    `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="312" /><col width="312" /></colgroup><tbody>${docsRow(["Place", "Pay"], 700)}${docsRow(["Ostende", "€ 60,000"], 400)}</tbody></table></div>`,
  ].join("")}</b><br class="Apple-interchange-newline">`,
  text: "Keeper of tides\nWork on data and models.\n\nWhat you do\nPython\nNumPy\nSQL\n",
  markdown: `### Keeper of tides

Work on **data** and *models*.

#### What you do

- Python
  - NumPy
- SQL

First steps:

1. Meet the team
2. Read the gauges

See [our page](https://example.com/tides?a=1).

| Place | Pay |
| - | - |
| Ostende | € 60,000 |`,
};

/** The styles that Chromium writes into copied elements. */
const computed = `style="box-sizing: border-box; margin: 0px 0px 16px; color: rgb(38, 50, 56); font-family: Inter, sans-serif; font-size: 16px; font-weight: 400; letter-spacing: normal; text-indent: 0px; white-space: normal; background-color: rgb(255, 255, 255);"`;

const careersPage: Copied = {
  html: `<meta charset='utf-8'><div class="job-header" ${computed}><h1 class="posting-headline" ${computed}>Cave Cartographer</h1><div class="posting-categories" ${computed}><i class="icon icon-pin">\ue0c8</i> Ljubljana <span class="material-icons" aria-hidden="true">schedule</span> Full time</div><button class="btn btn-share" type="button">Share</button></div>
<div class="section page-centered" ${computed}><div><div ${computed}>We map <a class="external" href="https://example.com/caves?utm_source=careers&amp;utm_medium=web&amp;area=karst&amp;page=2#maps" target="_blank" rel="noopener" ${computed}>caves<span class="sr-only"> (opens in a new tab)</span></a>.</div><div ${computed}><br></div><div ${computed}>&nbsp;</div></div></div>
<div class="accordion"><h3 ${computed}><button type="button" class="accordion-button" aria-expanded="true" aria-controls="tasks"><span ${computed}>Your <strong style="font-weight: 700;">tasks</strong></span></button></h3><div id="tasks"><p ${computed}></p><ul class="posting-requirements plain-list" ${computed}><li ${computed}><p><span ${computed}>Survey in Python</span><span class="Apple-converted-space">&nbsp;</span></p></li><li ${computed}><div>Draw maps:</div><ul><li ${computed}>of halls</li><li ${computed}>of rivers</li></ul></li></ul><p ${computed}>\u200b</p></div></div>
<div class="accordion"><h3 ${computed}><button type="button" class="accordion-button" aria-expanded="true"><span>We offer</span></button></h3><table class="table" ${computed}><thead><tr><th scope="col">Place</th><th scope="col">Pay</th></tr></thead><tbody><tr><td ${computed}>Ljubljana</td><td><strong style="font-weight: bolder;">€ 58,000</strong></td></tr></tbody></table></div>
<div class="apply" ${computed}><img src="https://example.com/pixel.gif?gh_src=abc" alt=""><button class="btn btn-primary">Apply for this job</button><input type="text" placeholder="Email"></div><br class="Apple-interchange-newline">`,
  text: "Cave Cartographer\n Ljubljana schedule Full time\nShare\nWe map caves (opens in a new tab).\n",
  markdown: `### Cave Cartographer

Ljubljana Full time

We map [caves](https://example.com/caves?area=karst&page=2#maps).

#### Your tasks

- Survey in Python
- Draw maps:
  - of halls
  - of rivers

#### We offer

| Place | Pay |
| - | - |
| Ljubljana | **€ 58,000** |`,
};

/** By where they are copied. */
export const copied = { Word: word, "Google Docs": googleDocs, "a careers page": careersPage };
