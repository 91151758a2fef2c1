import { SaveMode, type FormController } from "../form/formController";
import type { ControlState, SectionState, TabState } from "../form/formModel";
import { navigate } from "../shell/navigation";
import { attributeApi, type AttributeApi } from "./attributeApi";
import { controlApi, type ControlApi } from "./controlApi";
import type { FormScripts, Handler } from "./formScripts";
import { collection, loud } from "./loud";

export type FormContextApi = ReturnType<typeof formContextOf>;

/** The formContext of an open form. */
export function formContextOf(controller: FormController, scripts: FormScripts) {
  const { model } = controller;
  const attributes = new Map<string, AttributeApi>();
  const controls = new Map<string, ControlApi>();
  const attributeOf = (name: string): AttributeApi | null => {
    const state = model.attributes.get(name.toLowerCase());
    if (!state) return null;
    const known = attributes.get(name) ?? attributeApi(controller, state, controlsOf);
    attributes.set(name, known);
    return known;
  };
  const controlOf = (name: string): ControlApi | null => {
    const state = model.controls.get(name);
    if (!state) return null;
    const known = controls.get(name) ?? controlApi(controller, state, attributeOf, sectionOf);
    controls.set(name, known);
    return known;
  };
  const controlsOf = (test: (control: ControlState) => boolean) =>
    [...model.controls.values()].filter(test).flatMap((each) => controlOf(each.name) ?? []);
  const sectionOf = (section: SectionState | null) =>
    section &&
    loud("section", {
      getName: () => section.design.name,
      getLabel: () => section.label,
      setLabel: (label: string) => {
        section.label = label;
        model.changed();
      },
      getVisible: () => section.visible,
      setVisible: (visible: boolean) => {
        section.visible = visible;
        model.changed();
      },
      getParent: () => tabOf(section.tab),
      controls: collection(
        "section.controls",
        () => controlsOf((each) => each.section === section),
        (each) => each.getName(),
      ),
    });
  const tabOf = (tab: TabState) =>
    loud("tab", {
      getName: () => tab.design.name,
      getLabel: () => tab.label,
      setLabel: (label: string) => {
        tab.label = label;
        model.changed();
      },
      getVisible: () => tab.visible,
      setVisible: (visible: boolean) => {
        tab.visible = visible;
        if (!visible && model.activeTab === tab.design.name) model.activeTab = model.tabs.find((each) => each.visible)?.design.name ?? "";
        model.changed();
      },
      getDisplayState: () => (model.activeTab === tab.design.name ? "expanded" : "collapsed"),
      setDisplayState: (state: "expanded" | "collapsed") => {
        if (state === "expanded") model.activeTab = tab.design.name;
        model.changed();
      },
      setFocus: () => {
        model.activeTab = tab.design.name;
        model.changed();
      },
      addTabStateChange: (handler: Handler) => tab.stateHandlers.add(handler),
      removeTabStateChange: (handler: Handler) => tab.stateHandlers.delete(handler),
      getParent: () => formContext.ui,
      sections: collection(
        "tab.sections",
        () => tab.sections.flatMap((each) => sectionOf(each) ?? []),
        (each) => each.getName(),
      ),
    });
  const allAttributes = collection(
    "formContext.data.entity.attributes",
    () => [...model.attributes.keys()].flatMap((each) => attributeOf(each) ?? []),
    (each) => each.getName(),
  );
  const allControls = collection(
    "formContext.ui.controls",
    () => controlsOf(() => true),
    (each) => each.getName(),
  );
  const entity = loud("formContext.data.entity", {
    attributes: allAttributes,
    getId: () => (model.entityId === null ? "" : `{${model.entityId.toUpperCase()}}`),
    getEntityName: () => model.table.name,
    getPrimaryAttributeValue: () => model.name,
    getEntityReference: () => ({ entityType: model.table.name, id: model.entityId ?? "", name: model.name }),
    getIsDirty: () => model.isDirty,
    isValid: () => [...model.attributes.values()].every((each) => each.invalid === null),
    addOnSave: (handler: Handler) => scripts.onSave.add(handler),
    removeOnSave: (handler: Handler) => scripts.onSave.delete(handler),
    addOnPostSave: (handler: Handler) => scripts.onPostSave.add(handler),
    removeOnPostSave: (handler: Handler) => scripts.onPostSave.delete(handler),
    save: (option?: "saveandclose" | "saveandnew") => controller.save(option === "saveandclose" ? SaveMode.SaveAndClose : SaveMode.Save),
  });
  const formContext = loud("formContext", {
    data: loud("formContext.data", {
      entity,
      attributes: allAttributes,
      addOnLoad: (handler: Handler) => scripts.onDataLoad.add(handler),
      removeOnLoad: (handler: Handler) => scripts.onDataLoad.delete(handler),
      getIsDirty: () => model.isDirty,
      isValid: () => entity.isValid(),
      // A save that did not happen rejects, as on the platform.
      save: async () => {
        if (!(await controller.save())) throw Object.assign(new Error("The record was not saved."), { errorCode: 0 });
      },
      refresh: async (save?: boolean) => {
        if (save === true && !(await controller.save())) return;
        await controller.refresh();
      },
    }),
    ui: loud("formContext.ui", {
      controls: allControls,
      tabs: collection(
        "formContext.ui.tabs",
        () => model.tabs.map(tabOf),
        (each) => each.getName(),
      ),
      addOnLoad: (handler: Handler) => scripts.onLoad.add(handler),
      removeOnLoad: (handler: Handler) => scripts.onLoad.delete(handler),
      // 1 create, 2 update, 3 read-only, 4 disabled.
      getFormType: () => (model.isNew ? 1 : model.isInactive ? 4 : 2),
      setFormNotification: (text: string, level: "ERROR" | "WARNING" | "INFO", id: string) => {
        model.notifications = [...model.notifications.filter((each) => each.id !== id), { id, text, level, actions: [] }];
        model.changed();
        return true;
      },
      clearFormNotification: (id: string) => {
        const had = model.notifications.some((each) => each.id === id);
        model.notifications = model.notifications.filter((each) => each.id !== id);
        model.changed();
        return had;
      },
      close: () => controller.close(),
      refreshRibbon: () => {
        model.ribbonTurn++;
        model.changed();
      },
      getViewPortHeight: () => window.innerHeight,
      getViewPortWidth: () => window.innerWidth,
      setFormEntityName: () => undefined,
      formSelector: loud("formContext.ui.formSelector", {
        getCurrentItem: () =>
          loud("formSelector item", {
            getId: () => model.formId,
            getLabel: () => model.name,
            navigate: () =>
              navigate({
                pagetype: "entityrecord",
                app: controller.app,
                etn: model.table.name,
                formid: model.formId,
                ...(model.entityId === null ? {} : { id: model.entityId }),
              }),
          }),
      }),
    }),
    getAttribute: (wanted?: string) =>
      (typeof wanted === "string" ? attributeOf(wanted) : allAttributes.get(wanted)) as AttributeApi | null,
    getControl: (wanted?: string) => (typeof wanted === "string" ? controlOf(wanted) : allControls.get(wanted)) as ControlApi | null,
  });
  return formContext;
}
