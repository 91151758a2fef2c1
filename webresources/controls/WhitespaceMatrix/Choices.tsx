import { Field, Input, Select } from "@fluentui/react-components";
import * as React from "react";
import { say, type Reader } from "../../src/vocabulary/reader";
import type { Choice, Order } from "./layout";
import { useStyles } from "./styles";
import { stateText } from "./texts";
import { states, type Family, type State } from "./whitespace";

interface ChoicesProps {
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  /** Of which one can be chosen; none where the families are what is listed. */
  readonly families: readonly Family[];
  readonly orders: readonly Order[];
  readonly reader: Reader;
}

/** What is shown and in which order. */
export function Choices({ choice, choose, families, orders, reader }: ChoicesProps): React.ReactElement {
  const styles = useStyles();
  const all = <option value="">{say(reader, "whitespaceMatrix.all")}</option>;
  return (
    <div className={styles.choice} role="group" aria-label={say(reader, "whitespaceMatrix.choice")}>
      <Field
        className={styles.field}
        size="small"
        label={say(reader, families.length > 0 ? "whitespaceMatrix.columnAccount" : "whitespaceMatrix.columnFamily")}
      >
        <Input
          size="small"
          type="search"
          placeholder={say(reader, "whitespaceMatrix.partOfName")}
          value={choice.text}
          onChange={(_, { value }) => {
            choose({ ...choice, text: value });
          }}
        />
      </Field>
      {families.length > 0 && (
        <Field className={styles.field} size="small" label={say(reader, "whitespaceMatrix.columnFamily")}>
          <Select
            size="small"
            value={choice.familyId}
            onChange={(_, { value }) => {
              choose({ ...choice, familyId: value });
            }}
          >
            {all}
            {families.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field className={styles.field} size="small" label={say(reader, "whitespaceMatrix.columnState")}>
        <Select
          size="small"
          value={choice.state}
          onChange={(_, { value }) => {
            choose({ ...choice, state: value as State | "" });
          }}
        >
          {all}
          {states.map((state) => (
            <option key={state} value={state}>
              {stateText(reader, state)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} size="small" label={say(reader, "whitespaceMatrix.order")}>
        <Select
          size="small"
          value={choice.order}
          onChange={(_, { value }) => {
            choose({ ...choice, order: value as Order });
          }}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {say(reader, `whitespaceMatrix.orderBy${order}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
