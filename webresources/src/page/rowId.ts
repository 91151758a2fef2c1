/** The id of a row as the Web API takes it: without braces, in lower case. The client writes ids in more than one way. */
export function plainId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}
