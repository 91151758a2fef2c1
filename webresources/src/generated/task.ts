// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  TaskState,
} from "./choices";

/** Logical names of task and its columns. */
export const Task = {
  table: "task",
  column: {
    activityId: "activityid",
    actualDurationMinutes: "actualdurationminutes",
    actualEnd: "actualend",
    category: "category",
    description: "description",
    ownerId: "ownerid",
    regardingObjectId: "regardingobjectid",
    scheduledEnd: "scheduledend",
    stateCode: "statecode",
    subject: "subject",
  },
} as const;

/** Task. As the Web API returns it: only the columns asked for. */
export interface TaskRow {
  /** Activity Primary key. */
  activityid?: string | null;
  /** Actual Duration Minutes Whole number. */
  actualdurationminutes?: number | null;
  /** Actual End Instant (UTC). */
  actualend?: string | null;
  /** Category Text. */
  category?: string | null;
  /** Description Text. */
  description?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Regarding Object Lookup. */
  _regardingobjectid_value?: string | null;
  /** Scheduled End Instant (UTC). */
  scheduledend?: string | null;
  /** Activity Status State. */
  statecode?: TaskState | null;
  /** Subject Text. */
  subject?: string | null;
}
