import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const keysOf = (languageCode: number): Set<string> =>
  new Set(
    [...readFileSync(new URL(`text/structure.${languageCode}.resx`, root), "utf8").matchAll(/<data name="([^"]+)"/g)].map(
      ([, key]) => key ?? "",
    ),
  );
const used = readdirSync(new URL("src/structure/", root), { encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) =>
    [...readFileSync(new URL(`src/structure/${file}`, root), "utf8").matchAll(/"(structure\.\w+)"/g)].map(([, key]) => key ?? ""),
  );

describe("texts of the forms of Structure", () => {
  it.each([1033, 1031, 1036, 1040])("exist in language %i", (languageCode) => {
    const known = keysOf(languageCode);
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
