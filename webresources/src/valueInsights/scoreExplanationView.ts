import { ScoreBandChoice } from "../generated/choices";
import { element, sentenceList, table } from "../page/element";
import { dayText, decimalText, percentText, render, say, type Reader } from "../vocabulary/reader";
import type { Sentence } from "../vocabulary/sentence";
import { arrange, namesIn, ranked, reach, type Part } from "./explanationLayout";

/** A score and everything that explains it. */
export interface ExplainedScore {
  /** Null when no criterion could be measured. */
  readonly score: number | null;
  readonly band: ScoreBandChoice | null;
  /** 2026-03-31. */
  readonly asOf: string | null;
  readonly sentences: readonly Sentence[];
  readonly parts: readonly Part[];
}

/** Where a score comes from: its parts as bars, what is strong and weak, what changed, what was assumed. */
export function drawExplanation({ score, band, asOf, sentences, parts }: ExplainedScore, reader: Reader): HTMLElement {
  const arranged = arrange(sentences);
  const list = (title: string, place: keyof typeof arranged, className: string): HTMLElement | null =>
    sentenceList(
      say(reader, title),
      arranged[place].map((each) => render(reader, each)),
      { class: className },
    );
  const strong = namesIn(arranged.strongest);
  const weak = namesIn(arranged.weakest);
  return element(
    "article",
    { class: "explanation" },
    element(
      "header",
      {},
      element("h1", {}, say(reader, "valueInsights.explanationTitle")),
      score === null ? null : headline(score, band, reader),
      asOf === null ? null : element("p", { class: "about" }, say(reader, "valueInsights.labelAsOf", dayText(reader, asOf))),
    ),
    score === null
      ? sentenceList(
          null,
          arranged.headline.map((each) => render(reader, each)),
        )
      : null,
    parts.length === 0 ? null : bars(ranked(parts), strong, weak, reader),
    element(
      "div",
      { class: "answers" },
      list("valueInsights.explanationStrong", "strongest", "strong"),
      list("valueInsights.explanationWeak", "weakest", "weak"),
      list("valueInsights.explanationChange", "changes", "changes"),
      list("valueInsights.explanationAssumptions", "assumptions", "assumptions"),
    ),
    element("p", { class: "basis" }, arranged.basis.map((each) => render(reader, each)).join(" ")),
  );
}

function headline(score: number, band: ScoreBandChoice | null, reader: Reader): HTMLElement {
  const name = (Object.keys(ScoreBandChoice) as (keyof typeof ScoreBandChoice)[]).find((key) => ScoreBandChoice[key] === band);
  return element(
    "p",
    { class: "score" },
    element("strong", {}, decimalText(reader, score, 1)),
    " ",
    element("span", {}, say(reader, "valueInsights.labelOf100")),
    " ",
    name ? element("span", { class: `band ${name}` }, say(reader, `valueInsights.band${name}`)) : null,
  );
}

function bars(parts: readonly Part[], strong: ReadonlySet<string>, weak: ReadonlySet<string>, reader: Reader): HTMLElement {
  const title = say(reader, "valueInsights.explanationParts");
  const two = (value: number): string => decimalText(reader, value, 2);
  const rows = parts.map((part) => {
    const { possible, reached } = reach(part, parts);
    const standing = strong.has(part.name) ? "strong" : weak.has(part.name) ? "weak" : "";
    return element(
      "li",
      { class: `part ${standing}` },
      element("span", { class: "label" }, part.name, part.policy && element("small", {}, part.policy)),
      element(
        "span",
        { class: "track", "aria-hidden": "true" },
        element("span", { class: "possible", "--to": `${possible}%` }),
        element("span", { class: "bar", "--to": `${reached}%` }),
      ),
      element("span", { class: "amount" }, say(reader, "valueInsights.labelPointsOf", two(part.contribution), two(part.weightPercent))),
    );
  });
  const columns = [
    "valueInsights.columnCriterion",
    "valueInsights.columnContribution",
    "valueInsights.columnWeight",
    "valueInsights.columnPoints",
    "valueInsights.columnMissing",
  ];
  const figures = parts.map((part) => [
    part.name,
    two(part.contribution),
    percentText(two(part.weightPercent)),
    part.points === null ? say(reader, "valueInsights.unknown") : two(part.points),
    part.policy ?? "",
  ]);
  return element(
    "section",
    { "aria-labelledby": "parts" },
    element("h2", { id: "parts" }, title),
    element("ol", { class: "parts" }, ...rows),
    element(
      "details",
      {},
      element("summary", {}, say(reader, "valueInsights.pageTable")),
      table(
        title,
        columns.map((key) => say(reader, key)),
        figures,
        [1, 2, 3],
      ),
    ),
  );
}
