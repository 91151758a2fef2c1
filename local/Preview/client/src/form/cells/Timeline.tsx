import { Button, Field, Input, Text, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { CalendarLtr20Regular, Note20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Table } from "../../server/definitions";
import { formatted, type Row } from "../../server/webApi";
import { Await } from "../../shell/Shell";
import { useLoaded, usePreview } from "../../shell/appContext";
import { addressOf, navigate } from "../../shell/navigation";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "12px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  item: {
    display: "flex",
    gap: "10px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  form: { display: "flex", flexDirection: "column", gap: "8px" },
  text: { display: "block", whiteSpace: "pre-wrap" },
});

interface Event {
  readonly id: string;
  readonly table: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly on: string;
  readonly sortedBy: string;
  readonly by: string;
}

/** Notes and activities of a row, the latest first. */
export function Timeline({ table, id, turn, app }: { table: Table; id: string | null; turn: number; app: string }) {
  const styles = useStyles();
  const { webApi, say } = usePreview();
  const [added, setAdded] = useState(0);
  const loaded = useLoaded(async () => {
    if (id === null) return [];
    const [notes, activities] = await Promise.all([
      webApi.list(
        `annotations?$select=subject,notetext,createdon,_createdby_value&$filter=_objectid_value eq ${id}&$orderby=createdon desc&$top=50`,
      ),
      webApi.list(
        `activitypointers?$select=subject,description,activitytypecode,createdon,scheduledend,_ownerid_value&$filter=_regardingobjectid_value eq ${id}&$orderby=createdon desc&$top=50`,
      ),
    ]);
    return [...notes.map((row) => noteOf(row, say("note"))), ...activities.map(activityOf)].sort((a, b) =>
      b.sortedBy.localeCompare(a.sortedBy),
    );
  }, [webApi, id, turn, added]);
  if (id === null) return <Text>{say("saveFirst")}</Text>;
  return (
    <div>
      <AddNote table={table} id={id} onAdded={() => setAdded((before) => before + 1)} />
      <Await loaded={loaded}>
        {(events) =>
          events.length === 0 ? (
            <Text>{say("nothingHappened")}</Text>
          ) : (
            <ul className={styles.list} aria-label={say("timeline")}>
              {events.map((each) => (
                <li key={each.id} className={styles.item}>
                  {each.table === "annotation" ? <Note20Regular /> : <CalendarLtr20Regular />}
                  <div>
                    <Text size={200}>
                      {each.kind} · {each.on} · {each.by}
                    </Text>
                    <Text weight="semibold" className={styles.text}>
                      {each.table === "annotation" ? (
                        each.title
                      ) : (
                        <a
                          href={addressOf({ pagetype: "entityrecord", app, etn: each.table, id: each.id })}
                          onClick={(event) => {
                            event.preventDefault();
                            void navigate({ pagetype: "entityrecord", app, etn: each.table, id: each.id });
                          }}
                        >
                          {each.title}
                        </a>
                      )}
                    </Text>
                    <Text className={styles.text}>{each.text}</Text>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </div>
  );
}

function AddNote({ table, id, onAdded }: { table: Table; id: string; onAdded: () => void }) {
  const styles = useStyles();
  const { webApi, say, dialogs } = usePreview();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {say("addNote")}
      </Button>
    );
  }
  const add = async () => {
    try {
      await webApi.send("POST", "annotations", {
        subject: title,
        notetext: text,
        [`objectid_${table.name}@odata.bind`]: `/${table.entitySet}(${id})`,
      });
      setOpen(false);
      setTitle("");
      setText("");
      onAdded();
    } catch (error) {
      await dialogs.error(error);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={say("noteTitle")}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={say("noteText")}>
        <Textarea value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div>
        <Button type="submit" appearance="primary" size="small">
          {say("addNote")}
        </Button>{" "}
        <Button size="small" onClick={() => setOpen(false)}>
          {say("cancel")}
        </Button>
      </div>
    </form>
  );
}

function noteOf(row: Row, kind: string): Event {
  return {
    id: row["annotationid"] as string,
    table: "annotation",
    kind,
    title: formatted(row, "subject"),
    text: formatted(row, "notetext"),
    on: formatted(row, "createdon"),
    sortedBy: (row["createdon"] as string | null) ?? "",
    by: formatted(row, "createdby"),
  };
}

function activityOf(row: Row): Event {
  return {
    id: row["activityid"] as string,
    table: row["activitytypecode"] as string,
    kind: formatted(row, "activitytypecode"),
    title: formatted(row, "subject"),
    text: formatted(row, "description"),
    on: formatted(row, "scheduledend") || formatted(row, "createdon"),
    sortedBy: (row["createdon"] as string | null) ?? "",
    by: formatted(row, "ownerid"),
  };
}
