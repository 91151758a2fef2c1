import type { FormHandler } from "../design/formXml";
import type { FormController, SaveMode } from "../form/formController";
import type { AttributeState } from "../form/formModel";
import { formContextOf, type FormContextApi } from "./formContext";
import { loadLibrary } from "./libraries";
import { loud } from "./loud";
import { loadTextsOf } from "./resources";
import { setPage } from "./xrm";

export type Handler = (context: unknown) => unknown;

/** The scripts of one open form: its libraries, the events its XML registers, and those that scripts add. */
export class FormScripts {
  readonly onLoad = new Set<Handler>();
  readonly onSave = new Set<Handler>();
  readonly onPostSave = new Set<Handler>();
  readonly onDataLoad = new Set<Handler>();
  readonly formContext: FormContextApi;

  constructor(private readonly controller: FormController) {
    this.formContext = formContextOf(controller, this);
  }

  /** Loads the libraries, binds the handlers and runs OnLoad. */
  async load(): Promise<void> {
    const { preview, model } = this.controller;
    setPage(this.formContext);
    const { libraries, handlers } = model.design;
    try {
      await loadTextsOf(preview.designs, libraries, preview.language);
      for (const library of libraries) await loadLibrary(library);
    } catch (error) {
      await preview.dialogs.error(error, preview.say("scriptError"));
      return;
    }
    for (const handler of handlers.filter((each) => each.enabled)) this.bind(handler);
    // 1: the initial load, "getDataLoadState".
    await this.run([...this.onLoad], null, { getDataLoadState: () => 1 });
    await this.dataLoaded(1);
    model.hasScripts = true;
    model.changed();
  }

  leave(): void {
    setPage(null);
  }

  fireChange(attribute: AttributeState): void {
    void this.run([...attribute.changeHandlers], attribute.column.name, {});
  }

  /** Runs OnSave; false when a handler prevented it. */
  async mayBeSaved(mode: SaveMode): Promise<boolean> {
    let isPrevented = false;
    await this.run([...this.onSave], null, {
      getSaveMode: () => mode,
      isDefaultPrevented: () => isPrevented,
      preventDefault: () => {
        isPrevented = true;
      },
      preventDefaultOnError: () => undefined,
      disableAsyncTimeout: () => undefined,
    });
    return !isPrevented;
  }

  saved(isSuccess: boolean): void {
    const { model } = this.controller;
    void this.run([...this.onPostSave], null, {
      getIsSaveSuccess: () => isSuccess,
      getEntityReference: () => ({ entityType: model.table.name, id: model.entityId, name: model.name }),
      getSaveErrorInfo: () => null,
    });
  }

  // 3: after a save, 2: after a refresh; scripts here only ask whether it is the first one.
  async dataLoaded(state = 2): Promise<void> {
    await this.run([...this.onDataLoad], null, { getDataLoadState: () => state });
  }

  /** Runs a handler of a command or a tab, and shows what goes wrong. */
  async run(handlers: readonly Handler[], source: string | null, args: object): Promise<void> {
    const shared = new Map<string, unknown>();
    for (const [depth, handler] of handlers.entries()) {
      try {
        await handler(this.contextFor(source, args, depth + 1, shared));
      } catch (error) {
        await this.controller.preview.dialogs.error(error, this.controller.preview.say("scriptError"));
      }
    }
  }

  /** The execution context a handler is given. */
  contextFor(source: string | null, args: object, depth: number, shared: Map<string, unknown>): unknown {
    return loud("executionContext", {
      getFormContext: () => this.formContext,
      getEventSource: () => (source === null ? this.formContext.data.entity : this.formContext.getAttribute(source)),
      getEventArgs: () => loud("executionContext.getEventArgs()", args),
      getDepth: () => depth,
      getContext: () => (window as unknown as { Xrm: Xrm.XrmStatic }).Xrm.Utility.getGlobalContext(),
      getSharedVariable: (key: string) => shared.get(key),
      setSharedVariable: (key: string, value: unknown) => shared.set(key, value),
    });
  }

  private bind(handler: FormHandler): void {
    const run: Handler = (context) => {
      const target = handler.functionName
        .split(".")
        .reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], window);
      if (typeof target !== "function") throw new Error(`${handler.library}: there is no function ${handler.functionName}.`);
      return (target as (...values: unknown[]) => unknown)(...(handler.passContext ? [context] : []), ...parametersOf(handler.parameters));
    };
    const { model } = this.controller;
    switch (handler.event) {
      case "onload":
        this.onLoad.add(run);
        return;
      case "onsave":
        this.onSave.add(run);
        return;
      case "onchange":
        model.attributes.get(handler.column ?? "")?.changeHandlers.add(run);
        return;
      case "tabstatechange":
        model.tabs.find((each) => each.design.name === handler.control)?.stateHandlers.add(run);
        return;
      default:
        // An event that never happens here would go unnoticed.
        this.onLoad.add(() => {
          throw new Error(`Not supported here: the event ${handler.event} of ${handler.functionName}`);
        });
    }
  }
}

// A comma-separated list as it is typed into the form designer.
function parametersOf(list: string): readonly unknown[] {
  if (list.trim() === "") return [];
  try {
    return JSON.parse(`[${list.replaceAll("'", '"')}]`) as unknown[];
  } catch {
    return list.split(",").map((each) => each.trim());
  }
}
