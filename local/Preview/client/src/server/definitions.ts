import type { WebApi } from "./webApi";

export type ColumnKind =
  | "text"
  | "memo"
  | "url"
  | "email"
  | "phone"
  | "whole"
  | "decimal"
  | "money"
  | "float"
  | "date"
  | "datetime"
  | "choice"
  | "choices"
  | "yesno"
  | "state"
  | "status"
  | "lookup"
  | "image"
  | "file"
  | "id"
  | "other";

export interface Choice {
  readonly value: number;
  readonly label: string;
  readonly color: string | null;
  /** Of a status reason: the state it belongs to. */
  readonly state: number | null;
  /** Of a state: the status reason a row gets with it. */
  readonly defaultStatus: number | null;
}

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly kind: ColumnKind;
  /** AttributeType, as client scripts read it: string, money, optionset … */
  readonly scriptType: string;
  readonly required: "none" | "recommended" | "required";
  readonly isSecured: boolean;
  readonly canCreate: boolean;
  readonly canUpdate: boolean;
  readonly maxLength: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly precision: number | null;
  readonly targets: readonly string[];
  readonly choices: readonly Choice[];
  /** Behaviour of a date: UserLocal, DateOnly, TimeZoneIndependent. */
  readonly behavior: string | null;
  readonly defaultValue: number | boolean | null;
}

export interface Lookup {
  readonly column: string;
  readonly target: string;
  /** Name in @odata.bind. */
  readonly property: string;
}

export interface Children {
  readonly schemaName: string;
  readonly table: string;
  readonly column: string;
}

export interface ManyToMany {
  readonly schemaName: string;
  readonly intersectTable: string;
  readonly tables: readonly [string, string];
  readonly columns: readonly [string, string];
}

export interface Table {
  readonly name: string;
  readonly entitySet: string;
  readonly label: string;
  readonly plural: string;
  readonly idColumn: string;
  readonly nameColumn: string | null;
  readonly isActivity: boolean;
  readonly typeCode: number;
  readonly icon: string | null;
  readonly isUserOwned: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly lookups: readonly Lookup[];
  readonly children: readonly Children[];
  readonly manyToMany: readonly ManyToMany[];
}

interface LabelJson {
  readonly UserLocalizedLabel: { readonly Label: string } | null;
}

interface OptionJson {
  readonly Value: number;
  readonly Label: LabelJson;
  readonly Color: string | null;
  readonly State?: number;
  readonly DefaultStatus?: number;
}

interface ColumnJson {
  readonly LogicalName: string;
  readonly AttributeType: string;
  readonly AttributeTypeName: { readonly Value: string } | null;
  readonly DisplayName: LabelJson;
  readonly Description: LabelJson;
  readonly RequiredLevel: { readonly Value: string } | null;
  readonly IsSecured: boolean | null;
  readonly IsValidForCreate: boolean | null;
  readonly IsValidForUpdate: boolean | null;
  readonly MaxLength?: number;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly Precision?: number;
  readonly Targets?: readonly string[];
  readonly Format?: string | null;
  readonly FormatName?: { readonly Value: string } | null;
  readonly DateTimeBehavior?: { readonly Value: string } | null;
  readonly DefaultFormValue?: number | null;
  readonly DefaultValue?: boolean | null;
}

interface OptionsJson {
  readonly LogicalName: string;
  readonly OptionSet: ChoicesJson | null;
  readonly GlobalOptionSet?: ChoicesJson | null;
}

interface ChoicesJson {
  readonly Options?: readonly OptionJson[];
  readonly TrueOption?: OptionJson;
  readonly FalseOption?: OptionJson;
}

interface TableJson {
  readonly LogicalName: string;
  readonly EntitySetName: string;
  readonly DisplayName: LabelJson;
  readonly DisplayCollectionName: LabelJson;
  readonly PrimaryIdAttribute: string;
  readonly PrimaryNameAttribute: string | null;
  readonly IsActivity: boolean | null;
  readonly ObjectTypeCode: number;
  readonly IconVectorName: string | null;
  readonly OwnershipType: string | null;
  readonly Attributes: readonly ColumnJson[];
  readonly ManyToOneRelationships: readonly {
    ReferencingAttribute: string;
    ReferencedEntity: string;
    ReferencingEntityNavigationPropertyName: string;
  }[];
  readonly OneToManyRelationships: readonly { SchemaName: string; ReferencingEntity: string; ReferencingAttribute: string }[];
  readonly ManyToManyRelationships: readonly {
    SchemaName: string;
    IntersectEntityName: string;
    Entity1LogicalName: string;
    Entity2LogicalName: string;
    Entity1IntersectAttribute: string;
    Entity2IntersectAttribute: string;
  }[];
}

const withOptions = ["Picklist", "MultiSelectPicklist", "State", "Status", "Boolean"] as const;

/** Definitions of tables, each read once. */
export class Definitions {
  private readonly known = new Map<string, Promise<Table>>();

  constructor(private readonly webApi: WebApi) {}

  table(name: string): Promise<Table> {
    let table = this.known.get(name);
    if (!table) {
      table = this.read(name);
      // What failed once may work later.
      table.catch(() => this.known.delete(name));
      this.known.set(name, table);
    }
    return table;
  }

