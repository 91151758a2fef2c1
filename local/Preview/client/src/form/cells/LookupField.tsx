import { Combobox, Link, Option, makeStyles, type InputProps } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { formatted } from "../../server/webApi";
import { useApp, usePreview, type Preview } from "../../shell/appContext";
import { addressOf, navigate } from "../../shell/navigation";
import type { FormController } from "../formController";
import type { AttributeState, ControlState } from "../formModel";
import { plainId, type LookupValue } from "../values";
import { InnerButton } from "./FieldInput";

const MostFound = 20;

const useStyles = makeStyles({
  value: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "32px" },
});

interface LookupProps {
  readonly controller: FormController;
  readonly control: ControlState;
  readonly attribute: AttributeState;
  readonly value: readonly LookupValue[] | null;
  readonly common: InputProps;
}

/** A row of another table: shown as a link, searched by name. */
export function LookupField({ controller, control, attribute, value, common }: LookupProps) {
  const styles = useStyles();
  const { say } = usePreview();
  const app = useApp();
  const target = value?.[0];
  if (!target) return <Search controller={controller} control={control} attribute={attribute} common={common} />;
  const place = { pagetype: "entityrecord" as const, app: app.uniqueName, etn: target.entityType, id: plainId(target.id) };
  return (
    <div className={styles.value}>
      <Link
        id={common.id}
        href={addressOf(place)}
        aria-label={say("open", target.name ?? "")}
        onClick={(event) => {
          event.preventDefault();
          void navigate(place);
        }}
      >
        {target.name ?? target.id}
      </Link>
      <InnerButton
        label={`${say("clear")}: ${control.label}`}
        icon={<Dismiss16Regular />}
        onClick={() => controller.change(attribute, null)}
      />
    </div>
  );
}

function Search({ controller, control, attribute, common }: Omit<LookupProps, "value">) {
  const preview = usePreview();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<readonly LookupValue[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    const later = setTimeout(() => {
      find(preview, attribute.column.targets, text).then(
        (rows) => {
          if (isCurrent) setFound(rows);
        },
        (error: unknown) => void preview.dialogs.error(error),
      );
    }, 200);
    return () => {
      isCurrent = false;
      clearTimeout(later);
    };
  }, [isOpen, text, preview, attribute]);
  return (
    <Combobox
      id={common.id}
      aria-labelledby={common["aria-labelledby"]}
      aria-describedby={common["aria-describedby"]}
      style={{ width: "100%" }}
      placeholder={preview.say("lookFor", control.label)}
      freeform
      value={text}
      open={isOpen}
      selectedOptions={[]}
      onOpenChange={(_, { open }) => setOpen(open)}
      onChange={(event) => {
        setText(event.target.value);
        setOpen(true);
      }}
      onBlur={() => setText("")}
      onOptionSelect={(_, { optionValue }) => {
        const chosen = found.find((each) => each.id === optionValue);
        if (chosen) controller.change(attribute, [chosen]);
      }}
    >
      {found.length === 0 ? (
        <Option disabled text="">
          {preview.say("noRows")}
        </Option>
      ) : (
        found.map((each) => (
          <Option key={each.id} value={each.id} text={each.name ?? ""}>
            {each.name}
          </Option>
        ))
      )}
    </Combobox>
  );
}

/** Rows of the tables a lookup may point to, whose name begins with the text. */
async function find(preview: Preview, targets: readonly string[], text: string): Promise<readonly LookupValue[]> {
  const lists = await Promise.all(
    targets.map(async (target) => {
      const table = await preview.definitions.table(target);
      if (table.nameColumn === null) return [];
      const name = table.nameColumn;
      const conditions = [
        ...(text.trim() === "" ? [] : [`startswith(${name},'${text.trim().replaceAll("'", "''")}')`]),
        ...(target === "systemuser" ? ["isdisabled eq false"] : table.columns.has("statecode") ? ["statecode eq 0"] : []),
      ];
      const filter = conditions.length > 0 ? `&$filter=${encodeURIComponent(conditions.join(" and "))}` : "";
      const rows = await preview.webApi.list(`${table.entitySet}?$select=${name}&$orderby=${name}&$top=${String(MostFound)}${filter}`);
      return rows.map((row) => ({
        id: `{${(row[table.idColumn] as string).toUpperCase()}}`,
        name: formatted(row, name),
        entityType: target,
      }));
    }),
  );
  return lists.flat();
}
