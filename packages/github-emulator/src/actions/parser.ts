/** GitHub's own workflow parser, made to load in Node. */
import { registerHooks } from "node:module";

// It imports JSON without import attributes, which bundlers accept and Node does not.
registerHooks({
  load: (url, context, next) =>
    next(
      url,
      /@actions\/workflow-parser\/.*\.json$/.test(url)
        ? { ...context, importAttributes: { type: "json" } }
        : context,
    ),
});

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import(
  "@actions/workflow-parser"
);
const { parseAction, convertActionTemplate } = await import(
  "@actions/workflow-parser/actions/index"
);

export {
  convertActionTemplate,
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseAction,
  parseWorkflow,
};
