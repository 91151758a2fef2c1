import { Text, mergeClasses } from "@fluentui/react-components";
import * as React from "react";
import { say, type Reader } from "../../src/vocabulary/reader";
import { nextIndex } from "../src/roving";
import { useWidth } from "../src/useWidth";
import { Mark } from "./Mark";
import { inSight, scrolledTo } from "./layout";
import { cellWidth, headHeight, nameWidth, rowHeight, useStyles } from "./styles";
import { cellText } from "./texts";
import { cellOf, type Account, type Family } from "./whitespace";

const mostHeight = headHeight + 12 * rowHeight;

interface GridProps {
  readonly accounts: readonly Account[];
  readonly families: readonly Family[];
  readonly currency: string;
  readonly reader: Reader;
  readonly open: (account: Account) => void;
}

/** Accounts by families: one tab stop, arrow keys walk from cell to cell, Enter opens the account. Only what is in sight is drawn. */
export function Grid({ accounts, families, currency, reader, open }: GridProps): React.ReactElement {
  const styles = useStyles();
  const [scroller, width] = useWidth<HTMLDivElement>(640);
  const [scrolled, setScrolled] = React.useState({ left: 0, top: 0 });
  const [chosen, setChosen] = React.useState({ row: 0, column: 0 });
  const prefix = `whitespace-${React.useState(() => Math.random().toString(36).slice(2))[0]}`;
  const [row, column] = [Math.min(chosen.row, accounts.length - 1), Math.min(chosen.column, families.length - 1)];
  const [account, family] = [accounts[row], families[column]];
  const [columnRoom, rowRoom] = [Math.max(cellWidth, width - nameWidth), mostHeight - headHeight];
  const columns = inSight(scrolled.left, columnRoom, cellWidth, families.length);
  const rows = inSight(scrolled.top, rowRoom, rowHeight, accounts.length);
  const isDrawn = row >= rows.from && row < rows.until && column >= columns.from && column < columns.until;
  const total = nameWidth + families.length * cellWidth;

  const choose = React.useCallback((ofRow: number, ofColumn: number): void => {
    setChosen({ row: ofRow, column: ofColumn });
  }, []);
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    if (!account) return;
    if (event.key === "Enter" || event.key === " ") open(account);
    else {
      const next = nextIndex(event.key, row * families.length + column, accounts.length * families.length, families.length);
      if (next === null) return;
      const [toRow, toColumn] = [Math.floor(next / families.length), next % families.length];
      const left = scrolledTo(toColumn, cellWidth, scrolled.left, columnRoom);
      const top = scrolledTo(toRow, rowHeight, scrolled.top, rowRoom);
      setChosen({ row: toRow, column: toColumn });
      if (left !== scrolled.left || top !== scrolled.top) {
        event.currentTarget.scrollLeft = left;
        event.currentTarget.scrollTop = top;
        setScrolled({ left, top });
      }
    }
    event.preventDefault();
  };
  return (
    <div>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ maxHeight: mostHeight }}
        role="grid"
        tabIndex={0}
        aria-label={say(reader, "whitespaceMatrix.grid")}
        aria-rowcount={accounts.length + 1}
        aria-colcount={families.length + 1}
        aria-activedescendant={isDrawn ? prefix : undefined}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          setScrolled({ left: currentTarget.scrollLeft, top: currentTarget.scrollTop });
        }}
      >
        <div className={styles.head} style={{ width: total }} role="row" aria-rowindex={1}>
          <div className={styles.corner} role="columnheader" aria-colindex={1}>
            {say(reader, "whitespaceMatrix.columnAccount")}
          </div>
          {families.slice(columns.from, columns.until).map((each, place) => (
            <div
              key={each.id}
              className={mergeClasses(styles.column, columns.from + place === column && styles.columnChosen)}
              style={{ left: nameWidth + (columns.from + place) * cellWidth }}
              role="columnheader"
              aria-colindex={columns.from + place + 2}
              title={each.name}
            >
              {each.name}
            </div>
          ))}
        </div>
        <div className={styles.rows} style={{ width: total, height: accounts.length * rowHeight }} role="rowgroup">
          {accounts.slice(rows.from, rows.until).map((each, place) => (
            <Row
              key={each.id}
              account={each}
              families={families}
              index={rows.from + place}
              from={columns.from}
              until={columns.until}
              chosen={rows.from + place === row ? column : -1}
              chosenId={prefix}
              currency={currency}
              reader={reader}
              choose={choose}
              open={open}
            />
          ))}
        </div>
      </div>
      <div className={styles.details}>
        {account && family && (
          <Text size={200}>
            <strong>
              {account.name}, {family.name}:
            </strong>{" "}
            {cellText(reader, cellOf(account, family), currency)}
          </Text>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly account: Account;
  readonly families: readonly Family[];
  readonly index: number;
  readonly from: number;
  readonly until: number;
  /** The column chosen in this row; −1 for none. */
  readonly chosen: number;
  readonly chosenId: string;
  readonly currency: string;
  readonly reader: Reader;
  readonly choose: (row: number, column: number) => void;
  readonly open: (account: Account) => void;
}

/** One account; drawn anew only when something of it changes. */
const Row = React.memo(function Row(props: RowProps): React.ReactElement {
  const { account, families, index, from, until, chosen, chosenId, currency, reader, choose, open } = props;
  const styles = useStyles();
  return (
    <div
      className={styles.row}
      style={{ top: index * rowHeight, width: nameWidth + families.length * cellWidth }}
      role="row"
      aria-rowindex={index + 2}
    >
      <div
        className={mergeClasses(styles.name, chosen >= 0 && styles.nameChosen)}
        role="rowheader"
        aria-colindex={1}
        title={account.name}
        onClick={() => {
          open(account);
        }}
      >
        {account.name}
      </div>
      {families.slice(from, until).map((family, place) => {
        const column = from + place;
        const cell = cellOf(account, family);
        const isChosen = column === chosen;
        return (
          <div
            key={family.id}
            id={isChosen ? chosenId : undefined}
            className={mergeClasses(styles.cell, isChosen && styles.cellChosen)}
            style={{ left: nameWidth + column * cellWidth }}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isChosen}
            aria-label={`${account.name}, ${family.name}: ${cellText(reader, cell, currency)}`}
            onClick={() => {
              choose(index, column);
            }}
          >
            <Mark cell={cell} reader={reader} />
          </div>
        );
      })}
    </div>
  );
});
