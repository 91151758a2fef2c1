import { parseXml } from "../design/xml";
import type { Designs } from "../design/designs";

// Texts by name of the resource file, without language and ending.
const texts = new Map<string, ReadonlyMap<string, string>>();

/** Reads the resource files that web resources depend on, as the platform does before it runs them. */
export async function loadTextsOf(designs: Designs, names: readonly string[], language: number): Promise<void> {
  const dependencies = (await Promise.all(names.map((name) => designs.dependencies(name)))).flat();
  const bases = new Set(dependencies.filter((each) => /\.\d{4}\.resx$/i.test(each)).map((each) => each.replace(/\.\d{4}\.resx$/i, "")));
  await Promise.all(
    [...bases].map(async (base) => {
      if (texts.has(base)) return;
      // The user's language, else the base language: "getResourceString".
      const wanted = [language, 1033].map((each) => `${base}.${String(each)}.resx`).find((each) => dependencies.includes(each));
      const content = wanted === undefined ? null : await designs.webResource(wanted);
      if (content !== null) texts.set(base, textsIn(content));
    }),
  );
}

/** The text of a key of a resource file that was loaded; null where there is none. */
export function resourceString(webResource: string, key: string): string | null {
  return texts.get(webResource)?.get(key) ?? null;
}

function textsIn(resx: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const data of parseXml(resx).querySelectorAll("data")) {
    const name = data.getAttribute("name");
    if (name !== null) found.set(name, data.querySelector("value")?.textContent ?? "");
  }
  return found;
}
