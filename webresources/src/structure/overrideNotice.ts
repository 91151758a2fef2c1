import { SegmentOverrideStatusReason } from "../generated/choices";
import type { Notice } from "../page/notice";
import { sentence } from "../vocabulary/sentence";

export const overrideNoticeId = "kam_override";

/** What the form of an override knows. */
export interface OverrideState {
  readonly status: SegmentOverrideStatusReason | null;
  /** Id of whoever asked; null before the first save. */
  readonly requestedById: string | null;
  /** Id of whoever looks at it. */
  readonly userId: string;
}

/** Whether its terms may still change. */
export function isDecided({ status }: OverrideState): boolean {
  return status !== null && status !== SegmentOverrideStatusReason.Requested;
}

/** Says who signs, or that it is signed. */
export function overrideNotice(state: OverrideState): Notice[] {
  if (isDecided(state)) return [{ id: overrideNoticeId, level: "INFO", sentences: [sentence("structure.noticeDecided")] }];
  const isOwn = state.requestedById === null || same(state.requestedById, state.userId);
  return [{ id: overrideNoticeId, level: "INFO", sentences: [sentence(isOwn ? "structure.noticeOwnRequest" : "structure.noticeToSign")] }];
}

function same(one: string, other: string): boolean {
  const plain = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();
  return plain(one) === plain(other);
}
