import { readerOf } from "../vocabulary/clientTexts";
import { render } from "../vocabulary/reader";
import type { Sentence } from "../vocabulary/sentence";

const noticeId = "kam_bounds";

/** Says beside a field what does not hold of it, with the way out; takes it back when it holds. */
export function showBeside(
  control: Pick<Xrm.Controls.StandardControl, "setNotification" | "clearNotification">,
  problem: Sentence | null,
): void {
  if (problem === null) {
    control.clearNotification(noticeId);
    return;
  }
  const reader = readerOf(Xrm, "solutions");
  const wayOut = { ...problem, key: `${problem.key}WayOut` };
  control.setNotification(`${render(reader, problem)} ${render(reader, wayOut)}`, noticeId);
}
