import type { BundleComponentForm } from "../generated/bundleComponentForms";
import { whyNoQuantities } from "./bundleBounds";
import { showBeside } from "./fieldNotice";

/** Says beside the smallest quantity when the two cannot hold. OnLoad, and OnChange of name and quantities. */
export function checkQuantities(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as BundleComponentForm;
  const problem = whyNoQuantities({
    name: form.getAttribute("kam_name").getValue(),
    minimum: form.getAttribute("kam_minimumquantity").getValue(),
    maximum: form.getAttribute("kam_maximumquantity").getValue(),
  });
  showBeside(form.getControl("kam_minimumquantity"), problem);
}
