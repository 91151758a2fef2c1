import { Input, Text, type InputProps } from "@fluentui/react-components";
import { useState } from "react";
import { formatted } from "../../server/webApi";
import { useLoaded } from "../../shell/appContext";
import type { FormController } from "../formController";
import type { AttributeState } from "../formModel";
import { plainId, type LookupValue } from "../values";
import { parseNumber } from "./numbers";

/** A number in the form of the user's language; an amount with the currency of its row. */
export function NumberField({
  controller,
  attribute,
  common,
}: {
  controller: FormController;
  attribute: AttributeState;
  common: InputProps;
}) {
  const { column, value } = attribute;
  const { locale } = controller.preview;
  const digits = column.kind === "whole" ? 0 : (column.precision ?? 2);
  const show = (number: unknown) =>
    typeof number === "number"
      ? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number)
      : "";
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const number = parseNumber(typed, locale);
    setTyped(null);
    if (number === undefined) return;
    attribute.invalid = isOutside(number, column.min, column.max) ? `${show(column.min)} – ${show(column.max)}` : null;
    controller.change(attribute, number === null ? null : Number(number.toFixed(digits)));
    controller.model.changed();
  };
  return (
    <Input
      {...common}
      inputMode="decimal"
      value={typed ?? show(value)}
      contentBefore={column.kind === "money" ? <CurrencySign controller={controller} /> : undefined}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") leave();
      }}
    />
  );
}

function CurrencySign({ controller }: { controller: FormController }) {
  const { model, preview } = controller;
  const own = model.attributes.get("transactioncurrencyid")?.value as readonly LookupValue[] | null | undefined;
  const id = own?.[0] ? plainId(own[0].id) : preview.session.baseCurrencyId;
  const currency = useLoaded(
    () => (id ? preview.webApi.get(`transactioncurrencies(${id})?$select=currencysymbol,isocurrencycode`) : Promise.resolve(null)),
    [id],
  );
  return <Text size={200}>{currency.state === "ready" && currency.value ? formatted(currency.value, "currencysymbol") : ""}</Text>;
}

function isOutside(number: number | null, min: number | null, max: number | null): boolean {
  return number !== null && ((min !== null && number < min) || (max !== null && number > max));
}
