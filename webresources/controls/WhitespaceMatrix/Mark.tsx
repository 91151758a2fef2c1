import { tokens } from "@fluentui/react-components";
import * as React from "react";
import type { Reader } from "../../src/vocabulary/reader";
import { useStyles } from "./styles";
import { chanceText } from "./texts";
import type { Cell } from "./whitespace";

/** A state as a shape: told apart without colour; a chance says how likely it is. */
export function Mark({ cell, reader }: { readonly cell: Cell; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  if (cell.state === "Chance") {
    return (
      <span className={styles.chance} aria-hidden="true">
        {chanceText(reader, cell.probability) || "?"}
      </span>
    );
  }
  return (
    <svg className={styles.mark} width="16" height="16" aria-hidden="true">
      {cell.state === "Bought" && <rect x="1" y="1" width="14" height="14" rx="2" fill={tokens.colorBrandForeground1} />}
      {cell.state === "Lapsed" && (
        <path
          d="M1.75 1.75h12.5v12.5h-12.5zM2 9l7-7M2 14l12-12M7 14l7-7"
          fill="none"
          stroke={tokens.colorPaletteDarkOrangeForeground1}
          strokeWidth="1.5"
        />
      )}
      {cell.state === "Gap" && <circle cx="8" cy="8" r="2" fill={tokens.colorNeutralStrokeAccessible} />}
    </svg>
  );
}
