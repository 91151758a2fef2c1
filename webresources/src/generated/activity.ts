// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  ActivityState,
  ActivityStatusReason,
} from "./choices";

/** Logical names of activitypointer and its columns. */
export const Activity = {
  table: "activitypointer",
  column: {
    activityId: "activityid",
    activityTypeCode: "activitytypecode",
    actualDurationMinutes: "actualdurationminutes",
    actualEnd: "actualend",
    actualStart: "actualstart",
    ownerId: "ownerid",
    regardingObjectId: "regardingobjectid",
    scheduledDurationMinutes: "scheduleddurationminutes",
    scheduledEnd: "scheduledend",
    scheduledStart: "scheduledstart",
    stateCode: "statecode",
    statusCode: "statuscode",
    subject: "subject",
  },
} as const;

/** Activity of any kind: appointment, phone call, task, e-mail. As the Web API returns it: only the columns asked for. */
export interface ActivityRow {
  /** Activity Primary key. */
  activityid?: string | null;
  /** Activity Type Entityname. */
  activitytypecode?: string | null;
  /** Actual Duration Minutes Whole number. */
  actualdurationminutes?: number | null;
  /** Actual End Instant (UTC). */
  actualend?: string | null;
  /** Actual Start Instant (UTC). */
  actualstart?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Regarding Object Lookup. */
  _regardingobjectid_value?: string | null;
  /** Scheduled Duration Minutes Whole number. */
  scheduleddurationminutes?: number | null;
  /** Scheduled End Instant (UTC). */
  scheduledend?: string | null;
  /** Scheduled Start Instant (UTC). */
  scheduledstart?: string | null;
  /** Activity Status State. */
  statecode?: ActivityState | null;
  /** Status Reason Status reason. */
  statuscode?: ActivityStatusReason | null;
  /** Subject Text. */
  subject?: string | null;
}
