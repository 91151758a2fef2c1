/** A number as people type it in a language; null for nothing, undefined for what is no number. */
export function parseNumber(text: string, locale: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const decimal = parts.find((each) => each.type === "decimal")?.value ?? ".";
  const group = parts.find((each) => each.type === "group")?.value ?? ",";
  // People type straight apostrophes and plain spaces where the language has typographic ones.
  const plain = trimmed
    .replaceAll(group, "")
    .replace(/['’\s\u00a0\u202f]/g, "")
    .replace(decimal, ".")
    .replace("\u2212", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
