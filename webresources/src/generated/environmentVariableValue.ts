// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of environmentvariablevalue and its columns. */
export const EnvironmentVariableValue = {
  table: "environmentvariablevalue",
  column: {
    environmentVariableDefinitionId: "environmentvariabledefinitionid",
    environmentVariableValueId: "environmentvariablevalueid",
    schemaName: "schemaname",
    value: "value",
  },
} as const;

/** Value of an environment variable in this environment. As the Web API returns it: only the columns asked for. */
export interface EnvironmentVariableValueRow {
  /** Environment Variable Definition Lookup. */
  _environmentvariabledefinitionid_value?: string | null;
  /** Environment Variable Value Primary key. */
  environmentvariablevalueid?: string | null;
  /** Schema Name Text. */
  schemaname?: string | null;
  /** Value Text. */
  value?: string | null;
}
