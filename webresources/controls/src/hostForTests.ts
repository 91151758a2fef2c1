import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { localeOf } from "../../src/vocabulary/reader";
import type { Host } from "./host";

const here = path.join(import.meta.dirname, "..");

/** An app around a visual: the texts of a control in a language, as they ship, and a row. */
export function hostForTests(control: string, more: Partial<Host> = {}, language = 1033): Host {
  const listed = path.join(here, control, "strings", "dimensions.json");
  const dimensions = existsSync(listed) ? (JSON.parse(readFileSync(listed, "utf8")) as string[]) : [];
  const texts = new Map<string, string>();
  for (const file of [
    path.join(here, control, "strings", `${control}.${language}.resx`),
    path.join(here, "src", "strings", `visual.${language}.resx`),
    ...dimensions.map((dimension) => path.join(here, "..", "text", `${dimension}.${language}.resx`)),
  ]) {
    const resx = new DOMParser().parseFromString(readFileSync(file, "utf8"), "application/xml");
    for (const entry of resx.querySelectorAll("data"))
      texts.set(entry.getAttribute("name") ?? "", entry.querySelector("value")?.textContent ?? "");
  }
  return {
    reader: { locale: localeOf(language), textOf: (key) => texts.get(key) ?? null },
    record: { table: "quotedetail", id: "00000000-0000-0000-0000-000000000001" },
    theme: null,
    isDark: false,
    isReadOnly: false,
    isOnline: true,
    webApi: {} as ComponentFramework.WebApi,
    openRow: () => undefined,
    ...more,
  };
}

/** Answers the requests of custom APIs by their name, and keeps what was asked. */
export function serverForTests(answers: Readonly<Record<string, (asked: Record<string, unknown>) => unknown>>): {
  readonly asked: { readonly name: string; readonly parameters: Record<string, unknown> }[];
} {
  const asked: { name: string; parameters: Record<string, unknown> }[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(input as string, "https://org.example");
    const name = /v9\.2\/(\w+)/.exec(url.pathname)?.[1] ?? "";
    const parameters = init?.body ? (JSON.parse(init.body as string) as Record<string, unknown>) : Object.fromEntries(url.searchParams);
    asked.push({ name, parameters });
    try {
      return Promise.resolve(new Response(JSON.stringify(answers[name]?.(parameters) ?? {}), { status: 200 }));
    } catch (refused) {
      return Promise.resolve(new Response(JSON.stringify({ error: { message: (refused as Error).message } }), { status: 400 }));
    }
  };
  return { asked };
}
