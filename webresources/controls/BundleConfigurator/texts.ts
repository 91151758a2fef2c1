import { decimalText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import { type Bundle, type Choices } from "./bundle";

/** An amount with its currency, in full. */
export function amountText(reader: Reader, amount: number, currency: string): string {
  return `${currency}\u00a0${decimalText(reader, amount, 2)}`;
}

/** A quantity: whole, or with two decimals. */
export function quantityText(reader: Reader, value: number): string {
  return decimalText(reader, value, Number.isInteger(value) ? 0 : 2);
}

/** Every component of the bundle with what is chosen of it. */
export function tableOf(reader: Reader, bundle: Bundle, choices: Choices): Figures {
  const groups = new Map(bundle.groups.map((group) => [group.groupId, group.name]));
  return {
    columns: [
      { label: say(reader, "configurator.columnComponent") },
      { label: say(reader, "configurator.columnGroup") },
      { label: say(reader, "configurator.quantity"), isNumber: true },
      { label: say(reader, "configurator.columnUnitPrice", bundle.currency), isNumber: true },
      { label: say(reader, "configurator.columnAmount", bundle.currency), isNumber: true },
      { label: say(reader, "configurator.differentiation"), isNumber: true },
    ],
    rows: bundle.components.map((component) => {
      const chosen = choices.get(component.componentId);
      const quantity = Number(chosen);
      return [
        component.name,
        component.groupId ? (groups.get(component.groupId) ?? "") : "",
        chosen === undefined ? "" : quantityText(reader, quantity),
        decimalText(reader, component.unitPrice, 2),
        chosen === undefined ? "" : decimalText(reader, quantity * component.unitPrice, 2),
        decimalText(reader, component.differentiation, 0),
      ];
    }),
  };
}
