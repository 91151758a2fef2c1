import { mergeClasses } from "@fluentui/react-components";
import * as React from "react";
import { decimalText, say, type Reader } from "../../src/vocabulary/reader";
import { DataTable } from "../src/DataTable";
import { nearestTowards } from "../src/roving";
import { useWidth } from "../src/useWidth";
import { layoutOf, type Crowd, type MapLayout } from "./layout";
import { PersonNode } from "./PersonNode";
import { superiorsOf, type Person } from "./people";
import { useStyles } from "./styles";
import { attitudeText, tableOf } from "./texts";

const narrowest = 620;
const measures = { left: 32, nodeWidth: 168, nodeHeight: 52, gap: 10, mostInCell: 9 };

export interface BuyingCentreMapProps {
  readonly people: readonly Person[];
  readonly all: ReadonlyMap<string, Person>;
  readonly singleThreadId: string | null;
  readonly reader: Reader;
  readonly open: (id: string) => void;
}

/** The map itself. Arrow keys go from person to person, Enter opens one; whoever is in focus shows their lines. */
export function BuyingCentreMap({ people, all, singleThreadId, reader, open }: BuyingCentreMapProps): React.ReactElement {
  const styles = useStyles();
  const [frame, available] = useWidth<HTMLDivElement>(900);
  const width = Math.max(narrowest, available);
  const layout = React.useMemo(() => layoutOf(people, { ...measures, width }), [people, width]);
  const [current, setCurrent] = React.useState(0);
  const [looked, setLooked] = React.useState<string | null>(null);
  const [crowd, setCrowd] = React.useState<Crowd | null>(null);
  const nodes = React.useRef<(HTMLButtonElement | null)[]>([]);
  const lookedAt = looked === null ? undefined : all.get(looked);
  const chain = new Set(lookedAt ? [lookedAt, ...superiorsOf(lookedAt, all)].map((person) => person.stakeholderId) : []);

  const move = (event: React.KeyboardEvent): void => {
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? layout.nodes.length - 1 : nearestTowards(event.key, current, layout.nodes);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    nodes.current[next]?.focus();
  };

  return (
    <div ref={frame} className={styles.frame}>
      <div style={{ width }}>
        <Columns layout={layout} reader={reader} />
        <div
          className={styles.map}
          style={{ height: layout.height }}
          role="group"
          aria-label={say(reader, "stakeholders.mapHint")}
          onKeyDown={move}
        >
          {layout.rows.map((row) => (
            <div key={row.influence} className={styles.mapRow} style={{ top: row.y, height: row.height }} aria-hidden="true">
              <span className={styles.rowName}>{decimalText(reader, row.influence, 0)}</span>
            </div>
          ))}
          <Lines layout={layout} chain={chain} />
          {layout.nodes.map((node, index) => (
            <PersonNode
              key={node.person.stakeholderId}
              node={node}
              width={layout.nodeWidth}
              height={measures.nodeHeight}
              superior={node.person.reportsToId ? all.get(node.person.reportsToId) : undefined}
              isSingleThread={node.person.stakeholderId === singleThreadId}
              isInChain={chain.has(node.person.stakeholderId)}
              isCurrent={index === Math.min(current, layout.nodes.length - 1)}
              reader={reader}
              hold={(element) => {
                nodes.current[index] = element;
              }}
              look={(isLooked) => {
                setLooked(isLooked ? node.person.stakeholderId : null);
                if (isLooked) setCurrent(index);
              }}
              open={open}
            />
          ))}
          {layout.crowds.map((each) => (
            <button
              key={`${each.attitude ?? "unknown"} ${each.influence}`}
              type="button"
              className={mergeClasses(styles.crowd, styles.outlined)}
              style={{ left: each.x, top: each.y, width: layout.nodeWidth, height: measures.nodeHeight }}
              aria-expanded={crowd === each}
              onClick={() => {
                setCrowd(crowd === each ? null : each);
              }}
            >
              {say(reader, "stakeholders.more", decimalText(reader, each.people.length, 0))}
            </button>
          ))}
        </div>
        <p className={styles.legend}>{say(reader, "stakeholders.legend")}</p>
      </div>
      {crowd && (
        <DataTable
          caption={say(reader, "stakeholders.crowd", decimalText(reader, crowd.influence, 0), attitudeText(reader, crowd.attitude))}
          figures={tableOf(reader, crowd.people, all, open)}
        />
      )}
    </div>
  );
}

function Columns({ layout, reader }: { readonly layout: MapLayout; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.columns} aria-hidden="true">
      {layout.columns.map((column) => (
        <span key={String(column.attitude)} className={styles.columnName} style={{ left: column.x, width: column.width }}>
          {attitudeText(reader, column.attitude)}
        </span>
      ))}
    </div>
  );
}

function Lines({ layout, chain }: { readonly layout: MapLayout; readonly chain: ReadonlySet<string> }): React.ReactElement {
  const styles = useStyles();
  const middle = layout.nodeWidth / 2;
  return (
    <svg className={styles.lines} width="100%" height={layout.height} aria-hidden="true" focusable="false">
      {layout.lines.map(({ from, to }) => {
        const isUp = to.y < from.y;
        const isDown = to.y > from.y;
        const startY = from.y + (isUp ? 0 : isDown ? measures.nodeHeight : measures.nodeHeight / 2);
        const endY = to.y + (isUp ? measures.nodeHeight : isDown ? 0 : measures.nodeHeight / 2);
        // In one line they meet at their sides, else at their edges.
        const side = isUp || isDown ? 0 : Math.sign(to.x - from.x) * middle;
        const [startX, endX] = [from.x + middle + side, to.x + middle - side];
        const bend = (endY - startY) / 2;
        const isShown = chain.has(from.person.stakeholderId) && chain.has(to.person.stakeholderId);
        return (
          <g key={from.person.stakeholderId} className={mergeClasses(styles.line, isShown && styles.lineShown)}>
            <path d={`M${startX} ${startY}C${startX} ${startY + bend} ${endX} ${endY - bend} ${endX} ${endY}`} fill="none" />
            <circle cx={endX} cy={endY} r={isShown ? 4 : 3} />
          </g>
        );
      })}
    </svg>
  );
}
