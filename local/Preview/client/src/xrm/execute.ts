import { plainId } from "../form/values";
import type { Definitions } from "../server/definitions";
import type { WebApi } from "../server/webApi";

interface Metadata {
  readonly boundParameter?: string | null;
  readonly operationName: string;
  /** 0 action, 1 function, 2 create, retrieve, update or delete. */
  readonly operationType: number;
  readonly parameterTypes: Readonly<Record<string, { readonly typeName: string; readonly structuralProperty: number }>>;
}

interface RowReference {
  readonly id: string;
  readonly entityType: string;
}

/** Xrm.WebApi.online.execute: an action or function, bound or not, as its getMetadata says. */
export async function execute(api: WebApi, definitions: Definitions, request: unknown): Promise<Response> {
  const given = request as Record<string, unknown> & { getMetadata(): Metadata };
  const metadata = given.getMetadata();
  if (metadata.operationType === 2) throw new Error(`Not supported here: Xrm.WebApi.execute of ${metadata.operationName}`);
  const bound = metadata.boundParameter ?? null;
  const root =
    bound === null ? "" : `${await pathOf(definitions, given[bound], metadata.parameterTypes[bound]?.typeName)}/Microsoft.Dynamics.CRM.`;
  const names = Object.keys(metadata.parameterTypes).filter((name) => name !== bound && given[name] !== undefined);
  if (metadata.operationType === 0) {
    const body: Record<string, unknown> = {};
    for (const name of names) body[name] = isReference(given[name]) ? await rowOf(definitions, given[name]) : given[name];
    return api.send("POST", root + metadata.operationName, body);
  }
  const list = names.map((name, index) => `${name}=@p${String(index)}`).join(",");
  const values = await Promise.all(
    names.map(
      async (name, index) =>
        `@p${String(index)}=${encodeURIComponent(await literal(definitions, given[name], metadata.parameterTypes[name]?.typeName))}`,
    ),
  );
  return api.send("GET", `${root}${metadata.operationName}(${list})${values.length > 0 ? `?${values.join("&")}` : ""}`);
}

async function pathOf(definitions: Definitions, value: unknown, typeName: string | undefined): Promise<string> {
  if (isReference(value)) return `${(await definitions.table(value.entityType)).entitySet}(${plainId(value.id)})`;
  const table = typeName?.replace(/^(mscrm|Microsoft\.Dynamics\.CRM)\./, "") ?? "";
  return (await definitions.table(table)).entitySet;
}

async function rowOf(definitions: Definitions, value: RowReference): Promise<unknown> {
  const table = await definitions.table(value.entityType);
  return { "@odata.type": `Microsoft.Dynamics.CRM.${table.name}`, [table.idColumn]: plainId(value.id) };
}

async function literal(definitions: Definitions, value: unknown, typeName: string | undefined): Promise<string> {
  if (isReference(value))
    return JSON.stringify({ "@odata.id": `${(await definitions.table(value.entityType)).entitySet}(${plainId(value.id)})` });
  // An id says that it is one, so that it stands without quotes.
  if (typeof value === "object" && value !== null && "guid" in value) return plainId(String(value.guid));
  if (typeof value === "string" && typeName === "Edm.String") return `'${value.replaceAll("'", "''")}'`;
  return typeof value === "object" ? JSON.stringify(value) : `${value as string | number | boolean}`;
}

function isReference(value: unknown): value is RowReference {
  return typeof value === "object" && value !== null && "entityType" in value && "id" in value;
}
