import { Checkbox, Link, Spinner, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ColumnFilter, Sorting } from "../design/view";
import type { Table } from "../server/definitions";
import { formatted, referenceIn, type Row } from "../server/webApi";
import { useApp, usePreview } from "../shell/appContext";
import { addressOf, navigate, type Place } from "../shell/navigation";
import { ColumnHeader } from "./ColumnHeader";
import type { GridColumn } from "./gridColumns";

const RowHeight = 36;

/** Rows drawn beyond what is seen, so that a fast scroll meets no blank. */
const Overscan = 40;

const useStyles = makeStyles({
  grid: {
    overflow: "auto",
    position: "relative",
    minHeight: 0,
    flexGrow: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  header: {
    display: "grid",
    position: "sticky",
    top: 0,
    zIndex: 1,
    height: `${String(RowHeight)}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  body: { position: "relative" },
  row: {
    display: "grid",
    position: "absolute",
    left: 0,
    right: 0,
    height: `${String(RowHeight)}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: {
    padding: "0 8px",
    lineHeight: `${String(RowHeight - 1)}px`,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  check: { display: "flex", alignItems: "center", justifyContent: "center" },
  empty: { display: "flex", justifyContent: "center", padding: "32px" },
});

interface GridProps {
  readonly label: string;
  readonly table: Table;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly sorting: Sorting | null;
  readonly filters: readonly ColumnFilter[];
  readonly onSort: (sorting: Sorting) => void;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelect: (selection: ReadonlySet<string>) => void;
  readonly maxHeight?: string;
}

/** Rows in columns; draws only what can be seen. */
export function Grid(props: GridProps) {
  const styles = useStyles();
  const { say } = usePreview();
  const app = useApp();
  const host = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [focused, setFocused] = useState(0);
  const shown = useShownRows(host);
  const { rows, table, columns, selection } = props;
  // Columns share the width as their view gives it to them, and scroll where it gets too narrow.
  const template = `36px ${columns.map(({ width }) => `minmax(${String(Math.min(width, 96))}px, ${String(width)}fr)`).join(" ")}`;
  const minWidth = columns.reduce((sum, { width }) => sum + Math.min(width, 96), 36);
  const from = Math.max(0, first - Overscan);
  const until = Math.min(rows.length, first + shown + Overscan);
  const placeOf = (row: Row): Place => ({
    pagetype: "entityrecord",
    app: app.uniqueName,
    etn: table.name,
    id: row[table.idColumn] as string,
  });

  const focus = (index: number) => {
    const to = Math.min(Math.max(index, 0), rows.length - 1);
    setFocused(to);
    const grid = host.current;
    if (!grid) return;
    const top = to * RowHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + 2 * RowHeight > grid.scrollTop + grid.clientHeight) grid.scrollTop = top + 2 * RowHeight - grid.clientHeight;
    requestAnimationFrame(() => grid.querySelector<HTMLElement>(`[data-index="${String(to)}"]`)?.focus());
  };

  const onKey = (event: KeyboardEvent, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: shown - 1, PageUp: 1 - shown };
    const step = steps[event.key];
    if (step !== undefined) focus(index + step);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(rows.length - 1);
    else if (event.key === "Enter") void navigate(placeOf(row));
    else if (event.key === " ") toggle(row[table.idColumn] as string);
    else return;
    event.preventDefault();
  };

  const toggle = (id: string) => {
    const next = new Set(selection);
    if (!next.delete(id)) next.add(id);
    props.onSelect(next);
  };

  return (
    <div
      ref={host}
      className={styles.grid}
      style={props.maxHeight ? { maxHeight: props.maxHeight } : undefined}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-busy={props.isLoading}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / RowHeight))}
    >
      <div className={styles.header} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth }}>
        <div role="columnheader" className={styles.check}>
          <Checkbox
            aria-label={say("selectAll")}
            checked={selection.size === 0 ? false : selection.size === rows.length ? true : "mixed"}
            onChange={(_, { checked }) => props.onSelect(new Set(checked === true ? rows.map((row) => row[table.idColumn] as string) : []))}
          />
        </div>
        {columns.map((column) => (
          <ColumnHeader
            key={column.key}
            column={column}
            sorting={props.sorting?.key === column.key ? props.sorting : null}
            filter={props.filters.find((each) => each.key === column.key) ?? null}
            onSort={props.onSort}
            onFilter={props.onFilter}
          />
        ))}
      </div>
      {rows.length === 0 ? (
        <div className={styles.empty} role="row">
          <span role="gridcell">{props.isLoading ? <Spinner label={say("loading")} /> : <Text>{say("noRows")}</Text>}</span>
        </div>
      ) : (
        <div className={styles.body} role="rowgroup" style={{ height: rows.length * RowHeight, minWidth }}>
          {rows.slice(from, until).map((row, offset) => {
            const index = from + offset;
            const id = row[table.idColumn] as string;
            return (
              <div
                key={id}
                role="row"
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={selection.has(id)}
                tabIndex={index === focused ? 0 : -1}
                className={mergeClasses(styles.row, selection.has(id) && styles.selected)}
                style={{ top: index * RowHeight, gridTemplateColumns: template }}
                onKeyDown={(event) => onKey(event, index, row)}
                onDoubleClick={() => void navigate(placeOf(row))}
                onFocus={() => setFocused(index)}
              >
                <div role="gridcell" className={styles.check}>
                  <Checkbox aria-label={say("select")} checked={selection.has(id)} tabIndex={-1} onChange={() => toggle(id)} />
                </div>
                {columns.map((column, at) => (
                  <div key={column.key} role="gridcell" className={mergeClasses(styles.cell, column.isNumber && styles.number)}>
                    <CellText
                      row={row}
                      column={column}
                      link={at === 0 || column.key === table.nameColumn ? placeOf(row) : null}
                      app={app.uniqueName}
                    />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

function CellText({ row, column, link, app }: { row: Row; column: GridColumn; link: Place | null; app: string }) {
  const text = formatted(row, column.key);
  const reference = link ? null : referenceIn(row, column.key);
  const place = link ?? (reference ? { pagetype: "entityrecord" as const, app, etn: reference.table, id: reference.id } : null);
  if (!place || text === "") return <span title={text}>{text}</span>;
  return (
    <Link
      href={addressOf(place)}
      tabIndex={-1}
      title={text}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void navigate(place);
      }}
    >
      {text}
    </Link>
  );
}

function useShownRows(host: React.RefObject<HTMLDivElement>): number {
  const [shown, setShown] = useState(30);
  const measure = () => {
    if (host.current) setShown(Math.ceil(host.current.clientHeight / RowHeight));
  };
  useLayoutEffect(measure, [host]);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (host.current) observer.observe(host.current);
    return () => observer.disconnect();
  });
  return shown;
}
