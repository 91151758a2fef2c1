import type { BundleRuleForm } from "../generated/bundleRuleForms";
import { whyNoRule } from "./bundleBounds";
import { showBeside } from "./fieldNotice";

/** Says beside the other component when it is the same one. OnLoad, and OnChange of both. */
export function checkComponents(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as BundleRuleForm;
  const problem = whyNoRule(
    form.getAttribute("kam_solutionbundleid").getValue()?.[0]?.name ?? null,
    form.getAttribute("kam_componentid").getValue()?.[0]?.id ?? null,
    form.getAttribute("kam_othercomponentid").getValue()?.[0]?.id ?? null,
  );
  showBeside(form.getControl("kam_othercomponentid"), problem);
}
