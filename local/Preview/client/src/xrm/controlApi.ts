import type { FormController } from "../form/formController";
import type { ControlState, Notification, SectionState } from "../form/formModel";
import type { AttributeApi } from "./attributeApi";
import { gridControlOf } from "./gridControl";
import { loud } from "./loud";

export type ControlApi = ReturnType<typeof controlApi>;

/** Kinds of controls by class id ("Form XML: control"). */
export const ControlClass = {
  subgrid: "E7A81278-8635-4D9E-8D4D-59480B391C5B",
  quickView: "5C5600E0-1D6E-4205-A272-BE80DA87FD42",
  webResource: "9FDF5F91-88B1-47F4-AD53-C11EFC01A01D",
  iframe: "FD2A7985-3187-444E-908D-6624B21F69C0",
  image: "587CDF98-C1D5-4BDE-8473-14A0BC7644A7",
  timeline: "06375649-C143-495E-A496-C962E5B4488E",
} as const;

const types: Readonly<Record<string, string>> = {
  [ControlClass.subgrid]: "subgrid",
  [ControlClass.quickView]: "quickform",
  [ControlClass.webResource]: "webresource",
  [ControlClass.iframe]: "iframe",
  [ControlClass.image]: "webresource",
  [ControlClass.timeline]: "timelinewall",
};

/** A control of the form, as scripts see it. */
export function controlApi(
  controller: FormController,
  state: ControlState,
  attributeOf: (name: string) => AttributeApi | null,
  sectionOf: (section: SectionState | null) => unknown,
) {
  const { model } = controller;
  const { attribute } = state;
  const classId = state.cell.control?.classId ?? "";
  const notify = (notification: Notification) => {
    state.notifications = [...state.notifications.filter((each) => each.id !== notification.id), notification];
    model.changed();
    return true;
  };
  const shared = {
    getName: () => state.name,
    getControlType: () => types[classId] ?? standardType(attribute?.column.kind),
    getLabel: () => state.label,
    setLabel: (label: string) => {
      state.label = label;
      model.changed();
    },
    getVisible: () => state.visible,
    setVisible: (visible: boolean) => {
      state.visible = visible;
      model.changed();
    },
    getParent: () => sectionOf(state.section),
    setFocus: () => {
      if (state.section) model.activeTab = state.section.tab.design.name;
      model.changed();
      requestAnimationFrame(() => document.getElementById(`field-${state.name}`)?.focus());
    },
  };
  const field = attribute && {
    getAttribute: () => attributeOf(attribute.column.name),
    getDisabled: () => !model.isEditable(state),
    setDisabled: (disabled: boolean) => {
      state.disabled = disabled;
      model.changed();
    },
    setNotification: (text: string, id = "") => notify({ id, text, level: "ERROR", actions: [] }),
    clearNotification: (id?: string) => {
      state.notifications = id === undefined ? [] : state.notifications.filter((each) => each.id !== id);
      model.changed();
      return true;
    },
    addNotification: (given: Xrm.Controls.AddControlNotificationOptions) =>
      notify({
        id: given.uniqueId,
        text: given.messages.join("\n"),
        level: given.notificationLevel === "RECOMMENDATION" ? "RECOMMENDATION" : "ERROR",
        actions: (given.actions ?? []).map((action) => ({
          message: action.message ?? "",
          run: () => {
            for (const each of action.actions) each();
          },
        })),
      }),
  };
  const choice = attribute &&
    attribute.column.choices.length > 0 && {
      getOptions: () =>
        attribute.column.choices
          .filter((each) => state.options?.has(each.value) ?? true)
          .map((each) => ({ text: each.label, value: each.value })),
      addOption: (given: { value: number }) => setOptions([...shownOptions(), given.value]),
      removeOption: (value: number) => setOptions(shownOptions().filter((each) => each !== value)),
      clearOptions: () => setOptions([]),
    };
  const shownOptions = () => [...(state.options ?? attribute?.column.choices.map((each) => each.value) ?? [])];
  const setOptions = (values: readonly number[]) => {
    state.options = new Set(values);
    model.changed();
  };
  const grid = classId === ControlClass.subgrid && {
    refresh: () => {
      state.turn++;
      model.changed();
    },
    getEntityName: () => state.cell.control?.parameters.get("TargetEntityType") ?? "",
    getGrid: () => shownGrid().getGrid(),
    getFetchXml: () => shownGrid().getFetchXml(),
    getRelationship: () => shownGrid().getRelationship(),
    getViewSelector: () => shownGrid().getViewSelector(),
    refreshRibbon: () => shownGrid().refreshRibbon(),
  };
  const shownGrid = () =>
    gridControlOf(() => {
      if (state.grid === null) throw new Error(`The grid ${state.name} is in a tab that was not opened yet.`);
      return state.grid;
    });
  const framed = (classId === ControlClass.webResource || classId === ControlClass.iframe) && {
    getObject: () => state.frame,
    getSrc: () => state.frame?.src ?? "",
    setSrc: (src: string) => {
      if (state.frame) state.frame.src = src;
    },
    // A tab that was not opened yet has no frame.
    getContentWindow: () => Promise.resolve(state.frame?.contentWindow ?? null),
  };
  return loud(`control ${state.name}`, { ...shared, ...field, ...choice, ...grid, ...framed });
}

function standardType(kind: string | undefined): string {
  switch (kind) {
    case "lookup":
      return "lookup";
    case "choice":
    case "yesno":
    case "state":
    case "status":
      return "optionset";
    case "choices":
      return "multiselectoptionset";
    default:
      return "standard";
  }
}
