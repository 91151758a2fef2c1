/** What an argument of a sentence is, and so how a language writes it. */
const kinds = ["Text", "TextKey", "Number", "Percent", "Money", "Date"] as const;
export type ArgumentKind = (typeof kinds)[number];

/** One value in a sentence. Numbers are plain with a point and keep their decimals, days are 2026-03-31. */
export interface Argument {
  readonly kind: ArgumentKind;
  readonly value: string;
  /** ISO code, for money only. */
  readonly currency?: string;
}

/** One sentence to a person as the server stores it: the key of its text and what goes into it. No language yet. */
export interface Sentence {
  readonly key: string;
  readonly arguments: readonly Argument[];
}

/** A sentence written here rather than by the server. */
export function sentence(key: string, ...values: Argument[]): Sentence {
  return { key, arguments: values };
}

export function number(value: number): Argument {
  return { kind: "Number", value: String(value) };
}

export function percent(value: number): Argument {
  return { kind: "Percent", value: String(value) };
}

export function words(value: string): Argument {
  return { kind: "Text", value };
}

/** A day as a date column of a form holds it: midnight where the user sits. */
export function day(value: Date): Argument {
  return { kind: "Date", value: isoDay(value) };
}

/** The calendar day of a date where the user sits, as 2026-03-31. */
export function isoDay(value: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
}

/**
 * The sentences of an explanation column, such as kam_explanationdata.
 * @throws {SyntaxError} Not such JSON.
 */
export function sentencesOf(json: string | null | undefined): Sentence[] {
  if (!json) return [];
  const stored: unknown = JSON.parse(json);
  if (!Array.isArray(stored) || !stored.every(isSentence)) throw new SyntaxError("Not an explanation in JSON.");
  return stored;
}

function isSentence(value: unknown): value is Sentence {
  const { key, arguments: values } = (value ?? {}) as Partial<Sentence>;
  return typeof key === "string" && Array.isArray(values) && values.every(isArgument);
}

function isArgument(value: unknown): value is Argument {
  const argument = (value ?? {}) as Partial<Argument>;
  return (
    typeof argument.value === "string" &&
    kinds.some((kind) => kind === argument.kind) &&
    (argument.kind !== "Money" || typeof argument.currency === "string")
  );
}
