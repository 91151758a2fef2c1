// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of teammembership and its columns. */
export const TeamMembership = {
  table: "teammembership",
  column: {
    systemUserId: "systemuserid",
    teamId: "teamid",
    teamMembershipId: "teammembershipid",
  },
} as const;

/** Team membership: who is in which team. As the Web API returns it: only the columns asked for. */
export interface TeamMembershipRow {
  /** User Uniqueidentifier. */
  systemuserid?: string | null;
  /** Team Uniqueidentifier. */
  teamid?: string | null;
  /** Team Membership Primary key. */
  teammembershipid?: string | null;
}
