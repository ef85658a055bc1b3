/** The fields of the form in Decap's configuration: the board's own, and beside them hidden ones for what is stamped. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Control, Option } from "../src/board/form/fields.ts";
import { formFields } from "../src/board/form/fields.ts";
import { fieldNotes, jobFields } from "../src/board/job/schema.ts";
import { slugControl } from "./job-format.ts";

/** A field in Decap's configuration. `widget` is one of Decap's own, or the notice. */
export type CmsField = {
  name: string;
  widget: string;
  label?: string;
  hint?: string;
  required?: boolean;
  options?: Option[];
  multiple?: boolean;
  max?: number;
  [setting: string]: unknown;
};

/** The name of the control that says what is wrong with the form as a whole. */
export const noticeControl = "_notice";

/** The notice, the fields of the form, and what is stamped. */
export function cmsFields(config: BoardConfig): CmsField[] {
  const stamped = jobFields.filter((field) => fieldNotes(field).filledBy === "form");
  return [
    { name: noticeControl, label: "Before you save", widget: "notice", required: false },
    ...formFields(config).map(({ name, label, hint, required, control }) => ({
      ...{ name, label, hint, required },
      ...widgetFor(control),
    })),
    ...[...stamped, slugControl].map((name) => ({ name, widget: "hidden" })),
  ];
}

function widgetFor(control: Control) {
  switch (control.kind) {
    case "line":
      return { widget: "string" };
    case "prose":
      return prose;
    case "day":
      return { widget: "datetime", format: "YYYY-MM-DD", time_format: false };
    case "choice":
      return { widget: "select", options: control.options };
    case "choices": {
      const { options, max } = control;
      return { widget: "select", multiple: true, options, ...(max && { max }) };
    }
  }
}

// Headings of the first two levels are the page's and the file's own; pictures are not shown.
const prose = {
  widget: "markdown",
  modes: ["rich_text", "raw"],
  editor_components: [],
  buttons: [
    ...["bold", "italic", "link", "bulleted-list", "numbered-list"],
    ...["heading-three", "heading-four", "quote", "code"],
  ],
};
