/** A row as the Web API sends it: columns, and annotations beside them. */
export type Row = Readonly<Record<string, unknown>>;

/** What the server refused, in its own words. */
export class WebApiError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** The platform's code, such as 0x80040265. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "WebApiError";
  }

  /** What Xrm.WebApi gives to a script: the code as a signed number. */
  get errorCode(): number {
    return Number.parseInt(this.code, 16) | 0;
  }

  /** Whether somebody else changed the row meanwhile. */
  get isConflict(): boolean {
    return this.status === 412;
  }
}

/** A page of rows. */
export interface Page {
  readonly rows: readonly Row[];
  /** Rows there are in all; null when the query does not ask. At most 5,000. */
  readonly total: number | null;
  readonly more: boolean;
  /** The paging cookie for the next page, as it stands in FetchXML. */
  readonly cookie: string | null;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

const FormattedValue = "@OData.Community.Display.V1.FormattedValue";
const LookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/** The Web API below /api/data/v9.2, as one user. */
export class WebApi {
  static readonly path = "/api/data/v9.2/";

  constructor(private readonly token: () => string) {}

  async get<Answer = Row>(url: string): Promise<Answer> {
    return (await this.send("GET", url)).json() as Promise<Answer>;
  }

  /** All rows of a short list. */
  async list(url: string): Promise<readonly Row[]> {
    return (await this.get<{ value: Row[] }>(url)).value;
  }

  /** A page of a FetchXML query. */
  async fetch(entitySet: string, fetchXml: string): Promise<Page> {
    const answer = await this.get<{ value: Row[] } & Row>(`${entitySet}?fetchXml=${encodeURIComponent(fetchXml)}`);
    const cookie = answer["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"];
    return {
      rows: answer.value,
      total: (answer["@Microsoft.Dynamics.CRM.totalrecordcount"] as number | undefined) ?? null,
      more: answer["@Microsoft.Dynamics.CRM.morerecords"] === true,
      cookie: typeof cookie === "string" ? cookieIn(cookie) : null,
    };
  }

  async send(method: string, url: string, body?: unknown, options: SendOptions = {}): Promise<Response> {
    const response = await fetch(url.startsWith("/") ? url : WebApi.path + url, {
      method,
      headers: {
        Authorization: `Bearer ${this.token()}`,
        Accept: "application/json",
        "OData-Version": "4.0",
        "OData-MaxVersion": "4.0",
        Prefer: 'odata.include-annotations="*"',
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...options.headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  }
}

/** How a value reads; the value itself where it has no other form. */
export function formatted(row: Row, column: string): string {
  const text = row[`${column}${FormattedValue}`] ?? row[`_${column}_value${FormattedValue}`] ?? row[column];
  return typeof text === "string" ? text : typeof text === "number" || typeof text === "boolean" ? text.toString() : "";
}

/** A row that another one points to. */
export interface Reference {
  readonly id: string;
  readonly table: string;
  readonly name: string;
}

/** What a lookup points to, or null. */
export function referenceIn(row: Row, column: string): Reference | null {
  // A lookup of a linked table stands under its alias.
  const property = `_${column}_value` in row ? `_${column}_value` : column;
  const id = row[property];
  const table = row[property + LookupTable];
  if (typeof id !== "string" || typeof table !== "string") return null;
  return { id, table, name: (row[property + FormattedValue] as string | undefined) ?? "" };
}

async function errorOf(response: Response): Promise<WebApiError> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    return new WebApiError(response.status, error.code, error.message);
  } catch {
    return new WebApiError(response.status, "0x0", text || response.statusText);
  }
}

// The annotation is an element whose attribute is encoded twice; FetchXML wants what is inside.
function cookieIn(annotation: string): string | null {
  const attribute = /pagingcookie="([^"]*)"/.exec(annotation)?.[1];
  return attribute ? decodeURIComponent(decodeURIComponent(attribute)) : null;
}
