import type { Column, Table } from "../server/definitions";
import { formatted, WebApiError, type Row } from "../server/webApi";
import type { Preview } from "../shell/appContext";
import { goBack, navigate } from "../shell/navigation";
import { FormScripts } from "../xrm/formScripts";
import { isDirty, type AttributeState, type FormModel } from "./formModel";
import { startingValues } from "./startingValues";
import { isSame, write, type FieldValue, type LookupValue } from "./values";

/** How a form was saved; getSaveMode of the client API. */
export enum SaveMode {
  Save = 1,
  SaveAndClose = 2,
}

/** What an open form does: run its scripts, change values, save, read again. */
export class FormController {
  readonly scripts: FormScripts;
  private hasStarted = false;
  /** Called instead of going to the new row, where a form stands beside a page. */
  onCreated: ((id: string) => void) | null = null;
  onClose: (() => void) | null = null;

  constructor(
    readonly preview: Preview,
    readonly app: string,
    readonly model: FormModel,
  ) {
    this.scripts = new FormScripts(this);
  }

  /** Reads the columns of a row that a form shows. */
  static async read(preview: Preview, table: Table, id: string, columns: readonly Column[]): Promise<Row> {
    const wanted = new Set([table.idColumn, ...columns.map((each) => (each.kind === "lookup" ? `_${each.name}_value` : each.name))]);
    return preview.webApi.get(`${table.entitySet}(${id})?$select=${[...wanted].join(",")}`);
  }

  /** Loads the libraries and runs what is registered on load. Once, however often it is asked. */
  async start(): Promise<void> {
    if (this.hasStarted) return;
    this.hasStarted = true;
    await this.scripts.load();
  }

  stop(): void {
    this.scripts.leave();
  }

  /** A person, or a script that says so, changed a value. */
  change(attribute: AttributeState, value: FieldValue): void {
    if (isSame(attribute.value, value)) return;
    attribute.value = value;
    this.model.changed();
    this.scripts.fireChange(attribute);
  }

  /** What a new row starts with: its owner and currency, and what the row it was opened from or a script gives. */
  async begin(json: string | undefined): Promise<void> {
    const { model, preview } = this;
    const { user, baseCurrencyId } = preview.session;
    const values = new Map<string, FieldValue>([["ownerid", referenceTo(user.id, user.name, "systemuser")]]);
    if (model.attributes.has("transactioncurrencyid") && baseCurrencyId) {
      const currency = await preview.webApi.get(`transactioncurrencies(${baseCurrencyId})?$select=currencyname`);
      values.set("transactioncurrencyid", referenceTo(baseCurrencyId, formatted(currency, "currencyname"), "transactioncurrency"));
    }
    for (const [name, value] of startingValues(model.table, JSON.parse(json ?? "{}") as Record<string, unknown>)) values.set(name, value);
    for (const [name, value] of values) {
      const attribute = model.attributes.get(name);
      if (attribute) attribute.value = value;
    }
  }

  /** Saves what was changed. False when something or somebody prevented it. */
  async save(mode: SaveMode = SaveMode.Save): Promise<boolean> {
    const { model, preview } = this;
    if (model.isSaving) return false;
    if (!(await this.scripts.mayBeSaved(mode))) return false;
    const missing = this.missing();
    if (missing.length > 0) {
      model.changed();
      await preview.dialogs.alert(preview.say("save"), preview.say("required", missing.join(", ")));
      return false;
    }
    model.isSaving = true;
    model.changed();
    try {
      const wasNew = model.isNew;
      const id = await this.send();
      if (mode === SaveMode.SaveAndClose) this.forget();
      else await this.reread(id);
      this.scripts.saved(true);
      if (mode === SaveMode.SaveAndClose) this.close();
      else if (wasNew && this.onCreated) this.onCreated(id);
      else if (wasNew) await navigate({ pagetype: "entityrecord", app: this.app, etn: model.table.name, id, formid: model.formId }, true);
      return true;
    } catch (error) {
      this.scripts.saved(false);
      await this.refused(error);
      return false;
    } finally {
      model.isSaving = false;
      model.changed();
    }
  }

  /** Reads the row again; changes that were not saved are lost. */
  async refresh(): Promise<void> {
    if (this.model.entityId === null) return;
    await this.reread(this.model.entityId);
    for (const control of this.model.controls.values()) control.turn++;
    this.model.changed();
  }

  close(): void {
    this.forget();
    if (this.onClose) this.onClose();
    else goBack({ pagetype: "entitylist", app: this.app, etn: this.model.table.name });
  }

  private forget(): void {
    for (const attribute of this.model.attributes.values()) attribute.initial = attribute.value;
  }

  private missing(): readonly string[] {
    const labels = new Map<string, string>();
    for (const control of this.model.controls.values()) {
      const { attribute } = control;
      if (!attribute) continue;
      const isEmpty = attribute.required === "required" && isSame(attribute.value, null);
      if ((isEmpty && this.model.isEditable(control)) || attribute.invalid !== null) labels.set(attribute.column.name, control.label);
    }
    return [...labels.values()];
  }

  private async send(): Promise<string> {
    const { model, preview } = this;
    const { table } = model;
    const body: Record<string, unknown> = {};
    const setOf = async (name: string) => (await preview.definitions.table(name)).entitySet;
    for (const attribute of model.attributes.values()) {
      const { column, submit } = attribute;
      const isSendable = model.isNew ? column.canCreate : column.canUpdate;
      if (!isSendable || submit === "never" || (submit === "dirty" && !isDirty(attribute))) continue;
      await write(body, table, column, attribute.value, setOf);
    }
    if (model.entityId !== null) {
      if (Object.keys(body).length > 0) {
        await preview.webApi.send("PATCH", `${table.entitySet}(${model.entityId})`, body, {
          headers: { "If-Match": (model.row["@odata.etag"] as string | undefined) ?? "*" },
        });
      }
      return model.entityId;
    }
    const response = await preview.webApi.send("POST", table.entitySet, body);
    const address = response.headers.get("OData-EntityId") ?? "";
    const id = /\(([^)]*)\)$/.exec(address)?.[1];
    if (id === undefined) throw new Error("The server did not say which row it created.");
    return id;
  }

  private async reread(id: string): Promise<void> {
    const { model, preview } = this;
    const row = await FormController.read(preview, model.table, id, model.columns);
    // What the server changed is a change to the form, as in "OnChange" of the client API.
    for (const attribute of model.take(row)) this.scripts.fireChange(attribute);
    await this.scripts.dataLoaded();
  }

  private async refused(error: unknown): Promise<void> {
    const { dialogs, say } = this.preview;
    if (error instanceof WebApiError && error.isConflict) {
      if (await dialogs.confirm(say("conflict"), say("conflictText"), say("reload"))) await this.refresh();
      return;
    }
    await dialogs.error(error);
  }
}

/** A lookup to a row. */
function referenceTo(id: string, name: string, entityType: string): readonly LookupValue[] {
  return [{ id: `{${id.toUpperCase()}}`, name, entityType }];
}
