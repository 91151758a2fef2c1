import { Text, makeStyles } from "@fluentui/react-components";
import { useEffect } from "react";
import { guid, parseXml } from "../../design/xml";
import { Await } from "../../shell/Shell";
import { useApp, useLoaded, usePreview } from "../../shell/appContext";
import type { FormController } from "../formController";
import type { ControlState } from "../formModel";
import { openForm } from "../FormPage";
import { plainId, type LookupValue } from "../values";
import { FormattedField } from "./FormattedField";
import { Subgrid } from "./Subgrid";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(90px, 40%) 1fr", gap: "6px 12px", margin: 0 },
  value: { margin: 0 },
});

/** Some columns of the row a lookup points to, to read. */
export function QuickView({ controller, control }: { controller: FormController; control: ControlState }) {
  const { say } = usePreview();
  const column = control.cell.control?.column ?? control.cell.control?.parameters.get("ControlMode") ?? "";
  const value = controller.model.attributes.get(column)?.value as readonly LookupValue[] | null | undefined;
  const target = value?.[0];
  const forms = quickFormsOf(control.cell.control?.parameters.get("QuickForms") ?? "");
  const formId = target ? forms.get(target.entityType) : undefined;
  if (!target) return <Text>{say("none")}</Text>;
  if (!formId) return <Text>{target.name}</Text>;
  return <Shown key={`${target.id} ${formId}`} target={target} formId={formId} turn={control.turn} />;
}

function Shown({ target, formId, turn }: { target: LookupValue; formId: string; turn: number }) {
  const styles = useStyles();
  const preview = usePreview();
  const app = useApp();
  const loaded = useLoaded(async () => {
    const [table, forms] = await Promise.all([preview.definitions.table(target.entityType), preview.designs.forms(target.entityType)]);
    const form = forms.find((each) => each.id === formId);
    if (!form) throw new Error(`The quick view form ${formId} is not in the solution.`);
    return openForm(preview, app.uniqueName, table, form, plainId(target.id));
  }, [preview.webApi, target.id, formId, turn]);
  useEffect(() => undefined, []);
  return (
    <Await loaded={loaded}>
      {(controller) => {
        const shown = [...controller.model.controls.values()].filter((each) => each.visible);
        return (
          <>
            <dl className={styles.fields}>
              {shown
                .filter((each) => each.attribute !== null)
                .map((each) => [
                  <dt key={`${each.name} label`}>
                    <Text size={200}>{each.label}</Text>
                  </dt>,
                  <dd key={each.name} className={styles.value}>
                    <FormattedField controller={controller} control={each} />
                  </dd>,
                ])}
            </dl>
            {shown
              .filter((each) => each.attribute === null && each.cell.control?.parameters.has("TargetEntityType"))
              .map((each) => (
                <Subgrid key={each.name} controller={controller} control={each} />
              ))}
          </>
        );
      }}
    </Await>
  );
}

/** Which quick view form shows a row of which table. */
export function quickFormsOf(parameter: string): ReadonlyMap<string, string> {
  if (parameter.trim() === "") return new Map();
  const ids = parseXml(parameter).querySelectorAll("QuickFormId");
  return new Map([...ids].map((each) => [each.getAttribute("entityname") ?? "", guid(each.textContent)]));
}
