import { Text } from "@fluentui/react-components";
import * as React from "react";
import { dayText, decimalText, say } from "../../src/vocabulary/reader";
import { Visual } from "../src/Visual";
import type { Host } from "../src/host";
import { useLoaded } from "../src/useLoaded";
import { Choices } from "./Choices";
import { FamilyList } from "./FamilyList";
import { Grid } from "./Grid";
import { Mark } from "./Mark";
import { accountOrders, chosenAccounts, chosenFamilies, chosenFamiliesOf, countsOf, familyOrders, type Choice } from "./layout";
import { useStyles } from "./styles";
import { stateText, tableOf, tableOfFamilies } from "./texts";
import { readWhitespace, states, type Account, type Family, type Whitespace } from "./whitespace";

/** What customers buy, no longer buy, are likely to buy and do not buy: the families of one account as a list, several accounts as a matrix. */
export function WhitespaceMatrixVisual({ host }: { readonly host: Host }): React.ReactElement {
  const { record, reader } = host;
  const loaded = useLoaded<Whitespace | null>(`${record.table} ${record.id}`, () => readWhitespace(host));
  const single = (whitespace: Whitespace): Account | undefined => (record.table === "account" ? whitespace.accounts[0] : undefined);
  const openAccount = React.useRef((account: Account): void => {
    latest.current.openRow("account", account.id);
  }).current;
  const openFamily = (family: Family): void => {
    host.openRow("product", family.id);
  };
  const latest = React.useRef(host);
  latest.current = host;
  return (
    <Visual
      host={host}
      title="whitespaceMatrix.title"
      loaded={loaded}
      emptiness={(whitespace) =>
        whitespace === null
          ? "visual.saveFirst"
          : whitespace.accounts.length === 0 || whitespace.families.length === 0
            ? "whitespaceMatrix.none"
            : null
      }
      draw={(whitespace) =>
        whitespace && (
          <Drawing whitespace={whitespace} single={single(whitespace)} host={host} openAccount={openAccount} openFamily={openFamily} />
        )
      }
      figures={(whitespace) => {
        if (!whitespace) return { columns: [], rows: [] };
        const account = single(whitespace);
        return account
          ? tableOfFamilies(reader, account, whitespace.families, whitespace.currency, openFamily)
          : tableOf(reader, whitespace, openAccount);
      }}
    />
  );
}

interface DrawingProps {
  readonly whitespace: Whitespace;
  /** The account of the form; missing where there are several. */
  readonly single: Account | undefined;
  readonly host: Host;
  readonly openAccount: (account: Account) => void;
  readonly openFamily: (family: Family) => void;
}

function Drawing({ whitespace, single, host, openAccount, openFamily }: DrawingProps): React.ReactElement {
  const styles = useStyles();
  const { reader } = host;
  const [choice, setChoice] = React.useState<Choice>({ text: "", state: "", familyId: "", order: single ? "probability" : "value" });
  const accounts = React.useMemo(
    () => (single ? [single] : chosenAccounts(whitespace, choice, reader.locale)),
    [single, whitespace, choice, reader.locale],
  );
  const families = React.useMemo(
    () => (single ? chosenFamiliesOf(single, whitespace, choice, reader.locale) : chosenFamilies(whitespace, choice)),
    [single, whitespace, choice, reader.locale],
  );
  const counts = React.useMemo(() => countsOf(accounts, families), [accounts, families]);
  const { asOf, currency, hasMoreAccounts, hasMoreFamilies } = whitespace;
  const isEmpty = accounts.length === 0 || families.length === 0;
  return (
    <div>
      <Choices
        choice={choice}
        choose={setChoice}
        families={single ? [] : whitespace.families}
        orders={single ? familyOrders : accountOrders}
        reader={reader}
      />
      <ul className={styles.legend} aria-label={say(reader, "whitespaceMatrix.legend")}>
        {states.map((state) => (
          <li key={state} className={styles.key}>
            <Mark cell={{ state }} reader={reader} /> {stateText(reader, state)} ({decimalText(reader, counts[state], 0)})
          </li>
        ))}
      </ul>
      {isEmpty ? (
        <Text className={styles.none} role="status">
          {say(reader, "whitespaceMatrix.noneChosen")}
        </Text>
      ) : single ? (
        <FamilyList account={single} families={families} currency={currency} reader={reader} open={openFamily} />
      ) : (
        <Grid accounts={accounts} families={families} currency={currency} reader={reader} open={openAccount} />
      )}
      <Text className={styles.about}>
        {say(reader, "whitespaceMatrix.asOf", dayText(reader, asOf))}
        {!single &&
          ` · ${say(reader, "whitespaceMatrix.shown", decimalText(reader, accounts.length, 0), decimalText(reader, whitespace.accounts.length, 0))}`}
        {hasMoreAccounts && ` · ${say(reader, "whitespaceMatrix.cutAccounts")}`}
        {hasMoreFamilies && ` · ${say(reader, "whitespaceMatrix.cutFamilies")}`}
      </Text>
    </div>
  );
}
