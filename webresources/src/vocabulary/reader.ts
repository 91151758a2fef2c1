import type { Argument, Sentence } from "./sentence";

/** Whoever reads: the texts of their language and how it writes numbers and days. */
export interface Reader {
  /** BCP 47, for the lang attribute and number formats. */
  readonly locale: string;
  /** The text of a key; null when the language has none. */
  textOf(key: string): string | null;
}

// The languages of the product as they are written in Switzerland; English for everybody else.
const locales: Readonly<Record<number, string>> = { 1031: "de-CH", 1036: "fr-CH", 1040: "it-CH" };

// Browsers disagree about these with their version; the server writes them so.
const thousands: Readonly<Record<string, string>> = { "de-CH": "\u2019", "fr-CH": "\u202f", "it-CH": "\u2019" };

/** The locale of a Dataverse language. */
export function localeOf(languageCode: number): string {
  return locales[languageCode] ?? "en";
}

/** A text with its placeholders {0}, {1} … filled in. A key without text is shown as [key]: a newer version may have stored it. */
export function say(reader: Reader, key: string, ...values: string[]): string {
  const text = reader.textOf(key);
  return text === null ? `[${key}]` : text.replace(/\{(\d+)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
}

/** A sentence in the reader's language, as the server writes it in the text column beside the JSON. */
export function render(reader: Reader, sentence: Sentence): string {
  return say(reader, sentence.key, ...sentence.arguments.map((argument) => renderArgument(reader, argument)));
}

/** Several sentences in a row. */
export function renderAll(reader: Reader, sentences: readonly Sentence[]): string {
  return sentences.map((each) => render(reader, each)).join(" ");
}

function renderArgument(reader: Reader, { kind, value, currency }: Argument): string {
  switch (kind) {
    case "TextKey":
      return say(reader, value);
    case "Number":
      return withDecimalsOf(reader, value);
    case "Percent":
      return percentText(withDecimalsOf(reader, value));
    case "Money":
      return `${currency ?? ""}\u00a0${withDecimalsOf(reader, value)}`;
    case "Date":
      return dayText(reader, value);
    case "Text":
      return value;
  }
}

/** An amount with its currency in front: whole from 1000 on, below with two decimals unless it is whole. */
export function moneyText(reader: Reader, amount: number, currency: string): string {
  return `${currency}\u00a0${decimalText(reader, amount, Math.abs(amount) >= 1000 || Number.isInteger(amount) ? 0 : 2)}`;
}

/** A percentage; its sign never starts a line. */
export function percentText(number: string): string {
  return `${number}\u00a0%`;
}

/** A number with a fixed count of decimals. */
export function decimalText(reader: Reader, value: number, decimals: number): string {
  const format = new Intl.NumberFormat(reader.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  });
  return format
    .formatToParts(value)
    .map((part) => (part.type === "group" ? (thousands[reader.locale] ?? part.value) : part.type === "minusSign" ? "\u2212" : part.value))
    .join("");
}

/** A day given as 2026-03-31. */
export function dayText(reader: Reader, isoDay: string): string {
  return new Intl.DateTimeFormat(reader.locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${isoDay.slice(0, 10)}T00:00:00Z`),
  );
}

function withDecimalsOf(reader: Reader, value: string): string {
  return decimalText(reader, Number(value), value.split(".")[1]?.length ?? 0);
}
