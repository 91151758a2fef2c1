import { describe, expect, it } from "vitest";
import { dayText, localeOf, moneyText, render, type Reader } from "./reader";
import { sentence, sentencesOf, words } from "./sentence";

const texts: Readonly<Record<string, string>> = { greeting: "{0} owes {1}, {2} since {3}.", band: "Top", bandSentence: "{0}!" };
const reader = (languageCode: number): Reader => ({ locale: localeOf(languageCode), textOf: (key) => texts[key] ?? null });

const stored = JSON.stringify([
  {
    key: "greeting",
    arguments: [
      { kind: "Text", value: "Muster AG" },
      { kind: "Money", value: "-1250.50", currency: "CHF" },
      { kind: "Percent", value: "12.5" },
      { kind: "Date", value: "2026-03-31" },
    ],
  },
]);

// An amount and its unit stay on one line.
const spaced = (text: string): string => text.replaceAll("\u00a0", " ");

describe("a sentence", () => {
  it.each([
    [1033, "Muster AG owes CHF −1,250.50, 12.5 % since Mar 31, 2026."],
    [1031, "Muster AG owes CHF −1’250.50, 12.5 % since 31.03.2026."],
    [1036, "Muster AG owes CHF −1\u202f250,50, 12,5 % since 31 mars 2026."],
    [1040, "Muster AG owes CHF −1’250.50, 12.5 % since 31 mar 2026."],
    [1049, "Muster AG owes CHF −1,250.50, 12.5 % since Mar 31, 2026."],
  ])("is written as people in language %i write it", (languageCode, expected) => {
    expect(spaced(render(reader(languageCode), sentencesOf(stored)[0]!))).toBe(expected);
  });

  it("takes a text of its own for an argument that is a key", () => {
    expect(render(reader(1033), { key: "bandSentence", arguments: [{ kind: "TextKey", value: "band" }] })).toBe("Top!");
  });

  it("shows the key of a text nobody has, and leaves a placeholder without argument", () => {
    expect(render(reader(1033), sentence("unheardOf"))).toBe("[unheardOf]");
    expect(render(reader(1033), sentence("greeting", words("Muster AG")))).toBe("Muster AG owes {1}, {2} since {3}.");
  });
});

describe("stored sentences", () => {
  it("are none in an empty column", () => {
    expect(sentencesOf(null)).toEqual([]);
    expect(sentencesOf("")).toEqual([]);
  });

  it.each([
    "{",
    "{}",
    '[{"key":"a"}]',
    '[{"key":"a","arguments":[{"kind":"Colour","value":"red"}]}]',
    '[{"key":"a","arguments":[{"kind":"Money","value":"1"}]}]',
  ])("are refused when they are not such JSON: %s", (json) => {
    expect(() => sentencesOf(json)).toThrow(SyntaxError);
  });
});

describe("an amount in a figure", () => {
  it("is whole from 1000 on and has two decimals below unless it is whole", () => {
    const german = reader(1031);
    expect(spaced(moneyText(german, 1000.49, "CHF"))).toBe("CHF 1’000");
    expect(spaced(moneyText(german, 999.5, "CHF"))).toBe("CHF 999.50");
    expect(spaced(moneyText(german, 12, "CHF"))).toBe("CHF 12");
    expect(spaced(moneyText(german, -48000, "EUR"))).toBe("EUR −48’000");
  });
});

describe("a day", () => {
  it("is the day that was stored, wherever the reader sits", () => {
    expect(dayText(reader(1031), "2026-01-01T00:00:00Z")).toBe("01.01.2026");
  });
});
