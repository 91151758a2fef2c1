import { mergeClasses } from "@fluentui/react-components";
import * as React from "react";
import { say, type Reader } from "../../src/vocabulary/reader";
import { nextIndex } from "../src/roving";
import { Mark } from "./Mark";
import { useStyles } from "./styles";
import { cellText } from "./texts";
import { cellOf, type Account, type Family } from "./whitespace";

interface FamilyListProps {
  readonly account: Account;
  readonly families: readonly Family[];
  readonly currency: string;
  readonly reader: Reader;
  readonly open: (family: Family) => void;
}

/** The families of one account below each other, each with its reason: one tab stop, arrow keys walk, Enter opens the family. */
export function FamilyList({ account, families, currency, reader, open }: FamilyListProps): React.ReactElement {
  const styles = useStyles();
  const [chosen, setChosen] = React.useState(0);
  const list = React.useRef<HTMLDivElement>(null);
  const prefix = `family-${React.useState(() => Math.random().toString(36).slice(2))[0]}`;
  const position = Math.min(chosen, families.length - 1);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const family = families[position];
    if (!family) return;
    if (event.key === "Enter" || event.key === " ") open(family);
    else {
      const next = nextIndex(event.key, position, families.length);
      if (next === null) return;
      setChosen(next);
      const [scroller, option] = [list.current, list.current?.children[next] as HTMLElement | undefined];
      if (scroller && option) {
        const { offsetTop, offsetHeight } = option;
        scroller.scrollTop = Math.max(Math.min(scroller.scrollTop, offsetTop), offsetTop + offsetHeight - scroller.clientHeight);
      }
    }
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={say(reader, "whitespaceMatrix.list")}
      aria-activedescendant={`${prefix}-${position}`}
      onKeyDown={onKeyDown}
    >
      {families.map((family, index) => {
        const cell = cellOf(account, family);
        return (
          <div
            key={family.id}
            id={`${prefix}-${index}`}
            className={mergeClasses(styles.family, index === position && styles.cellChosen)}
            role="option"
            aria-selected={index === position}
            onClick={() => {
              open(family);
            }}
          >
            <span className={styles.familyMark}>
              <Mark cell={cell} reader={reader} />
            </span>
            <span>
              <strong>{family.name}</strong> <span className={styles.familyText}>{cellText(reader, cell, currency)}</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
