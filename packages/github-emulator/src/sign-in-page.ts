/** The page on which somebody chooses whom to be. */
import type { User } from "./state.ts";

/** Plain HTML: one button a person, which posts to `action`. */
export function signInPage(people: readonly User[], action: string): string {
  const buttons = people.map(
    ({ login, name }) =>
      `<p><button name="login" value="${escapeHtml(login)}">${escapeHtml(name ? `${name} (${login})` : login)}</button></p>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to the emulator</title>
<h1>Sign in to the emulator</h1>
<p>This is not GitHub, but a stand-in for it on this machine. Who do you want to be?</p>
<form method="post" action="${escapeHtml(action)}">
${buttons.join("\n")}
</form>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
