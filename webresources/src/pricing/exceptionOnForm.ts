import type { PriceExceptionStatusReason } from "../generated/choices";
import type { PriceExceptionForm } from "../generated/priceExceptionForms";
import type { ExceptionStanding } from "./exceptionStanding";

/** Reads from the main form of a price exception where it stands for the reader. */
export function standingOf(form: PriceExceptionForm): ExceptionStanding {
  return {
    status: form.getAttribute("statuscode").getValue() as PriceExceptionStatusReason | null,
    requestedById: form.getAttribute("kam_requestedbyid").getValue()?.[0]?.id ?? null,
    priceSetById: form.getAttribute("kam_pricesetbyid").getValue()?.[0]?.id ?? null,
    isUsed: form.getAttribute("kam_usedon").getValue() !== null,
    userId: Xrm.Utility.getGlobalContext().userSettings.userId,
  };
}
