/** Has the rich-text box write Markdown as the form and the converter of pasted text do. */
import type { Nodes } from "mdast";

/** A plugin for Decap, which uses it to read Markdown, too. */
export const boardMarkdown = {
  settings: { bullet: "-", paddedTable: false },
  plugins: [
    function (this: { Compiler?: unknown }) {
      return this.Compiler ? (tree: Nodes) => prepare(tree, false) : undefined;
    },
  ],
};

/** Changes what Decap would write in a way that the page shows otherwise than the box. */
function prepare(node: Nodes, inTable: boolean): void {
  // A blank line before a nested list would make paragraphs of all entries around it.
  if (node.type === "listItem") {
    node.spread = node.children.filter(({ type }) => type !== "list").length > 1;
  }
  // It would begin another cell.
  if (inTable && "value" in node) node.value = node.value.replaceAll("|", "\\|");
  if (!("children" in node)) return;
  for (const child of node.children) prepare(child, inTable || node.type === "table");
}
