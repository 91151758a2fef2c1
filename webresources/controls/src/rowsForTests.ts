/** A Web API that knows a few rows by table; of one row it returns the first. Whatever changes rows is refused. */
export function rowsForTests(tables: Readonly<Record<string, readonly object[]>>): ComponentFramework.WebApi {
  const refuse = (): Promise<never> => Promise.reject(new Error("Not a call of this test."));
  const found = (table: string): readonly object[] => {
    const rows = tables[table];
    if (!rows) throw new Error(`There are no rows of ${table} in this test.`);
    return rows;
  };
  return {
    retrieveRecord: async (table) => Promise.resolve({ ...found(table)[0] }),
    retrieveMultipleRecords: async (table) => Promise.resolve({ entities: found(table).map((row) => ({ ...row })), nextLink: "" }),
    createRecord: refuse,
    updateRecord: refuse,
    deleteRecord: refuse,
  };
}
