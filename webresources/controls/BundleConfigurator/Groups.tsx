import { Checkbox, Input, Text } from "@fluentui/react-components";
import * as React from "react";
import { decimalText, say, type Reader } from "../../src/vocabulary/reader";
import { componentsOf, isCore, withComponent, type Bundle, type Choices, type Component, type Group } from "./bundle";
import { useStyles } from "./styles";
import { amountText, quantityText } from "./texts";

interface GroupsProps {
  readonly bundle: Bundle;
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
  readonly reader: Reader;
}

/** The groups of a bundle with their components: a box to take one, a field for how many. */
export function Groups({ bundle, choices, choose, reader }: GroupsProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {[null, ...bundle.groups].map((group) => {
        const components = componentsOf(bundle, group);
        if (components.length === 0) return null;
        return (
          <fieldset key={group?.groupId ?? ""} className={styles.group}>
            <legend className={styles.legend}>
              {group?.name ?? say(reader, "configurator.withoutGroup")}{" "}
              {group && <span className={styles.quiet}>{limitsText(reader, group, components, choices)}</span>}
            </legend>
            {components.map((component) => (
              <Row
                key={component.componentId}
                component={component}
                currency={bundle.currency}
                choices={choices}
                choose={choose}
                reader={reader}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

function limitsText(reader: Reader, group: Group, components: readonly Component[], choices: Choices): string {
  const chosen = components.filter(({ componentId }) => choices.has(componentId)).length;
  return say(reader, "configurator.limits", ...[group.minimum, group.maximum, chosen].map((count) => decimalText(reader, count, 0)));
}

interface RowProps extends Omit<GroupsProps, "bundle"> {
  readonly component: Component;
  readonly currency: string;
}

function Row({ component, currency, choices, choose, reader }: RowProps): React.ReactElement {
  const styles = useStyles();
  const chosen = choices.get(component.componentId);
  const price = amountText(reader, component.unitPrice, currency);
  return (
    <div className={styles.row}>
      <Checkbox
        checked={chosen !== undefined}
        disabled={isCore(component) && chosen !== undefined}
        label={isCore(component) ? say(reader, "configurator.core", component.name) : component.name}
        onChange={(_, { checked }) => {
          choose(withComponent(choices, component, checked === true));
        }}
      />
      {chosen === undefined ? (
        <span />
      ) : (
        <Input
          type="number"
          size="small"
          className={styles.quantity}
          aria-label={say(
            reader,
            "configurator.quantityOf",
            component.name,
            quantityText(reader, component.minimumQuantity),
            quantityText(reader, component.maximumQuantity),
          )}
          min={component.minimumQuantity}
          max={component.maximumQuantity}
          step="any"
          value={chosen}
          onChange={(_, { value }) => {
            choose(new Map(choices).set(component.componentId, value));
          }}
        />
      )}
      <Text className={styles.amount}>{component.unit ? say(reader, "configurator.pricePer", price, component.unit) : price}</Text>
    </div>
  );
}
