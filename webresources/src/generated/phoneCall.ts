// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  PhoneCallState,
} from "./choices";

/** Logical names of phonecall and its columns. */
export const PhoneCall = {
  table: "phonecall",
  column: {
    activityId: "activityid",
    actualDurationMinutes: "actualdurationminutes",
    actualEnd: "actualend",
    ownerId: "ownerid",
    regardingObjectId: "regardingobjectid",
    stateCode: "statecode",
    subject: "subject",
  },
} as const;

/** Phone call. As the Web API returns it: only the columns asked for. */
export interface PhoneCallRow {
  /** Activity Primary key. */
  activityid?: string | null;
  /** Actual Duration Minutes Whole number. */
  actualdurationminutes?: number | null;
  /** Actual End Instant (UTC). */
  actualend?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Regarding Object Lookup. */
  _regardingobjectid_value?: string | null;
  /** Activity Status State. */
  statecode?: PhoneCallState | null;
  /** Subject Text. */
  subject?: string | null;
}
