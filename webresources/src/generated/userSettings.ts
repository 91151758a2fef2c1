// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of usersettings and its columns. */
export const UserSettings = {
  table: "usersettings",
  column: {
    localeId: "localeid",
    systemUserId: "systemuserid",
    timeZoneCode: "timezonecode",
    uILanguageId: "uilanguageid",
  },
} as const;

/** Personal settings of a user. As the Web API returns it: only the columns asked for. */
export interface UserSettingsRow {
  /** Locale Whole number. */
  localeid?: number | null;
  /** System User Primary key. */
  systemuserid?: string | null;
  /** Time Zone Whole number. */
  timezonecode?: number | null;
  /** UI Language Whole number. */
  uilanguageid?: number | null;
}
