// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  TeamTeamTypeChoice,
} from "./choices";

/** Logical names of team and its columns. */
export const Team = {
  table: "team",
  column: {
    businessUnitId: "businessunitid",
    name: "name",
    teamId: "teamid",
    teamType: "teamtype",
  },
} as const;

/** Team of users. As the Web API returns it: only the columns asked for. */
export interface TeamRow {
  /** Business Unit Lookup. */
  _businessunitid_value?: string | null;
  /** Team Name Text. */
  name?: string | null;
  /** Team Primary key. */
  teamid?: string | null;
  /** Team Type Choice. */
  teamtype?: TeamTeamTypeChoice | null;
}
