import type { FormController } from "../form/formController";
import { isDirty, type AttributeState, type ControlState, type RequiredLevel, type SubmitMode } from "../form/formModel";
import type { FieldValue } from "../form/values";
import type { ControlApi } from "./controlApi";
import type { Handler } from "./formScripts";
import { collection, loud } from "./loud";

export type AttributeApi = ReturnType<typeof attributeApi>;

/** A column of the form, as scripts see it. */
export function attributeApi(
  controller: FormController,
  state: AttributeState,
  controlsOf: (test: (control: ControlState) => boolean) => readonly ControlApi[],
) {
  const { column } = state;
  const isChoice = column.choices.length > 0;
  const option = (value: number) => {
    const found = column.choices.find((each) => each.value === value);
    return found ? { text: found.label, value: found.value } : null;
  };
  const shared = {
    getName: () => column.name,
    getAttributeType: () => column.scriptType,
    getFormat: () => formats[column.kind] ?? null,
    getValue: () => state.value,
    // "Changing a value with setValue does not run OnChange."
    setValue: (value: FieldValue | undefined) => {
      state.value = value ?? null;
      controller.model.changed();
    },
    getIsDirty: () => isDirty(state),
    getIsPartyList: () => false,
    getRequiredLevel: () => state.required,
    setRequiredLevel: (level: RequiredLevel) => {
      state.required = level;
      controller.model.changed();
    },
    getSubmitMode: () => state.submit,
    setSubmitMode: (mode: SubmitMode) => {
      state.submit = mode;
    },
    getUserPrivilege: () => ({ canRead: state.access.read, canUpdate: state.access.update, canCreate: state.access.create }),
    addOnChange: (handler: Handler) => state.changeHandlers.add(handler),
    removeOnChange: (handler: Handler) => state.changeHandlers.delete(handler),
    fireOnChange: () => controller.scripts.fireChange(state),
    isValid: () => state.invalid === null,
    setIsValid: (isValid: boolean, message?: string) => {
      state.invalid = isValid ? null : (message ?? "");
      controller.model.changed();
    },
    getParent: () => controller.scripts.formContext.data.entity,
    controls: collection(
      "attribute.controls",
      () => controlsOf((each) => each.attribute === state),
      (each) => each.getName(),
    ),
  };
  return loud(`attribute ${column.name}`, {
    ...shared,
    ...(isChoice && {
      getInitialValue: () => column.defaultValue,
      getOption: (wanted: number | string) =>
        typeof wanted === "number"
          ? option(wanted)
          : (column.choices.map((each) => option(each.value)).find((each) => each?.text === wanted) ?? null),
      getOptions: () => column.choices.map((each) => option(each.value)),
      getSelectedOption: () =>
        Array.isArray(state.value) ? (state.value as number[]).map(option) : typeof state.value === "number" ? option(state.value) : null,
      getText: () =>
        Array.isArray(state.value)
          ? (state.value as number[]).map((each) => option(each)?.text ?? "")
          : typeof state.value === "number"
            ? (option(state.value)?.text ?? "")
            : "",
    }),
    ...(column.min !== null && { getMin: () => column.min, getMax: () => column.max, getPrecision: () => column.precision ?? 0 }),
    ...(column.maxLength !== null && { getMaxLength: () => column.maxLength }),
  });
}

const formats: Readonly<Record<string, string>> = {
  text: "text",
  memo: "textarea",
  url: "url",
  email: "email",
  phone: "phone",
  whole: "none",
  date: "date",
  datetime: "datetime",
};
