const unsafe = /[<>&\u2028\u2029]/g;

/**
 * A value as JSON that can stand inside a `<script>` element of an HTML page as it is. The characters
 * that could end the element, open a comment in it (`<!--<script>` turns the rest of the page into
 * script text: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements)
 * or end a line of JavaScript are written as \uXXXX, which JSON reads as the same characters.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
