import { element, hidden, sentenceList, table } from "../page/element";
import { decimalText, moneyText, percentText, render, say, type Reader } from "../vocabulary/reader";
import type { Sentence } from "../vocabulary/sentence";
import type { CustomerWorth, ValueSheet } from "./valueSheet";
import { extent, position, valueStack, type Step, type ValueStack } from "./valueStack";

/** A sheet and what it is about. */
export interface PropositionSheet {
  readonly sheet: ValueSheet;
  readonly name: string;
  readonly offer: string | null;
  readonly account: string | null;
}

const labels: Readonly<Record<Exclude<Step["kind"], "positive" | "negative">, string>> = {
  reference: "valueInsights.labelReference",
  total: "valueInsights.labelEconomicValue",
  price: "valueInsights.labelPrice",
  surplus: "valueInsights.labelSurplus",
};

/** The two-sided sheet: they to us on the left, we to them on the right, what we charge below. */
export function drawSheet({ sheet, name, offer, account }: PropositionSheet, reader: Reader): HTMLElement {
  const about = [account, name, offer === name ? null : offer].filter(Boolean).join(" · ");
  return element(
    "article",
    { class: "sheet" },
    element("header", {}, element("h1", {}, say(reader, "valueInsights.sheetTitle")), element("p", { class: "about" }, about)),
    side("toUs", "valueInsights.sheetToUsTitle", reader, [
      worthToUs(sheet.worthToUs, sheet.baseCurrency, reader),
      inWords(sheet.sentences.toUs, reader),
    ]),
    side("toThem", "valueInsights.sheetToThemTitle", reader, [stackOf(sheet, reader), inWords(sheet.sentences.toThem, reader)]),
    side("charged", "valueInsights.sheetChargedTitle", reader, [charged(sheet, reader), inWords(sheet.sentences.charged, reader)]),
  );
}

function side(name: string, title: string, reader: Reader, content: readonly (HTMLElement | null)[]): HTMLElement {
  return element(
    "section",
    { class: `side ${name}`, "aria-labelledby": name },
    element("h2", { id: name }, say(reader, title)),
    ...content,
  );
}

function inWords(sentences: readonly Sentence[], reader: Reader): HTMLElement | null {
  const list = sentences.map((each) => render(reader, each));
  return sentenceList(null, list, { class: "words" });
}

function worthToUs(worth: CustomerWorth, currency: string, reader: Reader): HTMLElement {
  const amount = (value: number | null): string =>
    value === null ? say(reader, "valueInsights.unknown") : moneyText(reader, value, currency);
  const { lifetimeValue } = worth;
  return element(
    "div",
    {},
    scoreOf(worth, reader),
    element(
      "dl",
      { class: "figures" },
      ...figure(say(reader, "valueInsights.measureRevenueRolling"), amount(worth.revenue)),
      ...(worth.seesCost
        ? [
            ...figure(say(reader, "valueInsights.measureMarginRolling"), amount(worth.margin)),
            ...figure(
              say(reader, "valueInsights.measureLifetimeValue"),
              amount(lifetimeValue?.value ?? null),
              lifetimeValue && say(reader, "valueInsights.labelRange", amount(lifetimeValue.low), amount(lifetimeValue.high)),
            ),
          ]
        : []),
    ),
    worth.seesCost ? null : element("p", { class: "note" }, say(reader, "valueInsights.labelCostHidden")),
  );
}

function scoreOf({ score, band }: CustomerWorth, reader: Reader): HTMLElement {
  if (score === null) return element("p", { class: "score none" }, say(reader, "valueInsights.labelNotScored"));
  return element(
    "div",
    { class: "score" },
    element(
      "p",
      {},
      element("strong", {}, decimalText(reader, score, 1)),
      " ",
      element("span", {}, say(reader, "valueInsights.labelOf100")),
      " ",
      band && element("span", { class: `band ${band}` }, say(reader, `valueInsights.band${band}`)),
    ),
    element("div", { class: "meter", "aria-hidden": "true" }, element("div", { "--to": `${score}%` })),
  );
}

