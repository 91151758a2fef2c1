import { expect, it } from "vitest";
import { readManifest, textsFor } from "./manifest";

const manifest = readManifest(`<manifest><control namespace="Tst" constructor="Gauge" version="1.0.0" control-type="virtual">
  <property name="value" of-type="Decimal" usage="bound" required="true"/><property name="label" of-type="SingleLine.Text" usage="input"/>
  <resources><code path="second.js" order="2"/><code path="bundle.js" order="1"/><css path="css/gauge.css"/>
  <resx path="strings/Gauge.1033.resx"/><resx path="strings/Gauge.1031.resx"/></resources></control></manifest>`);

it("names the constructor the bundle registers, and what the control takes", () => {
  expect(manifest.constructorName).toBe("Tst.Gauge");
  expect(manifest.isVirtual).toBe(true);
  expect(manifest.properties.map((each) => [each.name, each.usage, each.isRequired])).toEqual([
    ["value", "bound", true],
    ["label", "input", false],
  ]);
});

it("loads code in the order of the manifest", () => {
  expect(manifest.code).toEqual(["bundle.js", "second.js"]);
});

it("takes the texts of the language, else of the base language", () => {
  expect(textsFor(manifest, 1031)).toBe("strings/Gauge.1031.resx");
  expect(textsFor(manifest, 1036)).toBe("strings/Gauge.1033.resx");
});
