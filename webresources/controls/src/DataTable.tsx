import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import * as React from "react";

/** The figures behind a drawing, for whoever would rather read. */
export interface Figures {
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** What Enter or a click on a row does. */
  readonly open?: (row: number) => void;
}

const rowHeight = 33;
const heightInRows = 12;
const beyondTheEdge = 4;

const useStyles = makeStyles({
  frame: { overflowY: "auto", overflowX: "auto", position: "relative" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  head: {
    position: "sticky",
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    height: `${rowHeight}px`,
    paddingLeft: "8px",
    paddingRight: "8px",
    whiteSpace: "nowrap",
  },
  cell: {
    height: `${rowHeight}px`,
    boxSizing: "border-box",
    paddingLeft: "8px",
    paddingRight: "8px",
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "left",
  },
  // Rows of one height can be counted out without measuring.
  many: { whiteSpace: "nowrap", maxWidth: "320px", overflowX: "hidden", textOverflow: "ellipsis" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  link: {
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    fontFamily: "inherit",
    fontSize: "inherit",
    textAlign: "left",
    padding: "0",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderBottomStyle: "none",
    borderLeftStyle: "none",
  },
});

/** A table that draws only the rows in sight, however many there are, and tells assistive technology of all. */
export function DataTable({ caption, figures }: { readonly caption: string; readonly figures: Figures }): React.ReactElement {
  const styles = useStyles();
  const { columns, rows, open } = figures;
  const isMany = rows.length > 100;
  const [first, setFirst] = React.useState(0);
  const from = isMany ? Math.max(0, Math.min(first, rows.length - heightInRows) - beyondTheEdge) : 0;
  const until = isMany ? Math.min(rows.length, first + heightInRows + beyondTheEdge) : rows.length;
  const space = (count: number): React.ReactElement | null =>
    count > 0 ? (
      <tr aria-hidden="true">
        <td colSpan={columns.length} style={{ height: count * rowHeight, padding: 0 }} />
      </tr>
    ) : null;
  return (
    <div
      className={styles.frame}
      style={{ maxHeight: (heightInRows + 1) * rowHeight }}
      tabIndex={0}
      role="group"
      aria-label={caption}
      onScroll={(event) => {
        setFirst(Math.floor(event.currentTarget.scrollTop / rowHeight));
      }}
    >
      <table className={styles.table} aria-label={caption} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={mergeClasses(styles.head, column.isNumber && styles.number)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {space(from)}
          {rows.slice(from, until).map((row, place) => (
            <tr key={from + place} aria-rowindex={from + place + 2}>
              {row.map((text, index) => {
                const Cell = index === 0 ? "th" : "td";
                const className = mergeClasses(styles.cell, isMany && styles.many, columns[index]?.isNumber && styles.number);
                return (
                  <Cell key={columns[index]?.label ?? index} scope={index === 0 ? "row" : undefined} className={className}>
                    {index === 0 && open ? (
                      <button
                        type="button"
                        className={styles.link}
                        onClick={() => {
                          open(from + place);
                        }}
                      >
                        {text}
                      </button>
                    ) : (
                      text
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
          {space(rows.length - until)}
        </tbody>
      </table>
    </div>
  );
}
