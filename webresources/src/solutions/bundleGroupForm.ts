import type { BundleGroupForm } from "../generated/bundleGroupForms";
import { whyNoChoice } from "./bundleBounds";
import { showBeside } from "./fieldNotice";

/** Says beside the minimum when more are asked for than allowed. OnLoad, and OnChange of name and bounds. */
export function checkBounds(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as BundleGroupForm;
  const problem = whyNoChoice({
    name: form.getAttribute("kam_name").getValue(),
    minimum: form.getAttribute("kam_minimum").getValue(),
    maximum: form.getAttribute("kam_maximum").getValue(),
  });
  showBeside(form.getControl("kam_minimum"), problem);
}
