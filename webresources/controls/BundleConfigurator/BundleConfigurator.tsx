import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import * as React from "react";
import { say } from "../../src/vocabulary/reader";
import { Visual } from "../src/Visual";
import { callFunction } from "../src/customApi";
import { plainId, type Host } from "../src/host";
import { messageOf, useLoaded } from "../src/useLoaded";
import { Groups } from "./Groups";
import { Outcome } from "./Outcome";
import { choicesText, startOf, type Bundle, type Choices } from "./bundle";
import { useStyles } from "./styles";
import { tableOf } from "./texts";
import { useAdding, useCheck, type Checked } from "./useCheck";

/** A quote somebody has looked up. */
export interface ChosenQuote {
  readonly id: string;
  readonly name: string;
}

export interface BundleConfiguratorProps {
  readonly host: Host;
  /** What the columns on the form hold of the bundle; a change fetches it anew. */
  readonly version: string;
  /** Lets the user look up a quote; null when they take none. */
  readonly lookUpQuote: () => Promise<ChosenQuote | null>;
}

/** Puts a bundle together: the server checks each choice and adds the whole to a quote. The bundle itself is never changed, so whoever may only read it can use this too. */
export function BundleConfiguratorVisual({ host, version, lookUpQuote }: BundleConfiguratorProps): React.ReactElement {
  const { record, reader } = host;
  const loaded = useLoaded<Bundle | null>(`${record.id}|${version}`, () =>
    record.id === "" ? Promise.resolve(null) : described(record.id),
  );
  const bundle = loaded.state === "ready" ? loaded.value : null;
  const [chosen, setChosen] = React.useState<Choices | null>(null);
  const choices = chosen ?? (bundle ? startOf(bundle) : new Map<string, string>());
  const asText = bundle ? choicesText(bundle, choices) : "[]";
  const checked = useCheck(bundle && bundle.components.length > 0 ? bundle.bundleId : null, asText);
  return (
    <Visual
      host={host}
      title="control.name"
      loaded={loaded}
      emptiness={(value) => (value === null ? "visual.saveFirst" : value.components.length === 0 ? "configurator.none" : null)}
      draw={(value) =>
        value && (
          <div>
            <Groups bundle={value} choices={choices} choose={setChosen} reader={reader} />
            <Outcome checked={checked} currency={value.currency} reader={reader} />
            <OntoQuote bundle={value} choices={asText} checked={checked} host={host} lookUpQuote={lookUpQuote} />
          </div>
        )
      }
      figures={(value) => (value ? tableOf(reader, value, choices) : { columns: [], rows: [] })}
    />
  );
}

async function described(id: string): Promise<Bundle> {
  const { Bundle: text } = await callFunction<{ readonly Bundle: string }>("kam_DescribeBundle", { SolutionBundleId: id });
  return JSON.parse(text) as Bundle;
}

interface OntoQuoteProps {
  readonly bundle: Bundle;
  readonly choices: string;
  readonly checked: Checked;
  readonly host: Host;
  readonly lookUpQuote: () => Promise<ChosenQuote | null>;
}

function OntoQuote({ bundle, choices, checked, host, lookUpQuote }: OntoQuoteProps): React.ReactElement {
  const styles = useStyles();
  const { reader } = host;
  const [quote, setQuote] = React.useState<ChosenQuote | null>(null);
  const [failure, setFailure] = React.useState<string | null>(null);
  const [adding, add] = useAdding(bundle.bundleId, quote ? plainId(quote.id) : null, choices);
  if (!bundle.isReleased) return <Text className={styles.quiet}>{say(reader, "configurator.notReleased")}</Text>;
  const isReady = quote !== null && checked.isCurrent && checked.check?.isValid === true && adding.state !== "busy" && host.isOnline;
  return (
    <div>
      <div className={styles.quote}>
        <Button
          onClick={() => {
            lookUpQuote().then(
              (found) => {
                setFailure(null);
                if (found) setQuote(found);
              },
              (reason: unknown) => {
                setFailure(messageOf(reason));
              },
            );
          }}
        >
          {say(reader, "configurator.chooseQuote")}
        </Button>
        <Text>{quote ? quote.name : say(reader, "configurator.noQuote")}</Text>
        <Button appearance="primary" disabledFocusable={!isReady} onClick={isReady ? add : undefined}>
          {say(reader, "configurator.add")}
        </Button>
      </div>
      <div role="status">
        {adding.state === "busy" && <Text>{say(reader, "configurator.adding")}</Text>}
        {(failure !== null || adding.state === "refused") && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{failure ?? (adding.state === "refused" && adding.reason)}</MessageBarBody>
          </MessageBar>
        )}
        {adding.state === "added" && quote && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {say(reader, adding.isNew ? "configurator.added" : "configurator.alreadyThere", quote.name)}{" "}
              <Button
                size="small"
                appearance="transparent"
                onClick={() => {
                  host.openRow("quote", plainId(quote.id));
                }}
              >
                {say(reader, "visual.open")}
              </Button>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
