/** What the editor has open, read from what Decap knows. */
import { sentStatus } from "./board-api.ts";
import type { State } from "./decap.ts";
import type { Edited } from "./standing.ts";

/** The collection of live posts, in which all are written. */
export const liveCollection = "jobs";

/** `undefined` where no live post is open. */
export function editedIn({ entryDraft, editorialWorkflow }: State): Edited | undefined {
  const entry = entryDraft.get("entry");
  if (entry?.get("collection") !== liveCollection) return undefined;
  const slug = String(entry.get("slug") ?? "");
  const isNew = entry.get("newRecord") === true;
  const draft = editorialWorkflow.getIn(["entities", `${liveCollection}.${slug}`]);
  return {
    slug,
    isNew,
    hasChanged: entryDraft.get("hasChanged") === true,
    isSaved: !isNew && draft?.get("status") !== undefined,
    isSent: draft?.get("status") === sentStatus,
    busy: busyWith(
      draft?.get("isUpdatingStatus"),
      entry.get("isPersisting") || draft?.get("isPersisting"),
    ),
  };
}

function busyWith(isSending: unknown, isSaving: unknown): Edited["busy"] {
  if (isSending === true) return "sending";
  return isSaving === true ? "saving" : null;
}
