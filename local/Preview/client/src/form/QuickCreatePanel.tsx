import { Button, DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, OverlayDrawer, Text } from "@fluentui/react-components";
import { Dismiss24Regular } from "@fluentui/react-icons";
import { useEffect, useSyncExternalStore } from "react";
import { Await } from "../shell/Shell";
import { useApp, useLoaded, usePreview } from "../shell/appContext";
import type { FormController } from "./formController";
import { openForm } from "./FormPage";
import { useModel } from "./FormView";
import { listenToQuickCreate, quickCreateRequest, type QuickCreateRequest } from "./quickCreate";
import { Section } from "./Section";

const QuickCreate = 7;

/** The panel for a row created in passing. */
export function QuickCreatePanel() {
  const request = useSyncExternalStore(listenToQuickCreate, quickCreateRequest);
  return request ? <Panel key={request.table} request={request} /> : null;
}

function Panel({ request }: { request: QuickCreateRequest }) {
  const preview = usePreview();
  const app = useApp();
  const { say } = preview;
  const loaded = useLoaded(async () => {
    const [table, forms] = await Promise.all([preview.definitions.table(request.table), preview.designs.forms(request.table)]);
    const form = forms.find((each) => each.type === QuickCreate);
    return { table, controller: form ? await openForm(preview, app.uniqueName, table, form, null, JSON.stringify(request.values)) : null };
  }, [request]);
  const title = loaded.state === "ready" ? say("quickCreate", loaded.value.table.label) : say("loading");
  return (
    <OverlayDrawer open position="end" size="medium" onOpenChange={(_, { open }) => !open && request.done(null)}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label={say("close")} icon={<Dismiss24Regular />} onClick={() => request.done(null)} />}
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <Await loaded={loaded}>
        {({ table, controller }) =>
          controller ? <QuickForm controller={controller} request={request} /> : <Text>{say("noForm", table.label)}</Text>
        }
      </Await>
    </OverlayDrawer>
  );
}

function QuickForm({ controller, request }: { controller: FormController; request: QuickCreateRequest }) {
  const { say } = usePreview();
  const { model } = controller;
  useModel(model);
  useEffect(() => {
    controller.onCreated = (id) => request.done({ id: `{${id.toUpperCase()}}`, name: model.name, entityType: model.table.name });
    void controller.start();
    return () => {
      controller.stop();
    };
  }, [controller, request, model]);
  return (
    <>
      <DrawerBody>
        {model.tabs.flatMap((tab) =>
          tab.sections
            .filter((each) => each.visible)
            .map((each) => <Section key={each.design.name} controller={controller} section={each} />),
        )}
      </DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" disabled={model.isSaving} onClick={() => void controller.save()}>
          {say("save")}
        </Button>
        <Button onClick={() => request.done(null)}>{say("cancel")}</Button>
      </DrawerFooter>
    </>
  );
}
