/** What the server said instead of an answer. */
export class ServerError extends Error {
  /**
   * @param message The platform's sentence, in the user's language.
   * @param status The HTTP status.
   */
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const path = "/api/data/v9.2/";

/** Parameters of a custom API; those left undefined are left out. */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Calls an unbound custom API that is an action. The component framework has no member for it, the Web API of the same origin has.
 * @throws {ServerError} The API refused, with its reason.
 */
export async function callAction<T>(name: string, parameters: Parameters = {}): Promise<T> {
  return answerOf<T>(await fetch(path + name, { method: "POST", headers: headers(), body: JSON.stringify(parameters) }));
}

/**
 * Calls an unbound custom API that is a function. Ids are given as they are, texts in quotes.
 * @throws {ServerError} The API refused, with its reason.
 */
export async function callFunction<T>(name: string, parameters: Parameters = {}): Promise<T> {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const aliases = given.map(([key]) => `${key}=@${key}`).join(",");
  const values = given.map(([key, value]) => `@${key}=${encodeURIComponent(literal(value))}`).join("&");
  return answerOf<T>(await fetch(`${path}${name}(${aliases})${values ? `?${values}` : ""}`, { headers: headers() }));
}

function literal(value: string | number | boolean | undefined): string {
  if (typeof value !== "string") return String(value);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return isId ? value : `'${value.replaceAll("'", "''")}'`;
}

function headers(): Record<string, string> {
  return { Accept: "application/json", "Content-Type": "application/json", "OData-MaxVersion": "4.0", "OData-Version": "4.0" };
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const said = (await response.json().catch(() => null)) as { readonly error?: { readonly message?: string } } | null;
  throw new ServerError(said?.error?.message ?? response.statusText, response.status);
}
