import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { CustomControlUse } from "../design/formXml";
import type { FormController } from "../form/formController";
import type { AttributeState, ControlState } from "../form/formModel";
import { formatted } from "../server/webApi";
import { offsetMinutes } from "../server/zonedTime";
import { loud } from "../xrm/loud";
import type { LoadedControl } from "./controls";
import { dataSetOf, type DataSetRows } from "./dataSet";

/** The context a control is given with each updateView. */
export function pcfContext(
  controller: FormController,
  control: ControlState,
  use: CustomControlUse,
  loaded: LoadedControl,
  size: { readonly width: number; readonly height: number },
  rows: DataSetRows | null,
): unknown {
  const { preview, model } = controller;
  const xrm = (window as unknown as { Xrm: Xrm.XrmStatic }).Xrm;
  const parameters: Record<string, unknown> = {};
  for (const property of loaded.manifest.properties) {
    const given = use.parameters.find((each) => each.name === property.name);
    const attribute = given && !given.isStatic ? model.attributes.get(given.value) : undefined;
    parameters[property.name] = attribute
      ? bound(controller, control, attribute)
      : {
          raw: given ? staticValue(given.value, property.type) : null,
          formatted: given?.value,
          type: property.type,
          error: false,
          errorMessage: "",
        };
  }
  for (const name of loaded.manifest.dataSets) parameters[name] = dataSetOf(controller, rows);
  const number = (digits: number) => (value: number) =>
    new Intl.NumberFormat(preview.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const date = (options: Intl.DateTimeFormatOptions) => (value: Date) =>
    new Intl.DateTimeFormat(preview.locale, { timeZone: preview.session.zone, ...options }).format(value);
  return loud("context", {
    parameters,
    updatedProperties: ["parameters"],
    mode: loud("context.mode", {
      isControlDisabled: control.attribute ? !model.isEditable(control) : model.isInactive,
      isVisible: control.visible,
      label: control.label,
      allocatedWidth: size.width,
      allocatedHeight: size.height,
      isAuthoringMode: false,
      contextInfo: { entityId: model.entityId ?? "", entityTypeName: model.table.name, entityRecordName: model.name },
      trackContainerResize: () => undefined,
      setControlState: () => true,
      setFullScreen: () => undefined,
    }),
    formatting: loud("context.formatting", {
      formatCurrency: (value: number, digits = 2, symbol = "") => `${symbol} ${number(digits)(value)}`.trim(),
      formatDecimal: (value: number, digits = 2) => number(digits)(value),
      formatInteger: number(0),
      formatDateShort: (value: Date, withTime = false) =>
        date(withTime ? { dateStyle: "short", timeStyle: "short" } : { dateStyle: "short" })(value),
      formatDateLong: date({ dateStyle: "long" }),
      formatDateLongAbbreviated: date({ dateStyle: "medium" }),
      formatDateAsFilterStringInUTC: (value: Date) => value.toISOString().slice(0, 10),
      formatDateYearMonth: date({ year: "numeric", month: "long" }),
      formatTime: (value: Date) => date({ timeStyle: "short" })(value),
      formatLanguage: (value: number) => String(value),
      getWeekOfYear: (value: Date) => Math.ceil((value.getTime() - Date.UTC(value.getUTCFullYear(), 0, 1)) / 604_800_000),
    }),
    resources: loud("context.resources", {
      // The name itself where there is no text, as the platform gives it.
      getString: (id: string) => loaded.texts.get(id) ?? id,
      getResource: (_id: string, _success: (data: string) => void, failure: () => void) => {
        failure();
      },
    }),
    webAPI: xrm.WebApi,
    navigation: xrm.Navigation,
    utils: loud("context.utils", {
      getEntityMetadata: (name: string, columns?: string[]) => xrm.Utility.getEntityMetadata(name, columns),
      hasEntityPrivilege: () => true,
    }),
    device: loud("context.device", {}),
    factory: loud("context.factory", {
      requestRender: () => {
        model.changed();
      },
      getPopupService: () => loud("context.factory.getPopupService()", {}),
    }),
    client: loud("context.client", {
      disableScroll: false,
      getClient: () => "Web",
      getFormFactor: () => 1,
      isOffline: () => false,
      isNetworkAvailable: () => true,
    }),
    userSettings: loud("context.userSettings", {
      userId: `{${preview.session.user.id.toUpperCase()}}`,
      userName: preview.session.user.name,
      languageId: preview.language,
      isRTL: false,
      securityRoles: preview.session.user.roles,
      dateFormattingInfo: { cultureName: preview.locale },
      numberFormattingInfo: numbersOf(preview.locale),
      getTimeZoneOffsetMinutes: (at?: Date) => offsetMinutes(at ?? new Date(), preview.session.zone),
    }),
    fluentDesignLanguage: {
      tokenTheme: preview.isDark ? webDarkTheme : webLightTheme,
      isDarkTheme: preview.isDark,
      brand: {},
      theme: {},
    },
    events: loud("context.events", {}),
    page: loud("context.page", { entityId: model.entityId ?? "", entityTypeName: model.table.name, getClientUrl: () => location.origin }),
  });
}

function bound(controller: FormController, control: ControlState, attribute: AttributeState): unknown {
  const { column, value, access } = attribute;
  return {
    raw: value,
    formatted: formatted(controller.model.row, column.name),
    type: column.scriptType,
    error: attribute.invalid !== null,
    errorMessage: attribute.invalid ?? "",
    security: { editable: controller.model.isEditable(control), readable: access.read, secured: column.isSecured },
    attributes: {
      LogicalName: column.name,
      DisplayName: column.label,
      Description: column.description,
      RequiredLevel: attribute.required === "required" ? 2 : attribute.required === "recommended" ? 3 : 0,
      IsSecured: column.isSecured,
      MaxLength: column.maxLength,
      MinValue: column.min,
      MaxValue: column.max,
      Precision: column.precision,
      Options: column.choices.map((each) => ({ Value: each.value, Label: each.label, Color: each.color ?? "" })),
    },
  };
}

function staticValue(text: string, type: string): unknown {
  if (type === "TwoOptions") return text === "true" || text === "1";
  return /^(Whole\.None|Decimal|FP|Currency)$/.test(type) ? Number(text) : text;
}

function numbersOf(locale: string): unknown {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const of = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    numberDecimalSeparator: of("decimal"),
    numberGroupSeparator: of("group"),
    negativeSign: of("minusSign"),
    numberDecimalDigits: 2,
    numberGroupSizes: [3],
  };
}
