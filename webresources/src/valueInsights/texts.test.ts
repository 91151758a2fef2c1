import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const keysOf = (languageCode: number): Set<string> =>
  new Set(
    [...readFileSync(new URL(`text/valueInsights.${languageCode}.resx`, root), "utf8").matchAll(/<data name="([^"]+)"/g)].map(
      ([, key]) => key ?? "",
    ),
  );
const used = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) =>
    [...readFileSync(new URL(`src/${file}`, root), "utf8").matchAll(/"(valueInsights\.\w+)"/g)].map(([, key]) => key ?? ""),
  );

describe("texts of forms and pages", () => {
  it.each([1033, 1031, 1036, 1040])("exist in language %i", (languageCode) => {
    const known = keysOf(languageCode);
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