function figure(label: string, value: string, note: string | null = null): HTMLElement[] {
  return [element("dt", {}, label), element("dd", {}, value, note && element("small", {}, note))];
}

function stackOf(sheet: ValueSheet, reader: Reader): HTMLElement {
  const stack = valueStack(sheet);
  const price = stack.price === null ? {} : { "--price-at": `${position(stack, stack.price)}%` };
  return element(
    "div",
    {},
    element(
      "ol",
      { class: stack.price === null ? "stack" : "stack priced", ...price },
      ...stack.steps.map((step) => bar(step, stack, sheet.currency, reader)),
    ),
    asTable(stack, sheet.currency, reader),
  );
}

function bar(step: Step, stack: ValueStack, currency: string, reader: Reader): HTMLElement {
  const { left, width } = extent(stack, step);
  const kind = step.kind === "surplus" && step.amount < 0 ? "loss" : step.kind;
  return element(
    "li",
    { class: `step ${kind}${step.proven ? "" : " unproven"}` },
    element(
      "span",
      { class: "label" },
      labelOf(step, reader),
      " ",
      step.proven ? null : element("em", {}, say(reader, "valueInsights.labelUnproven")),
      step.evidence && element("small", {}, hidden(`${say(reader, "valueInsights.columnEvidence")}: `), step.evidence),
    ),
    element(
      "span",
      { class: "track", "aria-hidden": "true" },
      element("span", { class: "bar", "--from": `${left}%`, "--to": `${width}%` }),
    ),
    element("span", { class: "amount" }, signed(step, currency, reader)),
  );
}

function labelOf(step: Step, reader: Reader): string {
  if (step.kind === "positive" || step.kind === "negative") return step.name ?? "";
  return say(reader, step.kind === "surplus" && step.amount < 0 ? "valueInsights.labelAboveValue" : labels[step.kind]);
}

function signed(step: Step, currency: string, reader: Reader): string {
  const difference = step.kind === "positive" || step.kind === "negative";
  const amount = step.kind === "surplus" ? Math.abs(step.amount) : step.amount;
  const text = moneyText(reader, difference ? Math.abs(amount) : amount, currency);
  if (!difference) return text;
  return `${step.kind === "positive" ? "+" : "−"}\u00a0${text}`;
}

function asTable({ steps }: ValueStack, currency: string, reader: Reader): HTMLElement {
  const title = say(reader, "valueInsights.pageTable");
  const columns = ["valueInsights.columnLine", "valueInsights.columnAmount", "valueInsights.columnRunning", "valueInsights.columnEvidence"];
  const rows = steps.map((step) => [
    labelOf(step, reader),
    signed(step, currency, reader),
    step.kind === "surplus" ? "" : moneyText(reader, step.to, currency),
    step.proven ? (step.evidence ?? "") : say(reader, "valueInsights.labelUnproven"),
  ]);
  const caption = say(reader, "valueInsights.sheetToThemTitle");
  return element(
    "details",
    {},
    element("summary", {}, title),
    table(
      caption,
      columns.map((key) => say(reader, key)),
      rows,
      [1, 2],
    ),
  );
}

function charged({ charged: { price, surplus, capturedPercent }, currency }: ValueSheet, reader: Reader): HTMLElement {
  const unknown = say(reader, "valueInsights.unknown");
  const surplusLabel = surplus !== null && surplus < 0 ? "valueInsights.labelAboveValue" : "valueInsights.labelSurplus";
  return element(
    "dl",
    { class: "tiles" },
    ...tile(
      say(reader, "valueInsights.labelPrice"),
      price === null ? say(reader, "valueInsights.labelNoPrice") : moneyText(reader, price, currency),
    ),
    ...tile(say(reader, surplusLabel), surplus === null ? unknown : moneyText(reader, Math.abs(surplus), currency)),
    ...tile(
      say(reader, "valueInsights.labelCaptured"),
      capturedPercent === null ? unknown : percentText(decimalText(reader, capturedPercent, 1)),
    ),
  );
}

function tile(label: string, value: string): HTMLElement[] {
  return [element("div", {}, element("dt", {}, label), element("dd", {}, value))];
}