  private async read(name: string): Promise<Table> {
    const path = `EntityDefinitions(LogicalName='${name}')`;
    const [json, ...options] = await Promise.all([
      this.webApi.get<TableJson>(
        `${path}?$select=LogicalName,EntitySetName,DisplayName,DisplayCollectionName,PrimaryIdAttribute,PrimaryNameAttribute,IsActivity,ObjectTypeCode,IconVectorName,OwnershipType` +
          "&$expand=Attributes,ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)," +
          "OneToManyRelationships($select=SchemaName,ReferencingEntity,ReferencingAttribute)," +
          "ManyToManyRelationships($select=SchemaName,IntersectEntityName,Entity1LogicalName,Entity2LogicalName,Entity1IntersectAttribute,Entity2IntersectAttribute)",
      ),
      ...withOptions.map((type) =>
        this.webApi.get<{ value: OptionsJson[] }>(
          `${path}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$select=LogicalName&$expand=OptionSet${type === "Boolean" ? "" : ",GlobalOptionSet"}`,
        ),
      ),
    ]);
    const choices = new Map<string, readonly Choice[]>();
    for (const column of options.flatMap((each) => each.value)) choices.set(column.LogicalName, choicesOf(column));
    return {
      name: json.LogicalName,
      entitySet: json.EntitySetName,
      label: labelOf(json.DisplayName) || json.LogicalName,
      plural: labelOf(json.DisplayCollectionName) || json.LogicalName,
      idColumn: json.PrimaryIdAttribute,
      nameColumn: json.PrimaryNameAttribute,
      isActivity: json.IsActivity === true,
      typeCode: json.ObjectTypeCode,
      icon: json.IconVectorName,
      isUserOwned: json.OwnershipType === "UserOwned",
      columns: new Map(json.Attributes.map((each) => [each.LogicalName, columnOf(each, choices.get(each.LogicalName) ?? [])])),
      lookups: json.ManyToOneRelationships.map((each) => ({
        column: each.ReferencingAttribute,
        target: each.ReferencedEntity,
        property: each.ReferencingEntityNavigationPropertyName,
      })),
      children: json.OneToManyRelationships.map((each) => ({
        schemaName: each.SchemaName,
        table: each.ReferencingEntity,
        column: each.ReferencingAttribute,
      })),
      manyToMany: json.ManyToManyRelationships.map((each) => ({
        schemaName: each.SchemaName,
        intersectTable: each.IntersectEntityName,
        tables: [each.Entity1LogicalName, each.Entity2LogicalName],
        columns: [each.Entity1IntersectAttribute, each.Entity2IntersectAttribute],
      })),
    };
  }
}

function labelOf(label: LabelJson | null): string {
  return label?.UserLocalizedLabel?.Label ?? "";
}

function choicesOf(column: OptionsJson): readonly Choice[] {
  const set = column.OptionSet ?? column.GlobalOptionSet ?? {};
  const options = set.TrueOption && set.FalseOption ? [set.FalseOption, set.TrueOption] : (set.Options ?? []);
  return options.map((each) => ({
    value: each.Value,
    label: labelOf(each.Label),
    color: each.Color,
    state: each.State ?? null,
    defaultStatus: each.DefaultStatus ?? null,
  }));
}

function columnOf(json: ColumnJson, choices: readonly Choice[]): Column {
  return {
    name: json.LogicalName,
    label: labelOf(json.DisplayName) || json.LogicalName,
    description: labelOf(json.Description),
    kind: kindOf(json),
    scriptType: scriptTypeOf(json),
    required: requiredOf(json.RequiredLevel?.Value),
    isSecured: json.IsSecured === true,
    canCreate: json.IsValidForCreate !== false,
    canUpdate: json.IsValidForUpdate !== false,
    maxLength: json.MaxLength ?? null,
    min: json.MinValue ?? null,
    max: json.MaxValue ?? null,
    precision: json.Precision ?? null,
    targets: json.Targets ?? [],
    choices,
    behavior: json.DateTimeBehavior?.Value ?? null,
    defaultValue: json.DefaultFormValue === -1 ? null : (json.DefaultFormValue ?? json.DefaultValue ?? null),
  };
}

function requiredOf(level: string | undefined): Column["required"] {
  if (level === "ApplicationRequired" || level === "SystemRequired") return "required";
  return level === "Recommended" ? "recommended" : "none";
}

function kindOf(json: ColumnJson): ColumnKind {
  const format = (json.FormatName?.Value ?? json.Format ?? "").toLowerCase();
  switch (json.AttributeTypeName?.Value) {
    case "MultiSelectPicklistType":
      return "choices";
    case "ImageType":
      return "image";
    case "FileType":
      return "file";
  }
  switch (json.AttributeType) {
    case "String":
      return format === "url" || format === "email" || format === "phone" ? format : format === "textarea" ? "memo" : "text";
    case "Memo":
      return "memo";
    case "Integer":
    case "BigInt":
      return "whole";
    case "Decimal":
      return "decimal";
    case "Money":
      return "money";
    case "Double":
      return "float";
    case "DateTime":
      return format === "dateonly" || json.DateTimeBehavior?.Value === "DateOnly" ? "date" : "datetime";
    case "Picklist":
      return "choice";
    case "Boolean":
      return "yesno";
    case "State":
      return "state";
    case "Status":
      return "status";
    case "Lookup":
    case "Customer":
    case "Owner":
      return "lookup";
    case "Uniqueidentifier":
      return "id";
    default:
      return "other";
  }
}

// "getAttributeType" of the client API.
function scriptTypeOf(json: ColumnJson): string {
  if (json.AttributeTypeName?.Value === "MultiSelectPicklistType") return "multiselectoptionset";
  const types: Readonly<Record<string, string>> = {
    String: "string",
    Memo: "memo",
    Integer: "integer",
    BigInt: "integer",
    Decimal: "decimal",
    Money: "money",
    Double: "double",
    DateTime: "datetime",
    Picklist: "optionset",
    State: "optionset",
    Status: "optionset",
    Boolean: "boolean",
    Lookup: "lookup",
    Customer: "lookup",
    Owner: "lookup",
  };
  return types[json.AttributeType] ?? json.AttributeType.toLowerCase();
}
