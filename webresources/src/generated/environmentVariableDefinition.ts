// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  EnvironmentVariableDefinitionTypeChoice,
} from "./choices";

/** Logical names of environmentvariabledefinition and its columns. */
export const EnvironmentVariableDefinition = {
  table: "environmentvariabledefinition",
  column: {
    defaultValue: "defaultvalue",
    displayName: "displayname",
    environmentVariableDefinitionId: "environmentvariabledefinitionid",
    schemaName: "schemaname",
    type: "type",
  },
} as const;

/** Environment variable: its name and default value. As the Web API returns it: only the columns asked for. */
export interface EnvironmentVariableDefinitionRow {
  /** Default Value Text. */
  defaultvalue?: string | null;
  /** Display Name Text. */
  displayname?: string | null;
  /** Environment Variable Definition Primary key. */
  environmentvariabledefinitionid?: string | null;
  /** Schema Name Text. */
  schemaname?: string | null;
  /** Type Choice. */
  type?: EnvironmentVariableDefinitionTypeChoice | null;
}
