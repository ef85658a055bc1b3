/** Draws what building takes, depending on the number of posts, as an SVG picture. */
import XMLBuilder from "fast-xml-builder";

/** One kind of build: its name, and the user CPU in seconds by number of posts. */
export type Curve = { name: string; points: readonly (readonly [posts: number, user: number])[] };

const [width, height] = [660, 360];
const edge = { left: 56, right: 490, top: 16, bottom: 312 };

/** All of them can be read on light and on dark pages. */
const colors = ["#c2410c", "#0e7490", "#7c3aed", "#4d7c0f"];
const ink = "#808080";

const xml = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressEmptyNode: true,
  format: true,
});

/** Both scales are logarithmic, so a constant cost per post is a straight line. */
export function drawCurves(title: string, curves: readonly Curve[]): string {
  const all = curves.flatMap(({ points }) => points);
  const across = powersOfTen(all.map(([posts]) => posts));
  const up = powersOfTen(all.map(([, user]) => user));
  const x = (posts: number) => place(posts, across, edge.left, edge.right);
  const y = (user: number) => place(user, up, edge.bottom, edge.top);
  const drawn = curves.map(({ name, points }, index) => ({
    name,
    color: colors[index % colors.length],
    places: points.map(([posts, user]) => [x(posts), y(user)] as const),
  }));
  const svg = {
    "@xmlns": "http://www.w3.org/2000/svg",
    "@viewBox": `0 0 ${width} ${height}`,
    "@font-family": "sans-serif",
    "@font-size": "13",
    title,
    path: up.map((user) => ({
      "@d": `M${edge.left} ${y(user)}H${edge.right}`,
      "@stroke": ink,
      "@stroke-opacity": "0.3",
    })),
    polyline: drawn.map(({ color, places }) => ({
      "@points": places.join(" "),
      "@fill": "none",
      "@stroke": color,
      "@stroke-width": "2",
    })),
    circle: drawn.flatMap(({ color, places }) =>
      places.map(([cx, cy]) => ({ "@cx": `${cx}`, "@cy": `${cy}`, "@r": "3", "@fill": color })),
    ),
    text: [
      ...across.map((posts) => label(posts.toLocaleString("en"), [x(posts), edge.bottom + 18])),
      ...up.map((user) => label(`${user} s`, [edge.left - 8, y(user) + 4], "end")),
      label("posts", [(edge.left + edge.right) / 2, height - 8]),
      ...drawn.map(({ name, color, places }) => {
        const [atX, atY] = places.at(-1) ?? [edge.right, edge.top];
        return label(name, [atX + 10, atY + 4], "start", color);
      }),
    ],
  };
  return xml.build({ svg });
}

function label(text: string, [x, y]: readonly [number, number], anchor = "middle", fill = ink) {
  return { "@x": `${x}`, "@y": `${y}`, "@text-anchor": anchor, "@fill": fill, "#text": text };
}

/** The powers of ten around values. */
function powersOfTen(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}

/** Where a value is between two edges, rounded to a tenth. */
function place(value: number, powers: readonly number[], from: number, to: number): number {
  const [first = 1, last = 1] = [powers[0], powers.at(-1)];
  const share = Math.log10(value / first) / Math.log10(last / first);
  return Math.round(10 * (from + share * (to - from))) / 10;
}
