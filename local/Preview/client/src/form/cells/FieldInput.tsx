import { Button, Dropdown, Input, Link, Option, Switch, Text, Textarea, type InputProps } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePreview } from "../../shell/appContext";
import type { FormController } from "../formController";
import type { AttributeState, ControlState } from "../formModel";
import type { FieldValue, LookupValue } from "../values";
import { DateField } from "./DateField";
import { FormattedField, Masked } from "./FormattedField";
import { ImageField } from "./ImageField";
import { LookupField } from "./LookupField";
import { NumberField } from "./NumberField";

// Fluent's Field hands these to its only child; they name the input and its message.
type FieldSlotProps = Pick<InputProps, "id" | "aria-label" | "aria-labelledby" | "aria-describedby" | "aria-invalid" | "aria-required">;

/** The input of a column, by its type. */
export function FieldInput({ controller, control, ...field }: { controller: FormController; control: ControlState } & FieldSlotProps) {
  const { say } = usePreview();
  const { attribute } = control;
  if (!attribute) return null;
  const { column, value } = attribute;
  const isEditable = controller.model.isEditable(control);
  const set = (next: FieldValue) => controller.change(attribute, next);
  const id = `field-${control.name}`;
  const common = { ...field, id, style: { width: "100%" } };
  if (!attribute.access.read && !isEditable)
    return <Input {...common} readOnly value={Masked} title={say("hidden")} appearance="filled-darker" />;
  if (!isEditable && (column.kind === "lookup" || column.kind === "image")) {
    return column.kind === "image" ? (
      <ImageField controller={controller} attribute={attribute} isEditable={false} />
    ) : (
      <FormattedField controller={controller} control={control} />
    );
  }
  if (!isEditable) return <ReadOnly controller={controller} control={control} common={common} />;
  switch (column.kind) {
    case "memo":
      return (
        <Textarea
          {...common}
          rows={Math.max(2, control.cell.rowSpan + 1)}
          resize="vertical"
          maxLength={column.maxLength ?? undefined}
          value={(value as string | null) ?? ""}
          onChange={(_, data) => set(data.value || null)}
        />
      );
    case "whole":
    case "decimal":
    case "money":
    case "float":
      return <NumberField controller={controller} attribute={attribute} common={common} />;
    case "date":
    case "datetime":
      return <DateField controller={controller} attribute={attribute} label={control.label} common={common} />;
    case "yesno":
      return (
        <Switch
          {...field}
          id={id}
          checked={value === true}
          label={column.choices.find((each) => each.value === (value === true ? 1 : 0))?.label ?? ""}
          onChange={(_, { checked }) => set(checked)}
        />
      );
    case "choice":
    case "state":
    case "status":
      return <ChoiceField attribute={attribute} control={control} common={common} onChange={set} />;
    case "choices":
      return <ChoicesField attribute={attribute} control={control} common={common} onChange={set} />;
    case "lookup":
      return (
        <LookupField
          controller={controller}
          control={control}
          attribute={attribute}
          value={value as readonly LookupValue[] | null}
          common={common}
        />
      );
    case "image":
      return <ImageField controller={controller} attribute={attribute} isEditable />;
    default:
      return (
        <Input
          {...common}
          type={column.kind === "url" ? "url" : column.kind === "email" ? "email" : column.kind === "phone" ? "tel" : "text"}
          maxLength={column.maxLength ?? undefined}
          placeholder={say("none")}
          value={(value as string | null) ?? ""}
          contentAfter={
            column.kind === "url" && typeof value === "string" && /^https?:\/\//.test(value) ? (
              <Link href={value} target="_blank" rel="noreferrer noopener">
                ↗
              </Link>
            ) : undefined
          }
          onChange={(_, data) => set(data.value || null)}
        />
      );
  }
}

type CommonProps = FieldSlotProps & { style: { width: string } };

function ReadOnly({ controller, control, common }: { controller: FormController; control: ControlState; common: CommonProps }) {
  const { attribute } = control;
  if (attribute?.column.kind === "memo") {
    return (
      <Textarea
        {...common}
        readOnly
        appearance="filled-darker"
        rows={Math.max(2, control.cell.rowSpan + 1)}
        value={(attribute.value as string | null) ?? ""}
      />
    );
  }
  return (
    <Text style={{ minHeight: 20, padding: "5px 0" }} id={common.id}>
      <FormattedField controller={controller} control={control} />
    </Text>
  );
}

interface ChoiceProps {
  readonly attribute: AttributeState;
  readonly control: ControlState;
  readonly common: CommonProps;
  readonly onChange: (value: FieldValue) => void;
}

function ChoiceField({ attribute, control, common, onChange }: ChoiceProps) {
  const { say } = usePreview();
  const { column, value } = attribute;
  // A status reason belongs to a state, and the state is changed by its own commands.
  const state = column.choices.find((each) => each.value === (value ?? 1))?.state ?? 0;
  const options = column.choices.filter(
    (each) => (control.options?.has(each.value) ?? true) && (column.kind !== "status" || each.state === state),
  );
  return (
    <Dropdown
      {...common}
      placeholder={say("none")}
      value={column.choices.find((each) => each.value === value)?.label ?? ""}
      selectedOptions={typeof value === "number" ? [value.toString()] : []}
      onOptionSelect={(_, { optionValue }) => onChange(optionValue === undefined || optionValue === "" ? null : Number(optionValue))}
    >
      <Option value="" text={say("none")}>
        {say("none")}
      </Option>
      {options.map((each) => (
        <Option key={each.value} value={String(each.value)}>
          {each.label}
        </Option>
      ))}
    </Dropdown>
  );
}

function ChoicesField({ attribute, control, common, onChange }: ChoiceProps) {
  const { say } = usePreview();
  const { column } = attribute;
  const chosen = (attribute.value as readonly number[] | null) ?? [];
  const options = column.choices.filter((each) => control.options?.has(each.value) ?? true);
  return (
    <Dropdown
      {...common}
      multiselect
      placeholder={say("none")}
      value={column.choices
        .filter((each) => chosen.includes(each.value))
        .map((each) => each.label)
        .join("; ")}
      selectedOptions={chosen.map(String)}
      onOptionSelect={(_, { selectedOptions }) => onChange(selectedOptions.length === 0 ? null : selectedOptions.map(Number))}
    >
      {options.map((each) => (
        <Option key={each.value} value={String(each.value)}>
          {each.label}
        </Option>
      ))}
    </Dropdown>
  );
}

/** A small button inside an input. */
export function InnerButton({ label, icon, onClick }: { label: string; icon: ReactElement; onClick: () => void }) {
  return <Button appearance="transparent" size="small" icon={icon} aria-label={label} title={label} onClick={onClick} />;
}
