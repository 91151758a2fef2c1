import { Badge, Radio, RadioGroup, Text } from "@fluentui/react-components";
import * as React from "react";
import { say, type Reader } from "../../src/vocabulary/reader";
import { Visual } from "../src/Visual";
import { callFunction } from "../src/customApi";
import type { Host } from "../src/host";
import { useLoaded } from "../src/useLoaded";
import { Bars } from "./Bars";
import { figuresOf, type Standing, type WaterfallFigures } from "./figures";
import { readWaterfall, type Waterfall } from "./waterfall";
import { useStyles } from "./styles";
import { amountText, quantityText, tableOf } from "./texts";

export interface PriceWaterfallProps {
  readonly host: Host;
  /** What the columns on the form hold that the waterfall follows from; a change fetches it anew. */
  readonly version: string;
}

/** What of the list price stays in the pocket, and where that stands in the corridor. As stored with the line; cost, floor and margin only where the server tells them. */
export function PriceWaterfallVisual({ host, version }: PriceWaterfallProps): React.ReactElement {
  const { record } = host;
  const loaded = useLoaded<Waterfall | null>(`${record.table}|${record.id}|${version}`, () =>
    record.id === "" ? Promise.resolve(null) : explained(record.table, record.id),
  );
  return (
    <Visual
      host={host}
      title="control.name"
      loaded={loaded}
      emptiness={(waterfall) => (record.id === "" ? "visual.saveFirst" : waterfall === null ? "waterfall.none" : null)}
      draw={(waterfall) => waterfall && <Drawing waterfall={waterfall} reader={host.reader} />}
      figures={(waterfall) => (waterfall ? tableOf(figuresOf(waterfall, false), host.reader) : { columns: [], rows: [] })}
    />
  );
}

async function explained(table: string, id: string): Promise<Waterfall | null> {
  const { Waterfall: text } = await callFunction<{ readonly Waterfall?: string | null }>("kam_ExplainLinePrice", {
    LineId: id,
    Table: table,
  });
  return readWaterfall(text);
}

function Drawing({ waterfall, reader }: { readonly waterfall: Waterfall; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const [isPerUnit, setIsPerUnit] = React.useState(true);
  const figures = figuresOf(waterfall, isPerUnit);
  return (
    <div>
      <div className={styles.head}>
        <StandingLine figures={figures} reader={reader} />
        {waterfall.quantity !== 0 && waterfall.quantity !== 1 && (
          <RadioGroup
            layout="horizontal"
            aria-label={say(reader, "waterfall.amounts")}
            value={isPerUnit ? "unit" : "line"}
            onChange={(_, { value }) => {
              setIsPerUnit(value === "unit");
            }}
          >
            <Radio value="unit" label={say(reader, "waterfall.perUnit")} />
            <Radio value="line" label={say(reader, "waterfall.wholeLine", quantityText(reader, waterfall.quantity))} />
          </RadioGroup>
        )}
      </div>
      <Bars figures={figures} reader={reader} />
    </div>
  );
}

const colours: Readonly<Record<Standing, "success" | "warning" | "danger" | "informative">> = {
  atTarget: "success",
  belowTarget: "warning",
  belowMinimum: "danger",
  withoutCorridor: "informative",
};

function StandingLine({ figures, reader }: { readonly figures: WaterfallFigures; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const pocket = figures.figures.find((figure) => figure.total === "pocket")?.amount ?? 0;
  return (
    <div className={styles.standing}>
      <Text size={600} weight="semibold">
        {amountText(reader, pocket, figures.currency)}
      </Text>
      <Text>{say(reader, "waterfall.pocket")}</Text>
      <Badge appearance="tint" color={colours[figures.standing]}>
        {say(reader, `waterfall.${figures.standing}`)}
      </Badge>
      {figures.missing !== null && (
        <Text>
          {say(
            reader,
            figures.standing === "belowTarget" ? "waterfall.lacksToTarget" : "waterfall.lacksToMinimum",
            amountText(reader, figures.missing, figures.currency),
          )}
        </Text>
      )}
    </div>
  );
}
