import { Badge, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import * as React from "react";
import { ScoreBandChoice } from "../../src/generated/choices";
import { arrange, ranked, reach, sentenceAbout, type ArrangedExplanation, type Part } from "./explanationLayout";
import { dayText, decimalText, percentText, render, say, type Reader } from "../../src/vocabulary/reader";
import type { Sentence } from "../../src/vocabulary/sentence";
import { Visual } from "../src/Visual";
import type { Figures } from "../src/DataTable";
import type { Host, HostRecord } from "../src/host";
import { useLoaded } from "../src/useLoaded";
import { explainedScore, scoreIdOf, type ExplainedScore } from "./explainedScore";

const useStyles = makeStyles({
  score: { display: "flex", alignItems: "baseline", flexWrap: "wrap", columnGap: "8px", marginTop: 0, marginBottom: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  parts: { listStyleType: "none", margin: 0, padding: 0 },
  part: {
    display: "grid",
    gridTemplateColumns: "minmax(120px, 30%) 1fr minmax(120px, auto)",
    columnGap: "12px",
    alignItems: "center",
    minHeight: "30px",
    fontSize: tokens.fontSizeBase200,
    "@container (max-width: 480px)": { gridTemplateColumns: "1fr auto", paddingTop: "4px", paddingBottom: "4px" },
  },
  policy: { display: "block", color: tokens.colorNeutralForeground2 },
  amount: { textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  track: {
    position: "relative",
    height: "14px",
    "@container (max-width: 480px)": { gridColumnStart: 1, gridColumnEnd: 3, gridRowStart: 2 },
  },
  bar: { position: "absolute", top: 0, bottom: 0, left: 0, borderRadius: "2px", backgroundColor: tokens.colorNeutralForeground3 },
  possible: { backgroundColor: tokens.colorNeutralBackground3, boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
  strong: { backgroundColor: tokens.colorPaletteGreenForeground1 },
  // Told apart without colour as well.
  weak: {
    backgroundColor: tokens.colorPaletteRedForeground1,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 4px, ${tokens.colorNeutralBackground1} 4px 6px)`,
  },
  answers: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(260px, 100%), 1fr))",
    columnGap: "24px",
    rowGap: "12px",
    marginTop: "16px",
  },
  answer: {
    paddingLeft: "12px",
    borderLeftWidth: "3px",
    borderLeftStyle: "solid",
    borderLeftColor: tokens.colorNeutralStroke1,
    fontSize: tokens.fontSizeBase200,
  },
  strongEdge: { borderLeftColor: tokens.colorPaletteGreenForeground1 },
  weakEdge: { borderLeftColor: tokens.colorPaletteRedForeground1 },
  basis: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { marginTop: "4px", marginBottom: 0, paddingLeft: "16px" },
});

export interface ScoreExplanationProps {
  readonly host: Host;
  /** The row of the column the control stands for. */
  readonly bound: HostRecord | null;
}

/** The parts of a score as bars, what is strong and weak, what changed since the snapshot before, what was assumed. */
export function ScoreExplanationVisual({ host, bound }: ScoreExplanationProps): React.ReactElement {
  const scoreId = scoreIdOf(host.record, bound);
  const loaded = useLoaded<ExplainedScore | null>(scoreId ?? "none", () =>
    scoreId === null ? Promise.resolve(null) : explainedScore(host.webApi, scoreId),
  );
  return (
    <Visual
      host={host}
      title="valueInsights.explanationTitle"
      loaded={loaded}
      emptiness={(explained) => (explained === null ? "valueInsights.explanationNone" : null)}
      draw={(explained) => explained && <Explanation explained={explained} reader={host.reader} />}
      figures={(explained) => figuresOf(explained?.parts ?? [], host.reader)}
    />
  );
}

/** The parts of a score as a table. */
export function figuresOf(parts: readonly Part[], reader: Reader): Figures {
  const two = (value: number): string => decimalText(reader, value, 2);
  const column = (key: string, isNumber = false): { label: string; isNumber: boolean } => ({
    label: say(reader, `valueInsights.column${key}`),
    isNumber,
  });
  return {
    columns: [column("Criterion"), column("Contribution", true), column("Weight", true), column("Points", true), column("Missing")],
    rows: ranked(parts).map((part) => [
      part.name,
      two(part.contribution),
      percentText(two(part.weightPercent)),
      part.points === null ? say(reader, "valueInsights.unknown") : two(part.points),
      part.policy ?? "",
    ]),
  };
}

function Explanation({ explained, reader }: { readonly explained: ExplainedScore; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const { score, band, asOf, sentences, parts } = explained;
  const arranged = arrange(sentences);
  const bandName = (Object.keys(ScoreBandChoice) as (keyof typeof ScoreBandChoice)[]).find((key) => ScoreBandChoice[key] === band);
  return (
    <div>
      <div className={styles.score}>
        {score === null ? (
          arranged.headline.map((each) => <Text key={each.key}>{render(reader, each)}</Text>)
        ) : (
          <>
            <Text size={700} weight="semibold">
              {decimalText(reader, score, 1)}
            </Text>
            <Text>{say(reader, "valueInsights.labelOf100")}</Text>
            {bandName && <Badge appearance="tint">{say(reader, `valueInsights.band${bandName}`)}</Badge>}
          </>
        )}
        {asOf !== null && <Text className={styles.quiet}>{say(reader, "valueInsights.labelAsOf", dayText(reader, asOf))}</Text>}
      </div>
      {parts.length > 0 && <Bars parts={parts} arranged={arranged} reader={reader} />}
      <div className={styles.answers}>
        <Answer title="valueInsights.explanationStrong" place="strongest" arranged={arranged} reader={reader} edge={styles.strongEdge} />
        <Answer title="valueInsights.explanationWeak" place="weakest" arranged={arranged} reader={reader} edge={styles.weakEdge} />
        <Answer title="valueInsights.explanationChange" place="changes" arranged={arranged} reader={reader} />
        <Answer title="valueInsights.explanationAssumptions" place="assumptions" arranged={arranged} reader={reader} />
      </div>
      <p className={styles.basis}>{arranged.basis.map((each) => render(reader, each)).join(" ")}</p>
    </div>
  );
}

interface AnswerProps {
  readonly title: string;
  readonly place: keyof ArrangedExplanation;
  readonly arranged: ArrangedExplanation;
  readonly reader: Reader;
  readonly edge?: string;
}

function Answer({ title, place, arranged, reader, edge }: AnswerProps): React.ReactElement | null {
  const styles = useStyles();
  const found = arranged[place];
  if (found.length === 0) return null;
  return (
    <div className={mergeClasses(styles.answer, edge)}>
      <Text as="h4" weight="semibold" style={{ margin: 0 }}>
        {say(reader, title)}
      </Text>
      <ul className={styles.list}>
        {found.map((each, index) => (
          <li key={index}>{render(reader, each)}</li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(part: Part, sentence: Sentence | undefined, reader: Reader): string {
  const said = sentence?.arguments[0];
  return said?.kind === "TextKey" ? say(reader, said.value) : part.name;
}

interface BarsProps {
  readonly parts: readonly Part[];
  readonly arranged: ArrangedExplanation;
  readonly reader: Reader;
}

function Bars({ parts, arranged, reader }: BarsProps): React.ReactElement {
  const styles = useStyles();
  return (
    <ol className={styles.parts} aria-label={say(reader, "valueInsights.explanationParts")}>
      {ranked(parts).map((part) => {
        const { possible, reached } = reach(part, parts);
        const strong = sentenceAbout(part, arranged.strongest);
        const weak = sentenceAbout(part, arranged.weakest);
        const standing = strong ? styles.strong : weak ? styles.weak : undefined;
        return (
          <li key={part.name} className={styles.part}>
            <span>
              {nameOf(part, strong ?? weak, reader)}
              {part.policy !== null && <small className={styles.policy}>{part.policy}</small>}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={mergeClasses(styles.bar, styles.possible)} style={{ width: `${possible}%` }} />
              <span className={mergeClasses(styles.bar, standing)} style={{ width: `${reached}%` }} />
            </span>
            <span className={styles.amount}>
              {say(
                reader,
                "valueInsights.labelPointsOf",
                decimalText(reader, part.contribution, 2),
                decimalText(reader, part.weightPercent, 2),
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
