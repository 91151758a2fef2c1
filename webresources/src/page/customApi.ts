/** A parameter of a custom API as the Web API takes it. */
export type ApiParameter =
  | { readonly type: "Edm.Guid" | "Edm.String"; readonly value: string }
  | { readonly type: "Edm.Boolean"; readonly value: boolean }
  | { readonly type: "Edm.Int32"; readonly value: number };

export type ApiParameters = Readonly<Record<string, ApiParameter>>;

const action = 0;
const functionOfApi = 1;

/** Calls a custom API that does something. What it refuses comes as the rejection, with the server's sentence as its message. */
export async function callApi(name: string, parameters: ApiParameters): Promise<void> {
  await Xrm.WebApi.online.execute(requestOf(name, action, parameters));
}

/** Calls a custom API that does something and answers. */
export async function resultOfApi(name: string, parameters: ApiParameters): Promise<unknown> {
  return (await Xrm.WebApi.online.execute(requestOf(name, action, parameters))).json();
}

/** Asks a custom API that is a function. */
export async function askApi(name: string, parameters: ApiParameters): Promise<unknown> {
  return (await Xrm.WebApi.online.execute(requestOf(name, functionOfApi, parameters))).json();
}

function requestOf(name: string, operationType: number, parameters: ApiParameters): object {
  const values: Record<string, unknown> = {};
  const parameterTypes: Record<string, { typeName: string; structuralProperty: number }> = {};
  for (const [key, { type, value }] of Object.entries(parameters)) {
    // In the address of a function a text stands in quotes and an id does not, so an id says that it is one.
    values[key] = type === "Edm.Guid" && operationType === functionOfApi ? { guid: value } : value;
    parameterTypes[key] = { typeName: type, structuralProperty: 1 };
  }
  return { ...values, getMetadata: () => ({ boundParameter: null, operationType, operationName: name, parameterTypes }) };
}
