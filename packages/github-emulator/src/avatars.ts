/** Avatars, as pages load them. */

const path = /^\/avatars\/u\/(\d+)$/;

export function isAvatarPath(pathname: string): boolean {
  return path.test(pathname);
}

/** A square with a different color for each person. */
export function answerAvatar(pathname: string): Response {
  const hue = (Number(path.exec(pathname)?.[1]) * 137) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="hsl(${hue} 50% 60%)" d="M0 0h1v1H0z"/></svg>`;
  return new Response(svg, {
    headers: { "content-type": "image/svg+xml", "cache-control": "max-age=3600" },
  });
}
