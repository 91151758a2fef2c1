import { readerOf } from "../vocabulary/clientTexts";
import { renderAll } from "../vocabulary/reader";
import type { Sentence } from "../vocabulary/sentence";

/** Something a form says at its top. */
export interface Notice {
  /** Unique on the form. */
  readonly id: string;
  readonly level: "INFO" | "WARNING";
  readonly sentences: readonly Sentence[];
}

/** Shows these notices of a dimension, in its texts, and takes away those of `ids` that no longer hold. */
export function showNotices(
  form: Pick<Xrm.FormContext, "ui">,
  dimension: string,
  ids: readonly string[],
  notices: readonly Notice[],
): void {
  const reader = readerOf(Xrm, dimension);
  for (const id of ids) form.ui.clearFormNotification(id);
  for (const { id, level, sentences } of notices) form.ui.setFormNotification(renderAll(reader, sentences), level, id);
}
