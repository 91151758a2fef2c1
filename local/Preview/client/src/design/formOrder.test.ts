import { expect, it } from "vitest";
import type { Form } from "./designs";
import { formsFor } from "./formOrder";

const form = (name: string, conditions: string) =>
  ({ id: name, name, table: "account", type: 2, xml: `<form>${conditions}<tabs/></form>` }) as Form;
const everyone = form("Everyone", '<DisplayConditions FallbackForm="true" Order="2"><Everyone/></DisplayConditions>');
const leads = form("Leads", '<DisplayConditions Order="0"><Role Id="{AAAAAAAA-0000-0000-0000-000000000001}"/></DisplayConditions>');
const approvers = form("Approvers", '<DisplayConditions Order="1"><Role Id="{aaaaaaaa-0000-0000-0000-000000000002}"/></DisplayConditions>');
const names = (forms: readonly Form[]) => forms.map((each) => each.name);

it("gives a role its form first, in the order of the forms", () => {
  expect(names(formsFor([everyone, approvers, leads], ["aaaaaaaa-0000-0000-0000-000000000001"]))).toEqual(["Leads", "Everyone"]);
  expect(names(formsFor([everyone, approvers, leads], []))).toEqual(["Everyone"]);
});

it("falls back where no form is for the user", () => {
  const fallback = form(
    "Fallback",
    '<DisplayConditions FallbackForm="true" Order="5"><Role Id="{aaaaaaaa-0000-0000-0000-000000000009}"/></DisplayConditions>',
  );

  expect(names(formsFor([leads, fallback], []))).toEqual(["Fallback"]);
});

it("gives a form without conditions to everybody, as it stands", () => {
  expect(names(formsFor([form("A", ""), form("B", "")], []))).toEqual(["A", "B"]);
});
