import type { FormCell, FormDesign, FormSection, FormTab } from "../design/formXml";
import type { Column, Table } from "../server/definitions";
import type { ColumnAccess } from "../server/session";
import type { Row } from "../server/webApi";
import type { GridState } from "../xrm/gridControl";
import { isSame, valueIn, type FieldValue } from "./values";

export type RequiredLevel = "none" | "recommended" | "required";
export type SubmitMode = "always" | "never" | "dirty";

export interface Notification {
  readonly id: string;
  readonly text: string;
  readonly level: "ERROR" | "WARNING" | "INFO" | "RECOMMENDATION";
  readonly actions: readonly { readonly message: string; readonly run: () => void }[];
}

export interface AttributeState {
  readonly column: Column;
  readonly access: ColumnAccess;
  value: FieldValue;
  initial: FieldValue;
  required: RequiredLevel;
  submit: SubmitMode;
  /** What a script said is wrong with it; null when nothing is. */
  invalid: string | null;
  readonly changeHandlers: Set<(context: unknown) => unknown>;
}

export interface ControlState {
  readonly name: string;
  readonly cell: FormCell;
  readonly section: SectionState | null;
  readonly attribute: AttributeState | null;
  label: string;
  visible: boolean;
  disabled: boolean;
  notifications: readonly Notification[];
  /** Values a script took out of a choice; null when it shows all. */
  options: ReadonlySet<number> | null;
  /** Grows when a script asks a grid to read again. */
  turn: number;
  frame: HTMLIFrameElement | null;
  /** Of a grid: what it shows. */
  grid: GridState | null;
}

export interface SectionState {
  readonly design: FormSection;
  readonly tab: TabState;
  label: string;
  visible: boolean;
}

export interface TabState {
  readonly design: FormTab;
  label: string;
  visible: boolean;
  readonly sections: SectionState[];
  readonly stateHandlers: Set<(context: unknown) => unknown>;
}

/** What a form holds while it is open: values, what is shown, what is said. Whoever draws it listens. */
export class FormModel {
  readonly attributes = new Map<string, AttributeState>();
  readonly controls = new Map<string, ControlState>();
  readonly tabs: TabState[] = [];
  notifications: readonly Notification[] = [];
  activeTab: string;
  row: Row;
  entityId: string | null;
  isSaving = false;
  /** Grows when the commands of the form are to be asked again. */
  ribbonTurn = 0;
  /** Whether its scripts are loaded and have run on load; commands may ask what they set up. */
  hasScripts = false;
  private version = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly design: FormDesign,
    readonly table: Table,
    row: Row | null,
    access: (column: Column) => ColumnAccess,
    readonly formId: string,
    readonly formType: number,
  ) {
    this.row = row ?? {};
    this.entityId = row === null ? null : (row[table.idColumn] as string);
    for (const tab of design.tabs) this.addTab(tab, access);
    for (const cell of [...design.header, ...design.footer]) this.addControl(cell, null, access);
    for (const name of ["statecode", "statuscode", table.nameColumn, "transactioncurrencyid", "ownerid"]) {
      const column = name ? table.columns.get(name) : undefined;
      if (column) this.attribute(column, access);
    }
    this.activeTab = this.tabs.find((each) => each.visible)?.design.name ?? "";
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): number => this.version;

  changed(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }

  get isNew(): boolean {
    return this.entityId === null;
  }

  get isInactive(): boolean {
    return !this.isNew && this.attributes.get("statecode")?.value === 1;
  }

  get isDirty(): boolean {
    return [...this.attributes.values()].some((each) => isDirty(each));
  }

  get name(): string {
    const value = this.table.nameColumn === null ? null : this.attributes.get(this.table.nameColumn)?.value;
    return typeof value === "string" ? value : "";
  }

  /** Columns to read for this form. */
  get columns(): readonly Column[] {
    return [...this.attributes.values()].map((each) => each.column);
  }

  /** Whether a person may type into a control. */
  isEditable(control: ControlState): boolean {
    const { attribute } = control;
    if (!attribute || control.disabled || this.isInactive) return false;
    const { column, access } = attribute;
    return this.isNew ? column.canCreate && access.create : column.canUpdate && access.update;
  }

  /** Takes the row over that the server has now. */
  take(row: Row): readonly AttributeState[] {
    this.row = row;
    this.ribbonTurn++;
    this.entityId = row[this.table.idColumn] as string;
    const moved: AttributeState[] = [];
    for (const attribute of this.attributes.values()) {
      const value = valueIn(row, attribute.column);
      if (!isSame(value, attribute.value)) moved.push(attribute);
      attribute.value = value;
      attribute.initial = value;
    }
    this.changed();
    return moved;
  }

  private addTab(design: FormTab, access: (column: Column) => ColumnAccess): void {
    const tab: TabState = { design, label: design.label, visible: design.visible, sections: [], stateHandlers: new Set() };
    this.tabs.push(tab);
    for (const section of design.columns.flatMap((each) => each.sections)) {
      const state: SectionState = { design: section, tab, label: section.label, visible: section.visible };
      tab.sections.push(state);
      for (const cell of section.rows.flat()) this.addControl(cell, state, access);
    }
  }

  private addControl(cell: FormCell, section: SectionState | null, access: (column: Column) => ColumnAccess): void {
    const { control } = cell;
    if (!control) return;
    const column = control.column === null ? undefined : this.table.columns.get(control.column);
    if (control.column !== null && !column)
      throw new Error(`The form shows the column ${control.column}, which ${this.table.name} does not have.`);
    // A second control of the same id is numbered, as the platform does it.
    let name = control.id;
    for (let n = 1; this.controls.has(name); n++) name = `${control.id}${String(n)}`;
    this.controls.set(name, {
      name,
      cell,
      section,
      attribute: column ? this.attribute(column, access) : null,
      label: cell.label || (column?.label ?? ""),
      visible: cell.visible,
      disabled: control.disabled,
      notifications: [],
      options: null,
      turn: 0,
      frame: null,
      grid: null,
    });
  }

  private attribute(column: Column, access: (column: Column) => ColumnAccess): AttributeState {
    const known = this.attributes.get(column.name);
    if (known) return known;
    const value = this.isNew ? startValue(column) : valueIn(this.row, column);
    const attribute: AttributeState = {
      column,
      access: access(column),
      value,
      initial: this.isNew ? null : value,
      required: column.required,
      submit: "dirty",
      invalid: null,
      changeHandlers: new Set(),
    };
    this.attributes.set(column.name, attribute);
    return attribute;
  }
}

export function isDirty(attribute: AttributeState): boolean {
  return !isSame(attribute.value, attribute.initial);
}

// The state of a new row is given by the server.
function startValue(column: Column): FieldValue {
  return column.kind === "state" || column.kind === "status" ? null : column.defaultValue;
}
