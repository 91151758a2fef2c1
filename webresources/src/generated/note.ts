// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of annotation and its columns. */
export const Note = {
  table: "annotation",
  column: {
    annotationId: "annotationid",
    documentBody: "documentbody",
    fileName: "filename",
    isDocument: "isdocument",
    mimeType: "mimetype",
    noteText: "notetext",
    objectId: "objectid",
    subject: "subject",
  },
} as const;

/** Note, with or without file. As the Web API returns it: only the columns asked for. */
export interface NoteRow {
  /** Note Primary key. */
  annotationid?: string | null;
  /** Document Text. */
  documentbody?: string | null;
  /** File Name Text. */
  filename?: string | null;
  /** Is Document Yes or no. */
  isdocument?: boolean | null;
  /** Mime Type Text. */
  mimetype?: string | null;
  /** Description Text. */
  notetext?: string | null;
  /** Regarding Lookup. */
  _objectid_value?: string | null;
  /** Title Text. */
  subject?: string | null;
}
