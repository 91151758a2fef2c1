import { Text } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { inApp, type Form } from "../design/designs";
import { formsFor } from "../design/formOrder";
import { readForm } from "../design/formXml";
import type { Table } from "../server/definitions";
import type { Row } from "../server/webApi";
import { Await } from "../shell/Shell";
import { useApp, useLoaded, usePreview, type Preview } from "../shell/appContext";
import { setLeaveGuard } from "../shell/navigation";
import { FormController } from "./formController";
import { FormModel } from "./formModel";
import { FormView } from "./FormView";

const Main = 2;

/** A row in its main form, or an empty one. */
export function FormPage(props: { table: string; id: string | undefined; formId: string | undefined; initialValues: string | undefined }) {
  const preview = usePreview();
  const app = useApp();
  const loaded = useLoaded(async () => {
    const [table, forms] = await Promise.all([preview.definitions.table(props.table), preview.designs.forms(props.table)]);
    const mains = formsFor(
      inApp(
        app,
        forms.filter((each) => each.type === Main),
      ),
      preview.session.user.roleIds,
    );
    const form = mains.find((each) => each.id === props.formId) ?? mains[0];
    if (!form) return { table, forms: mains, controller: null };
    const controller = await openForm(preview, app.uniqueName, table, form, props.id?.replace(/[{}]/g, "") ?? null, props.initialValues);
    return { table, forms: mains, controller };
  }, [preview.webApi, props.table, props.id, props.formId]);
  return (
    <Await loaded={loaded}>
      {({ table, forms, controller }) =>
        controller ? <OpenForm controller={controller} forms={forms} /> : <Text>{preview.say("noForm", table.label)}</Text>
      }
    </Await>
  );
}

function OpenForm({ controller, forms }: { controller: FormController; forms: readonly Form[] }) {
  const { dialogs, say } = usePreview();
  useEffect(() => {
    setLeaveGuard(async () => !controller.model.isDirty || dialogs.confirm(say("leaveTitle"), say("leaveText"), say("leave")));
    void controller.start();
    return () => {
      setLeaveGuard(null);
      controller.stop();
    };
  }, [controller, dialogs, say]);
  return useMemo(() => <FormView controller={controller} forms={forms} />, [controller, forms]);
}

/** Reads the form and the row, and puts them together. */
export async function openForm(
  preview: Preview,
  app: string,
  table: Table,
  form: Form,
  id: string | null,
  initialValues?: string,
): Promise<FormController> {
  const design = readForm(form.xml, preview.language);
  const access = await preview.session.accessTo(table.name);
  const columnAccess = (column: { name: string; isSecured: boolean }) =>
    column.isSecured ? access(column.name) : { read: true, update: true, create: true };
  let row: Row | null = null;
  if (id !== null) {
    const columns = new FormModel(design, table, null, columnAccess, form.id, form.type).columns;
    row = await FormController.read(preview, table, id, columns);
  }
  const model = new FormModel(design, table, row, columnAccess, form.id, form.type);
  const controller = new FormController(preview, app, model);
  if (id === null) await controller.begin(initialValues);
  return controller;
}
