import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

// What holds for each control as it ships; npm run build comes first.
const here = path.join(import.meta.dirname, "..");
const repository = path.join(here, "..", "..");
const languages = ["1031", "1033", "1036", "1040"];
const controls = readdirSync(here).filter((name) => existsSync(path.join(here, name, "ControlManifest.Input.xml")));
const read = (...parts: string[]): string => readFileSync(path.join(...parts), "utf8");
const built = (name: string, ...parts: string[]): string => read(here, "out", "controls", name, ...parts);

function textsOf(name: string, language: string): Map<string, string> {
  const resx = built(name, "strings", `${name}.${language}.resx`);
  return new Map([...resx.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([\s\S]*?)<\/value>/g)].map(([, key, text]) => [key!, text!]));
}

it("there are controls", () => {
  expect(controls).not.toEqual([]);
});

describe.each(controls)("%s", (name) => {
  it("takes at most 25 KB on the way", () => {
    expect(gzipSync(built(name, "bundle.js")).length).toBeLessThanOrEqual(25 * 1024);
  });

  it("has a manifest of a virtual control that reaches nothing outside", () => {
    const manifest = new DOMParser().parseFromString(built(name, "ControlManifest.xml"), "application/xml");
    const control = manifest.querySelector("control")!;
    expect([control.getAttribute("namespace"), control.getAttribute("constructor"), control.getAttribute("control-type")]).toEqual([
      "Kam",
      name,
      "virtual",
    ]);
    expect(control.querySelector("external-service-usage")!.getAttribute("enabled")).toBe("false");
    expect(
      [...control.querySelectorAll("platform-library")].map((each) => `${each.getAttribute("name")!} ${each.getAttribute("version")!}`),
    ).toEqual(["React 16.14.0", "Fluent 9.46.2"]);
    expect(control.querySelector('uses-feature[name="WebAPI"]')!.getAttribute("required")).toBe("true");
    expect([...control.querySelectorAll("resx")].map((each) => each.getAttribute("path")).sort()).toEqual(
      languages.map((language) => `strings/${name}.${language}.resx`),
    );
  });

  it.each(languages)("has every text in language %s, with the same placeholders", (language) => {
    const english = textsOf(name, "1033");
    const texts = textsOf(name, language);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
    for (const [key, text] of texts) {
      expect([key, text.trim() !== "", placeholders(text)]).toEqual([key, true, placeholders(english.get(key)!)]);
      if (language === "1031") expect(text).not.toContain("ß");
    }
  });

  it("has a text for each name its manifest and its code give", () => {
    const texts = textsOf(name, "1033");
    const keys = [...built(name, "ControlManifest.xml").matchAll(/-key="([^"]+)"/g)].map(([, key]) => key!);
    const said = [...built(name, "bundle.js").matchAll(/"([a-z][A-Za-z]+\.[a-z][A-Za-z0-9]+)"/g)].map(([, key]) => key!);
    const dimensions = new Set([...texts.keys()].map((key) => key.split(".")[0]));
    // A key that is put together in code stands there with its beginning.
    const isThere = (key: string): boolean => [...texts.keys()].some((each) => each.startsWith(key));
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
    expect(said.filter((key) => dimensions.has(key.split(".")[0]) && !isThere(key))).toEqual([]);
  });

  it("is packed: described, listed, and taken from where it is built", () => {
    const full = `kam_Kam.${name}`;
    expect(read(repository, "solution", "Controls", full, "ControlManifest.xml.data.xml")).toContain(`<Name>${full}</Name>`);
    expect(read(repository, "solution", "Other", "Solution.xml")).toContain(
      `<RootComponent type="66" schemaName="${full}" behavior="0" />`,
    );
    expect(read(repository, "solution-map.xml").split(`map="Controls\\${full}\\`).length - 1).toBe(3);
  });
});
