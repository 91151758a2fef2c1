import type { Form } from "./designs";
import { childAt, childrenOf, guid, parseXml } from "./xml";

/**
 * The forms a user gets, in their order, as the display conditions in their XML say ("Control access to model-driven app forms"): those for everyone
 * and those for one of the roles; where there is none, the fallback forms.
 */
export function formsFor(forms: readonly Form[], roleIds: readonly string[]): readonly Form[] {
  const all = forms.map((form) => ({ form, ...conditionsOf(form) }));
  const ordered = [...all].sort((a, b) => a.order - b.order);
  const own = ordered.filter((each) => each.roles === null || each.roles.some((role) => roleIds.includes(role)));
  return (own.length > 0 ? own : ordered.filter((each) => each.isFallback)).map((each) => each.form);
}

function conditionsOf(form: Form): { readonly order: number; readonly isFallback: boolean; readonly roles: readonly string[] | null } {
  const conditions = childAt(parseXml(form.xml), "DisplayConditions");
  const roles = childrenOf(conditions, "Role").map((each) => guid(each.getAttribute("Id")));
  return {
    order: Number(conditions?.getAttribute("Order") ?? 0),
    isFallback: conditions?.getAttribute("FallbackForm") === "true",
    roles: conditions === null || childAt(conditions, "Everyone") || roles.length === 0 ? null : roles,
  };
}
