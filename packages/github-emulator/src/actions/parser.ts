/** GitHub's own parser of workflows, made to load under Node. */
import { registerHooks } from "node:module";

// It imports its schemas as JSON without saying so, which bundlers take and Node refuses.
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
