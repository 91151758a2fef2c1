// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  AppointmentState,
  AppointmentStatusReason,
} from "./choices";

/** Logical names of appointment and its columns. */
export const Appointment = {
  table: "appointment",
  column: {
    activityId: "activityid",
    actualDurationMinutes: "actualdurationminutes",
    actualEnd: "actualend",
    description: "description",
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

/** Appointment: a meeting. As the Web API returns it: only the columns asked for. */
export interface AppointmentRow {
  /** Activity Primary key. */
  activityid?: string | null;
  /** Actual Duration Minutes Whole number. */
  actualdurationminutes?: number | null;
  /** Actual End Instant (UTC). */
  actualend?: string | null;
  /** Description Text. */
  description?: string | null;
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
  /** Status State. */
  statecode?: AppointmentState | null;
  /** Status Reason Status reason. */
  statuscode?: AppointmentStatusReason | null;
  /** Subject Text. */
  subject?: string | null;
}
