import { PriceExceptionStatusReason } from "../generated/choices";
import { plainId } from "../page/rowId";

/** What a form knows of who may do what with a price exception. Ids as the client gives them. */
export interface ExceptionStanding {
  readonly status: PriceExceptionStatusReason | null;
  readonly requestedById: string | null;
  /** Who last set the price of the line. */
  readonly priceSetById: string | null;
  /** Whether the line has been ordered under it. */
  readonly isUsed: boolean;
  /** Who looks at it. */
  readonly userId: string;
}

/** Whether the reader is not kept from deciding by what the form knows. Whether his level reaches so far only the server knows. */
export function mayDecide({ status, requestedById, priceSetById, userId }: ExceptionStanding): boolean {
  if (status !== PriceExceptionStatusReason.Requested) return false;
  return ![requestedById, priceSetById].some((party) => party !== null && plainId(party) === plainId(userId));
}

/** Whether the reader may take it back: he asked, it is open or approved, and nothing has been ordered under it. */
export function mayWithdraw({ status, requestedById, isUsed, userId }: ExceptionStanding): boolean {
  const isActive = status === PriceExceptionStatusReason.Requested || status === PriceExceptionStatusReason.Approved;
  return isActive && !isUsed && requestedById !== null && plainId(requestedById) === plainId(userId);
}

/** Whether it has ended or is decided, so that nothing on it changes any more. */
export function isDecided({ status }: ExceptionStanding): boolean {
  return status !== null && status !== PriceExceptionStatusReason.Requested;
}
