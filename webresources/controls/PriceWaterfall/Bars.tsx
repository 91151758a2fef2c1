import { mergeClasses } from "@fluentui/react-components";
import * as React from "react";
import { percentText, decimalText, say, type Reader } from "../../src/vocabulary/reader";
import type { WaterfallFigures } from "./figures";
import { folded, layoutOf, type Bar, type WaterfallLayout } from "./layout";
import { useStyles } from "./styles";
import { amountText, nameOf, noteOf } from "./texts";

/** Pictures longer than this fold what is last of a long run of steps into one; the table has them all. */
const mostOfARun = 30;

/** One row for each figure on a common scale, the lines of the corridor through all of them. */
export function Bars({ figures, reader }: { readonly figures: WaterfallFigures; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const layout = layoutOf({ ...figures, figures: folded(figures.figures, mostOfARun) });
  return (
    <ol className={styles.rows} aria-label={say(reader, "control.name")}>
      {layout.marks.map(({ bound, place }, index) => (
        <li key={bound.name} className={styles.row} style={{ minHeight: 20 }}>
          <span />
          <span className={styles.boundRow}>
            {layout.marks.slice(0, index).map((above) => (
              <span key={above.bound.name} className={styles[above.bound.name]} style={{ left: `${above.place}%` }} aria-hidden="true" />
            ))}
            <span className={styles[bound.name]} style={{ left: `${place}%` }} aria-hidden="true" />
            <span className={mergeClasses(styles.boundName, place > 45 && styles.endsHere)} style={{ left: `${place}%` }}>
              {say(reader, `waterfall.${bound.name}`)} {decimalText(reader, bound.amount, 2)}
            </span>
          </span>
          <span />
        </li>
      ))}
      {layout.bars.map((bar, index) => (
        <Row key={index} bar={bar} layout={layout} figures={figures} reader={reader} />
      ))}
    </ol>
  );
}

interface RowProps {
  readonly bar: Bar;
  readonly layout: WaterfallLayout;
  readonly figures: WaterfallFigures;
  readonly reader: Reader;
}

function Row({ bar, layout, figures, reader }: RowProps): React.ReactElement {
  const styles = useStyles();
  const { figure, start, width } = bar;
  const isTotal = figure.total !== undefined;
  const look = isTotal
    ? figure.total === "pocket"
      ? styles[figures.standing]
      : styles.total
    : figure.to < figure.from
      ? styles.less
      : styles.more;
  const note = figure.folded ? "" : noteOf(figure, reader);
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.name, isTotal && styles.totalText)}>
        {figure.folded ? say(reader, "waterfall.others", String(figure.folded)) : nameOf(figure, reader)}
        {note !== "" && <small className={styles.note}>{note}</small>}
      </span>
      <span className={styles.track} aria-hidden="true">
        {layout.corridor && (
          <span className={styles.corridor} style={{ left: `${layout.corridor.start}%`, width: `${layout.corridor.width}%` }} />
        )}
        {layout.zero > 0 && <span className={styles.zero} style={{ left: `${layout.zero}%` }} />}
        <span className={mergeClasses(styles.bar, look)} style={{ left: `${start}%`, width: `${width}%` }} />
        {layout.marks.map((mark) => (
          <span key={mark.bound.name} className={styles[mark.bound.name]} style={{ left: `${mark.place}%` }} />
        ))}
      </span>
      <span className={mergeClasses(styles.amount, isTotal && styles.totalText)}>
        {amountText(reader, figure.amount, figures.currency)}
        {figure.percentOfList !== null && figure.total !== "list" && (
          <small className={styles.note}>{percentText(decimalText(reader, figure.percentOfList, 1))}</small>
        )}
      </span>
    </li>
  );
}
