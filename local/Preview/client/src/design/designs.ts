import { ribbonXmlIn } from "../commands/ribbonArchive";
import { readRibbon, type Ribbon } from "../commands/ribbonXml";
import { formatted, type Row, type WebApi } from "../server/webApi";
import type { View } from "./view";
import { guid, parseXml } from "./xml";

export interface App {
  readonly id: string;
  readonly name: string;
  readonly uniqueName: string;
  readonly description: string;
  readonly siteMapXml: string | null;
  /** Ids of the views (26), charts (59) and forms (60) the app has. */
  readonly components: ReadonlySet<string>;
}

export interface Form {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  /** 0 dashboard, 2 main, 6 quick view, 7 quick create, 10 interactive dashboard, 11 card. */
  readonly type: number;
  readonly xml: string;
}

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly table: string;
  readonly data: string;
  readonly presentation: string;
}

/** What the organisation holds about how things look, each read once. */
export class Designs {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(private readonly webApi: WebApi) {}

  apps(): Promise<readonly App[]> {
    return this.once("apps", async () => {
      const [apps, maps] = await Promise.all([
        this.webApi.list("appmodules?$select=appmoduleid,name,uniquename,description,configxml&$orderby=name"),
        this.webApi.list("sitemaps?$select=sitemapnameunique,sitemapxml"),
      ]);
      return apps.map((app) => appOf(app, maps));
    });
  }

  forms(table: string): Promise<readonly Form[]> {
    return this.once(`forms ${table}`, async () => {
      const rows = await this.webApi.list(
        `systemforms?$select=formid,name,objecttypecode,type,formxml&$filter=objecttypecode eq '${table}' and formactivationstate ne 0`,
      );
      return rows.map(formOf);
    });
  }

  dashboards(): Promise<readonly Form[]> {
    return this.once("dashboards", async () => {
      const rows = await this.webApi.list(
        "systemforms?$select=formid,name,objecttypecode,type,formxml&$filter=type eq 0 or type eq 10&$orderby=name",
      );
      return rows.map(formOf);
    });
  }

  views(table: string): Promise<readonly View[]> {
    return this.once(`views ${table}`, async () => {
      const rows = await this.webApi.list(
        `savedqueries?$select=savedqueryid,name,returnedtypecode,fetchxml,layoutxml,isdefault,querytype&$filter=returnedtypecode eq '${table}' and statecode eq 0`,
      );
      return rows.map(viewOf);
    });
  }

  /** A view by its id, of whichever table. */
  view(id: string): Promise<View | null> {
    return this.once(`view ${id}`, async () => {
      const rows = await this.webApi.list(
        `savedqueries?$select=savedqueryid,name,returnedtypecode,fetchxml,layoutxml,isdefault,querytype&$filter=savedqueryid eq ${guid(id)}`,
      );
      return rows[0] ? viewOf(rows[0]) : null;
    });
  }

  charts(table: string): Promise<readonly Chart[]> {
    return this.once(`charts ${table}`, async () => {
      const rows = await this.webApi.list(
        `savedqueryvisualizations?$select=savedqueryvisualizationid,name,description,primaryentitytypecode,datadescription,presentationdescription&$filter=primaryentitytypecode eq '${table}'&$orderby=name`,
      );
      return rows.map((row) => ({
        id: row["savedqueryvisualizationid"] as string,
        name: formatted(row, "name"),
        description: formatted(row, "description"),
        table: row["primaryentitytypecode"] as string,
        data: row["datadescription"] as string,
        presentation: (row["presentationdescription"] as string | null) ?? "",
      }));
    });
  }

  /** What solutions add to the command bars of a table. */
  ribbon(table: string): Promise<Ribbon> {
    return this.once(`ribbon ${table}`, async () => {
      const answer = await this.webApi.get<{ CompressedEntityXml: string }>(
        `RetrieveEntityRibbon(EntityName=@table,RibbonLocationFilter=@filter)?@table='${table}'&@filter=Microsoft.Dynamics.CRM.RibbonLocationFilters'All'`,
      );
      return readRibbon(await ribbonXmlIn(answer.CompressedEntityXml));
    });
  }

  /** Text of a web resource, or null where there is none of the name. */
  webResource(name: string): Promise<string | null> {
    return this.once(`web resource ${name}`, async () => {
      const rows = await this.webApi.list(`webresourceset?$select=content&$filter=name eq '${name.replaceAll("'", "''")}'`);
      const content = rows[0]?.["content"];
      return typeof content === "string" ? new TextDecoder().decode(Uint8Array.from(atob(content), (c) => c.charCodeAt(0))) : null;
    });
  }

  /** The manifest of a custom control, or null where there is none of the name. */
  customControlManifest(name: string): Promise<string | null> {
    return this.once(`control ${name}`, async () => {
      const rows = await this.webApi.list(`customcontrols?$select=manifest&$filter=name eq '${name.replaceAll("'", "''")}'`);
      return (rows[0]?.["manifest"] as string | undefined) ?? null;
    });
  }

  /** Names of the web resources that one depends on. */
  dependencies(name: string): Promise<readonly string[]> {
    return this.once(`dependencies ${name}`, async () => {
      const rows = await this.webApi.list(`webresourceset?$select=dependencyxml&$filter=name eq '${name.replaceAll("'", "''")}'`);
      const xml = rows[0]?.["dependencyxml"];
      if (typeof xml !== "string" || xml === "") return [];
      return [...parseXml(xml).querySelectorAll('Dependency[componentType="WebResource"] > Library')].map(
        (each) => each.getAttribute("name") ?? "",
      );
    });
  }

  private once<Found>(key: string, read: () => Promise<Found>): Promise<Found> {
    let found = this.known.get(key) as Promise<Found> | undefined;
    if (!found) {
      found = read();
      found.catch(() => this.known.delete(key));
      this.known.set(key, found);
    }
    return found;
  }
}

function appOf(app: Row, maps: readonly Row[]): App {
  const uniqueName = app["uniquename"] as string;
  const map = maps.find((each) => each["sitemapnameunique"] === uniqueName);
  const config = app["configxml"];
  const components = typeof config === "string" ? [...parseXml(config).querySelectorAll("AppModuleComponent[id]")] : [];
  return {
    id: app["appmoduleid"] as string,
    name: formatted(app, "name"),
    uniqueName,
    description: formatted(app, "description"),
    siteMapXml: (map?.["sitemapxml"] as string | undefined) ?? null,
    components: new Set(components.map((each) => guid(each.getAttribute("id")))),
  };
}

/** What of a table's views, forms or charts an app shows: those it names, in its order, else all. */
export function inApp<Component extends { readonly id: string }>(app: App, all: readonly Component[]): readonly Component[] {
  const named = [...app.components].flatMap((id) => all.find((each) => each.id === id) ?? []);
  return named.length > 0 ? named : all;
}

function formOf(row: Row): Form {
  return {
    id: row["formid"] as string,
    name: formatted(row, "name"),
    table: row["objecttypecode"] as string,
    type: row["type"] as number,
    xml: (row["formxml"] as string | null) ?? "<form/>",
  };
}

function viewOf(row: Row): View {
  return {
    id: row["savedqueryid"] as string,
    name: formatted(row, "name"),
    table: row["returnedtypecode"] as string,
    fetchXml: (row["fetchxml"] as string | null) ?? "",
    layoutXml: (row["layoutxml"] as string | null) ?? "",
    isDefault: row["isdefault"] === true,
    type: row["querytype"] as number,
  };
}
