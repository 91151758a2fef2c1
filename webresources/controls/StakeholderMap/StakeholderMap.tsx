import { MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import * as React from "react";
import { Stakeholder } from "../../src/generated/stakeholder";
import { decimalText, percentText, say, type Reader } from "../../src/vocabulary/reader";
import { Visual } from "../src/Visual";
import { callFunction } from "../src/customApi";
import type { Host } from "../src/host";
import { useLoaded } from "../src/useLoaded";
import { BuyingCentreMap } from "./BuyingCentreMap";
import { readBuyingCentre, type BuyingCentre, type Person } from "./people";
import { useStyles } from "./styles";
import { roleText, tableOf } from "./texts";

export interface StakeholderMapProps {
  readonly host: Host;
  /** What the account carries of its map; a change fetches the map anew. */
  readonly version: string;
}

/** The buying centre of an account: influence upwards, attitude to the right, who reports to whom, whom we reach, who is missing. */
export function StakeholderMapVisual({ host, version }: StakeholderMapProps): React.ReactElement {
  const { record } = host;
  const loaded = useLoaded<BuyingCentre | null>(`${record.id}|${version}`, () =>
    record.id === "" ? Promise.resolve(null) : mapOf(record.id),
  );
  const open = (id: string): void => {
    host.openRow(Stakeholder.table, id);
  };
  return (
    <Visual
      host={host}
      title="control.name"
      loaded={loaded}
      emptiness={(centre) => (centre === null ? "visual.saveFirst" : centre.people.length === 0 ? "stakeholders.none" : null)}
      draw={(centre) => centre && <Drawing centre={centre} reader={host.reader} open={open} />}
      figures={(centre) => tableOf(host.reader, centre?.people ?? [], byId(centre?.people ?? []), open)}
    />
  );
}

async function mapOf(accountId: string): Promise<BuyingCentre> {
  const answer = await callFunction<{ readonly Map: string }>("kam_MapStakeholders", { AccountId: accountId });
  return readBuyingCentre(answer.Map);
}

function byId(people: readonly Person[]): Map<string, Person> {
  return new Map(people.map((person) => [person.stakeholderId, person]));
}

interface DrawingProps {
  readonly centre: BuyingCentre;
  readonly reader: Reader;
  readonly open: (id: string) => void;
}

function Drawing({ centre, reader, open }: DrawingProps): React.ReactElement {
  const styles = useStyles();
  const all = React.useMemo(() => byId(centre.people), [centre]);
  const single = centre.singleThreadId ? all.get(centre.singleThreadId) : undefined;
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? say(reader, "visual.unknown") : percentText(decimalText(reader, value, 0));
  return (
    <div>
      <dl className={styles.summary}>
        <Measure
          name={say(reader, "stakeholders.score")}
          value={decimalText(reader, centre.relationshipScore, 0)}
          of={say(reader, "stakeholders.of100")}
        />
        <Measure
          name={say(reader, "stakeholders.coverage")}
          value={share(centre.coveragePercent)}
          of={say(reader, "stakeholders.ofInfluence")}
        />
        <Measure
          name={say(reader, "stakeholders.sentiment")}
          value={share(centre.sentimentPercent)}
          of={say(reader, "stakeholders.sentimentRange")}
        />
      </dl>
      {single && (
        <Warning text={say(reader, "stakeholders.everythingHangs", single.name)} more={say(reader, "stakeholders.everythingHangsWayOut")} />
      )}
      {centre.missingRoles.length > 0 && (
        <Warning
          text={say(reader, "stakeholders.missing", centre.missingRoles.map((role) => roleText(reader, role)).join(", "))}
          more={say(reader, "stakeholders.missingWayOut")}
        />
      )}
      <BuyingCentreMap people={centre.people} all={all} singleThreadId={single?.stakeholderId ?? null} reader={reader} open={open} />
    </div>
  );
}

function Measure({ name, value, of }: { readonly name: string; readonly value: string; readonly of: string }): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.measure}>
      <dt className={styles.measureName}>{name}</dt>
      <dd className={styles.measureValue}>
        <Text size={500} weight="semibold">
          {value}
        </Text>{" "}
        <Text size={200} className={styles.quiet}>
          {of}
        </Text>
      </dd>
    </div>
  );
}

function Warning({ text, more }: { readonly text: string; readonly more: string }): React.ReactElement {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.warning}>
      <MessageBarBody>
        <strong>{text}</strong> {more}
      </MessageBarBody>
    </MessageBar>
  );
}
