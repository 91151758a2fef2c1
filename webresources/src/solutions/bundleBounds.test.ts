import { describe, expect, it } from "vitest";
import { whyNoChoice, whyNoQuantities, whyNoRule } from "./bundleBounds";

describe("quantities of a bundle component", () => {
  it.each<[number | null, number | null, boolean]>([
    [1, 10, true],
    [5, 5, true],
    [0.01, 1, true],
    [0, 1, false],
    [-1, null, false],
    [6, 5, false],
    [null, 5, true],
    [5, null, true],
  ])("from %s to %s hold: %s", (minimum, maximum, holds) => {
    expect(whyNoQuantities({ name: "Sensor", minimum, maximum }) === null).toBe(holds);
  });

  it("are named in the words of the server", () => {
    expect(whyNoQuantities({ name: "Sensor", minimum: 6, maximum: 5 })).toEqual({
      key: "solutions.quantityBoundsWrong",
      arguments: [
        { kind: "Text", value: "Sensor" },
        { kind: "Number", value: "6" },
        { kind: "Number", value: "5" },
      ],
    });
  });
});

describe("bounds of a bundle group", () => {
  it.each<[number | null, number | null, boolean]>([
    [0, 1, true],
    [2, 2, true],
    [-1, 1, false],
    [2, 1, false],
    [null, 1, true],
  ])("from %s to %s hold: %s", (minimum, maximum, holds) => {
    expect(whyNoChoice({ name: "Sensors", minimum, maximum }) === null).toBe(holds);
  });
});

describe("a bundle rule", () => {
  it("needs two different components, however their ids are written", () => {
    expect(whyNoRule("Smart line", "{A1}", "a1")?.key).toBe("solutions.ruleWithoutComponents");
    expect(whyNoRule("Smart line", "{A1}", "{A2}")).toBeNull();
    expect(whyNoRule("Smart line", null, null)).toBeNull();
  });
});
