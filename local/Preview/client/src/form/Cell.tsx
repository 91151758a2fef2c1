import { Button, Field, Text, makeStyles, tokens } from "@fluentui/react-components";
import { PcfControl } from "../pcf/PcfControl";
import { useApp, usePreview } from "../shell/appContext";
import { WebResourceFrame } from "../shell/WebResourceFrame";
import { ControlClass } from "../xrm/controlApi";
import { FieldInput } from "./cells/FieldInput";
import { QuickView } from "./cells/QuickView";
import { Subgrid } from "./cells/Subgrid";
import { Timeline } from "./cells/Timeline";
import type { FormController } from "./formController";
import type { ControlState } from "./formModel";
import { FormattedField } from "./cells/FormattedField";

const useStyles = makeStyles({
  headerCell: { display: "flex", flexDirection: "column-reverse", maxWidth: "220px", "& .fui-Dropdown": { minWidth: "150px" } },
  headerLabel: { color: tokens.colorNeutralForeground3 },
  mark: { color: tokens.colorPaletteRedForeground1 },
  recommended: { color: tokens.colorBrandForeground1 },
});

/** A control with its label and what is said about it. */
export function Cell({ controller, control, isHeader }: { controller: FormController; control: ControlState; isHeader?: boolean }) {
  const styles = useStyles();
  const { attribute, cell } = control;
  if (!attribute || !cell.control || cell.control.classId === ControlClass.quickView)
    return <PartOfForm controller={controller} control={control} />;
  if (isHeader) {
    return (
      <div className={styles.headerCell}>
        <Text size={200} className={styles.headerLabel}>
          {control.label}
        </Text>
        {controller.model.isEditable(control) && !controller.model.isNew ? (
          <FieldInput controller={controller} control={control} aria-label={control.label} />
        ) : (
          <FormattedField controller={controller} control={control} />
        )}
      </div>
    );
  }
  if (cell.control.custom) return <PcfControl controller={controller} control={control} use={cell.control.custom} />;
  const error =
    control.notifications.find((each) => each.level === "ERROR") ?? (attribute.invalid === null ? null : { text: attribute.invalid });
  const advice = control.notifications.find((each) => each.level === "RECOMMENDATION");
  return (
    <Field
      label={
        cell.showLabel
          ? {
              children: (
                <>
                  {control.label}
                  {attribute.required === "recommended" && (
                    <span aria-hidden="true" className={styles.recommended}>
                      {" +"}
                    </span>
                  )}
                </>
              ),
              title: attribute.column.description || undefined,
            }
          : undefined
      }
      required={attribute.required === "required"}
      validationState={error ? "error" : advice ? "warning" : "none"}
      validationMessage={
        error?.text ??
        (advice && (
          <>
            {advice.text}
            {advice.actions.map((each) => (
              <Button key={each.message} size="small" appearance="transparent" onClick={each.run}>
                {each.message}
              </Button>
            ))}
          </>
        ))
      }
    >
      <FieldInput controller={controller} control={control} />
    </Field>
  );
}

// What is no column: grids, quick views, pages, the timeline.
function PartOfForm({ controller, control }: { controller: FormController; control: ControlState }) {
  const { say } = usePreview();
  const app = useApp();
  const { model } = controller;
  const design = control.cell.control;
  if (!design) return null;
  switch (design.classId) {
    case ControlClass.subgrid:
      return <Subgrid controller={controller} control={control} />;
    case ControlClass.quickView:
      return <QuickView controller={controller} control={control} />;
    case ControlClass.timeline:
      return <Timeline table={model.table} id={model.entityId} turn={control.turn} app={app.uniqueName} />;
    case ControlClass.webResource:
    case ControlClass.image: {
      const name = (design.parameters.get("Url") ?? "").replace(/^\$webresource:/, "");
      if (design.classId === ControlClass.image || /\.(svg|png|jpe?g|gif)$/i.test(name))
        return <img src={`/WebResources/${name}`} alt={control.label} style={{ maxWidth: "100%" }} />;
      const query = new URLSearchParams();
      if (design.parameters.get("PassParameters") === "true") {
        query.set("id", model.entityId === null ? "" : `{${model.entityId}}`);
        query.set("type", String(model.table.typeCode));
        query.set("typename", model.table.name);
        query.set("userlcid", String(controller.preview.language));
        query.set("orglcid", "1033");
      }
      const data = design.parameters.get("Data");
      if (data) query.set("data", data);
      return (
        <WebResourceFrame
          key={model.entityId}
          name={name}
          query={query.toString()}
          title={control.label || name}
          height={`${String(Math.max(control.cell.rowSpan, 4) * 36)}px`}
          onFrame={(frame) => {
            control.frame = frame;
          }}
        />
      );
    }
    default:
      return design.custom ? (
        <PcfControl controller={controller} control={control} use={design.custom} />
      ) : (
        <Text>{say("notShown", `${control.name} {${design.classId}}`)}</Text>
      );
  }
}
