import { guid, parseXml } from "./xml";

/** A view: which rows, which columns. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  readonly fetchXml: string;
  readonly layoutXml: string;
  readonly isDefault: boolean;
  /** querytype: 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup. */
  readonly type: number;
}

export interface ViewColumn {
  /** As it stands in a row: column or alias.column. */
  readonly key: string;
  readonly width: number;
}

/** A condition somebody set on a column. */
export interface ColumnFilter {
  readonly key: string;
  /** What the condition is about where it is not the column itself: the name behind a lookup. */
  readonly attribute?: string;
  readonly operator: "eq" | "ne" | "like" | "not-like" | "ge" | "le" | "null" | "not-null" | "in" | "on-or-after" | "on-or-before";
  readonly values: readonly string[];
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** What a grid changes about the query of its view. */
export interface Refinement {
  readonly sorting?: Sorting | null;
  readonly filters?: readonly ColumnFilter[];
  readonly search?: { readonly text: string; readonly columns: readonly string[] } | null;
  /** Only rows whose lookup points to a row. */
  readonly parent?: { readonly column: string; readonly id: string } | null;
  /** Only rows tied to a row by an intersect table. */
  readonly tied?: { readonly intersectTable: string; readonly ownColumn: string; readonly otherColumn: string; readonly id: string } | null;
  readonly page?: number;
  readonly pageSize?: number;
  readonly cookie?: string | null;
  readonly count?: boolean;
}

/** The visible columns of a layout XML. */
export function columnsOf(layoutXml: string): readonly ViewColumn[] {
  if (!layoutXml) return [];
  return [...parseXml(layoutXml).querySelectorAll("cell")]
    .filter((cell) => cell.getAttribute("ishidden") !== "1")
    .map((cell) => ({ key: cell.getAttribute("name") ?? "", width: Number(cell.getAttribute("width") ?? 100) }));
}

/** Which table each alias of a query stands for. */
export function aliasesOf(fetchXml: string): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const link of parseXml(fetchXml).querySelectorAll("link-entity")) {
    const alias = link.getAttribute("alias");
    if (alias) aliases.set(alias, link.getAttribute("name") ?? "");
  }
  return aliases;
}

/** Columns a quick find view looks into. */
export function quickFindColumns(fetchXml: string): readonly string[] {
  return [...parseXml(fetchXml).querySelectorAll('filter[isquickfindfields="1"] > condition')].map(
    (each) => each.getAttribute("attribute") ?? "",
  );
}

/** How the query of a view is sorted. */
export function sortingOf(fetchXml: string): Sorting | null {
  const order = parseXml(fetchXml).querySelector("entity > order");
  const attribute = order?.getAttribute("attribute");
  return attribute ? { key: attribute, descending: order?.getAttribute("descending") === "true" } : null;
}

/** The query of a view with what the grid adds to it. */
export function refine(fetchXml: string, refinement: Refinement): string {
  const fetch = parseXml(fetchXml);
  const document = fetch.ownerDocument;
  const entity = fetch.querySelector("entity");
  if (!entity) throw new Error("The query has no <entity>.");
  fetch.querySelectorAll('filter[isquickfindfields="1"]').forEach((each) => {
    each.remove();
  });
  if (refinement.sorting) sort(fetch, entity, refinement.sorting);
  const add = (parent: Element, name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return parent.appendChild(element);
  };
  for (const filter of refinement.filters ?? []) addCondition(fetch, add(entity, "filter", { type: "and" }), filter);
  const { search, parent, tied } = refinement;
  if (search && search.text.trim() !== "" && search.columns.length > 0) {
    const any = add(entity, "filter", { type: "or" });
    for (const column of search.columns) add(any, "condition", { attribute: column, operator: "like", value: pattern(search.text.trim()) });
  }
  if (parent)
    add(add(entity, "filter", { type: "and" }), "condition", { attribute: parent.column, operator: "eq", value: guid(parent.id) });
  if (tied) {
    const link = add(entity, "link-entity", { name: tied.intersectTable, from: tied.ownColumn, to: tied.ownColumn, intersect: "true" });
    add(add(link, "filter", { type: "and" }), "condition", { attribute: tied.otherColumn, operator: "eq", value: guid(tied.id) });
  }
  if (refinement.pageSize) fetch.setAttribute("count", String(refinement.pageSize));
  if (refinement.page) fetch.setAttribute("page", String(refinement.page));
  if (refinement.cookie) fetch.setAttribute("paging-cookie", refinement.cookie);
  if (refinement.count) fetch.setAttribute("returntotalrecordcount", "true");
  return new XMLSerializer().serializeToString(fetch);
}

function sort(fetch: Element, entity: Element, sorting: Sorting): void {
  fetch.querySelectorAll("order").forEach((each) => {
    each.remove();
  });
  const [alias, column] = split(sorting.key);
  const host = alias === null ? entity : (fetch.querySelector(`link-entity[alias="${alias}"]`) ?? entity);
  const order = fetch.ownerDocument.createElement("order");
  order.setAttribute("attribute", column);
  order.setAttribute("descending", String(sorting.descending));
  host.appendChild(order);
}

function addCondition(fetch: Element, filter: Element, { key, attribute, operator, values }: ColumnFilter): void {
  const document = fetch.ownerDocument;
  const condition = document.createElement("condition");
  const [alias, column] = split(attribute ?? key);
  if (alias !== null) condition.setAttribute("entityname", alias);
  condition.setAttribute("attribute", column);
  condition.setAttribute("operator", operator);
  if (operator === "in") {
    for (const value of values) condition.appendChild(document.createElement("value")).textContent = value;
  } else if (values[0] !== undefined) condition.setAttribute("value", values[0]);
  filter.appendChild(condition);
}

function split(key: string): readonly [alias: string | null, column: string] {
  const dot = key.indexOf(".");
  return dot < 0 ? [null, key] : [key.slice(0, dot), key.slice(dot + 1)];
}

// Quick find finds what begins with the text; an asterisk stands for anything.
function pattern(text: string): string {
  return `${text.replaceAll("*", "%")}%`;
}
