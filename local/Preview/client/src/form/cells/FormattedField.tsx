import { Link, Text } from "@fluentui/react-components";
import type { Column } from "../../server/definitions";
import { formatted } from "../../server/webApi";
import { useApp, usePreview, type Preview } from "../../shell/appContext";
import { addressOf, navigate } from "../../shell/navigation";
import type { FormController } from "../formController";
import { isDirty, type ControlState } from "../formModel";
import { plainId, type LookupValue } from "../values";
import { clockOf, dateText } from "./dates";

/** Hidden by column security: what the platform shows instead. */
export const Masked = "*****";

/** A value to read: as the server wrote it, until somebody changes it. */
export function FormattedField({ controller, control }: { controller: FormController; control: ControlState }) {
  const { say } = usePreview();
  const app = useApp();
  const { attribute } = control;
  if (!attribute) return null;
  if (!attribute.access.read) return <Text title={say("hidden")}>{Masked}</Text>;
  const { column, value } = attribute;
  if (column.kind === "lookup") {
    const target = Array.isArray(value) ? (value[0] as LookupValue | undefined) : undefined;
    if (!target) return <Text>{say("none")}</Text>;
    const place = { pagetype: "entityrecord" as const, app: app.uniqueName, etn: target.entityType, id: plainId(target.id) };
    return (
      <Link
        href={addressOf(place)}
        onClick={(event) => {
          event.preventDefault();
          void navigate(place);
        }}
      >
        {target.name ?? ""}
      </Link>
    );
  }
  const text = isDirty(attribute) ? textOf(column, value, controller.preview) : formatted(controller.model.row, column.name);
  return (
    <Text weight="semibold" style={{ whiteSpace: "pre-wrap" }}>
      {text || say("none")}
    </Text>
  );
}

function textOf(column: Column, value: unknown, { locale, session }: Preview): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(clockOf(value, column, session.zone).slice(0, 10), locale);
  if (column.choices.length > 0) {
    const chosen = Array.isArray(value) ? (value as number[]) : [Number(value)];
    return chosen.map((each) => column.choices.find((choice) => choice.value === each)?.label ?? String(each)).join("; ");
  }
  return typeof value === "number"
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: column.precision ?? 0 }).format(value)
    : typeof value === "string"
      ? value
      : "";
}
