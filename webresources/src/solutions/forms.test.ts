import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { checkQuantities } from "./bundleComponentForm";
import { checkBounds } from "./bundleGroupForm";
import { checkComponents } from "./bundleRuleForm";

const attributes = XrmMockGenerator.Attribute;
const context = (): Xrm.Events.EventContext => XrmMockGenerator.getEventContext();

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue(XrmMockGenerator.context);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => key.replace("solutions.", ""));
});

/** Watches what is said beside a field. */
function beside(name: string): { said: string[]; takenBack: number } {
  const watched = { said: [] as string[], takenBack: 0 };
  const control = XrmMockGenerator.getFormContext().getControl<Xrm.Controls.StandardControl>(name);
  vi.spyOn(control, "setNotification").mockImplementation((message) => {
    watched.said.push(message);
    return true;
  });
  vi.spyOn(control, "clearNotification").mockImplementation(() => {
    watched.takenBack++;
    return true;
  });
  return watched;
}

describe("bundle component form", () => {
  it("says beside the quantity what does not hold, and takes it back", () => {
    attributes.createString("kam_name", "Sensor");
    attributes.createNumber("kam_minimumquantity", 6);
    attributes.createNumber("kam_maximumquantity", 5);
    const watched = beside("kam_minimumquantity");

    checkQuantities(context());
    expect(watched.said).toEqual(["quantityBoundsWrong quantityBoundsWrongWayOut"]);

    XrmMockGenerator.getFormContext().getAttribute<Xrm.Attributes.NumberAttribute>("kam_maximumquantity").setValue(6);
    checkQuantities(context());
    expect(watched.takenBack).toBe(1);
  });
});

describe("bundle group form", () => {
  it("says beside the minimum that more are asked for than allowed", () => {
    attributes.createString("kam_name", "Sensors");
    attributes.createNumber("kam_minimum", 2);
    attributes.createNumber("kam_maximum", 1);
    const watched = beside("kam_minimum");

    checkBounds(context());

    expect(watched.said).toEqual(["groupBoundsWrong groupBoundsWrongWayOut"]);
  });
});

describe("bundle rule form", () => {
  it("says beside the other component that it is the same one", () => {
    attributes.createLookup("kam_solutionbundleid", { entityType: "kam_solutionbundle", id: "{B}", name: "Smart line" });
    attributes.createLookup("kam_componentid", { entityType: "kam_bundlecomponent", id: "{A}", name: "Sensor" });
    attributes.createLookup("kam_othercomponentid", { entityType: "kam_bundlecomponent", id: "{A}", name: "Sensor" });
    const watched = beside("kam_othercomponentid");

    checkComponents(context());

    expect(watched.said).toEqual(["ruleWithoutComponents ruleWithoutComponentsWayOut"]);
  });
});
