import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import * as React from "react";
import { decimalText, say, type Reader } from "../../src/vocabulary/reader";
import type { Check } from "./bundle";
import { useStyles } from "./styles";
import { amountText } from "./texts";
import type { Checked } from "./useCheck";

interface OutcomeProps {
  readonly checked: Checked;
  readonly currency: string;
  readonly reader: Reader;
}

/** What the server says of the choices: what it brings, and all that does not hold with the way out. Read aloud when it changes. */
export function Outcome({ checked, currency, reader }: OutcomeProps): React.ReactElement {
  const styles = useStyles();
  const { check, failure, isCurrent } = checked;
  return (
    <div className={styles.outcome}>
      {check && <Measures check={check} currency={currency} reader={reader} />}
      <div role="status" aria-busy={!isCurrent}>
        {failure !== null && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {say(reader, "configurator.notChecked")} {failure}
            </MessageBarBody>
          </MessageBar>
        )}
        {check === null && failure === null && <span className={styles.quiet}>{say(reader, "configurator.checking")}</span>}
        {check?.isValid === true && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{say(reader, "configurator.holds")}</MessageBarBody>
          </MessageBar>
        )}
        {check?.isValid === false && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <strong>{say(reader, "configurator.violations", decimalText(reader, check.violations.length, 0))}</strong>
              <ul className={styles.violations}>
                {check.violations.map(({ code, text, wayOut }, index) => (
                  <li key={`${code} ${index}`}>
                    {text} {wayOut}
                  </li>
                ))}
              </ul>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}

function Measures({
  check,
  currency,
  reader,
}: {
  readonly check: Check;
  readonly currency: string;
  readonly reader: Reader;
}): React.ReactElement {
  const styles = useStyles();
  const amount = (value: number | null): string | null => (value === null ? null : amountText(reader, value, currency));
  const measures: readonly [string, string | null][] = [
    ["configurator.price", amount(check.price)],
    ["configurator.cost", amount(check.cost)],
    ["configurator.margin", amount(check.margin)],
    [
      "configurator.differentiation",
      check.differentiation === null ? null : say(reader, "configurator.of5", decimalText(reader, check.differentiation, 1)),
    ],
  ];
  return (
    <dl className={styles.figures}>
      {measures.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt className={styles.figureName}>{say(reader, name)}</dt>
            <dd className={styles.figureValue}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
