import {
  Badge,
  Dropdown,
  MessageBar,
  MessageBarBody,
  Option,
  Tab,
  TabList,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useState, useSyncExternalStore } from "react";
import { CommandBar, type CommandButton } from "../commands/CommandBar";
import { deleteRows, setState } from "../commands/standardCommands";
import { useRibbon } from "../commands/useRibbon";
import type { Form } from "../design/designs";
import { useApp, usePreview } from "../shell/appContext";
import { navigate } from "../shell/navigation";
import { Cell } from "./Cell";
import { SaveMode, type FormController } from "./formController";
import type { FormModel, TabState } from "./formModel";
import { Section } from "./Section";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "8px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    gap: "16px",
    alignItems: "center",
    padding: "12px 16px 4px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  title: { flexGrow: 1, minWidth: "240px" },
  name: { display: "flex", gap: "8px", alignItems: "center", margin: 0 },
  header: { display: "flex", flexWrap: "wrap", gap: "20px" },
  tabs: { width: "100%" },
  columns: { display: "grid", gap: "12px", alignItems: "start", "@media (max-width: 900px)": { gridTemplateColumns: "1fr !important" } },
  column: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  hidden: { display: "none" },
  form: { minWidth: "180px" },
});

/** The parts of a form draw themselves anew when it changes. */
export function useModel(model: FormModel): number {
  return useSyncExternalStore(model.subscribe, model.current);
}

export function FormView({ controller, forms }: { controller: FormController; forms: readonly Form[] }) {
  const styles = useStyles();
  const { model } = controller;
  const { say } = usePreview();
  const app = useApp();
  useModel(model);
  const visible = model.tabs.filter((each) => each.visible);
  const form = forms.find((each) => each.id === model.formId);
  return (
    <div className={styles.page}>
      <FormCommands controller={controller} />
      {(model.notifications.length > 0 || model.isInactive) && (
        <div>
          {model.isInactive && (
            <MessageBar intent="info">
              <MessageBarBody>{say("readOnly")}</MessageBarBody>
            </MessageBar>
          )}
          {model.notifications.map((each) => (
            <MessageBar
              key={each.id}
              intent={each.level === "ERROR" ? "error" : each.level === "WARNING" ? "warning" : "info"}
              layout="multiline"
            >
              <MessageBarBody>{each.text}</MessageBarBody>
            </MessageBar>
          ))}
        </div>
      )}
      <div className={styles.head}>
        <div className={styles.title}>
          <h1 className={styles.name}>
            <Text size={500} weight="semibold">
              {model.name || say("newRow", model.table.label)}
            </Text>
            <Badge appearance="tint" color={model.isDirty ? "warning" : "subtle"}>
              {say(model.isDirty || model.isNew ? "unsaved" : "saved")}
            </Badge>
          </h1>
          {forms.length > 1 ? (
            <Dropdown
              size="small"
              className={styles.form}
              aria-label={say("form")}
              value={form?.name ?? ""}
              selectedOptions={[model.formId]}
              onOptionSelect={(_, { optionValue }) =>
                void navigate({
                  pagetype: "entityrecord",
                  app: app.uniqueName,
                  etn: model.table.name,
                  ...(model.entityId === null ? {} : { id: model.entityId }),
                  ...(optionValue === undefined ? {} : { formid: optionValue }),
                })
              }
            >
              {forms.map((each) => (
                <Option key={each.id} value={each.id}>
                  {each.name}
                </Option>
              ))}
            </Dropdown>
          ) : (
            <Text size={200}>
              {model.table.label}
              {form && ` · ${form.name}`}
            </Text>
          )}
        </div>
        <div className={styles.header}>
          {[...model.controls.values()]
            .filter((each) => model.design.header.includes(each.cell) && each.visible)
            .map((each) => (
              <Cell key={each.name} controller={controller} control={each} isHeader />
            ))}
        </div>
        <TabList
          className={styles.tabs}
          aria-label={say("tabs")}
          selectedValue={model.activeTab}
          onTabSelect={(_, { value }) => {
            model.activeTab = value as string;
            model.changed();
            const tab = model.tabs.find((each) => each.design.name === value);
            if (tab) void controller.scripts.run([...tab.stateHandlers], null, {});
          }}
        >
          {visible.map((each) => (
            <Tab key={each.design.name} value={each.design.name} id={`tab-${each.design.name}`}>
              {each.label}
            </Tab>
          ))}
        </TabList>
      </div>
      {visible.map((each) => (
        <TabContent key={each.design.name} controller={controller} tab={each} isActive={model.activeTab === each.design.name} />
      ))}
      {model.design.footer.length > 0 && (
        <div className={styles.header}>
          {[...model.controls.values()]
            .filter((each) => model.design.footer.includes(each.cell) && each.visible)
            .map((each) => (
              <Cell key={each.name} controller={controller} control={each} isHeader />
            ))}
        </div>
      )}
    </div>
  );
}

// What is in a tab is there from the first time it is opened, as on the platform.
function TabContent({ controller, tab, isActive }: { controller: FormController; tab: TabState; isActive: boolean }) {
  const styles = useStyles();
  const [wasOpened, setOpened] = useState(isActive);
  if (isActive && !wasOpened) setOpened(true);
  if (!wasOpened && !isActive) return null;
  return (
    <div
      role="tabpanel"
      aria-labelledby={`tab-${tab.design.name}`}
      className={mergeClasses(styles.columns, !isActive && styles.hidden)}
      style={{
        gridTemplateColumns: tab.design.columns.map((each) => `minmax(0, ${String(Number.parseFloat(each.width) || 100)}fr)`).join(" "),
      }}
    >
      {tab.design.columns.map((column, index) => (
        <div key={index} className={styles.column}>
          {tab.sections
            .filter((each) => column.sections.includes(each.design) && each.visible)
            .map((each) => (
              <Section key={each.design.name} controller={controller} section={each} />
            ))}
        </div>
      ))}
    </div>
  );
}

function FormCommands({ controller }: { controller: FormController }) {
  const { model } = controller;
  const preview = usePreview();
  const { say } = preview;
  const app = useApp();
  const { entityId, table } = model;
  const surface = { form: { table, id: entityId, context: controller.scripts.formContext }, grid: null };
  const ribbon = useRibbon(table.name, "Form", surface, [controller, entityId, model.ribbonTurn, model.hasScripts]);
  const states = table.columns.get("statecode")?.choices ?? [];
  const refresh = () => controller.refresh();
  const isSaveable = !model.isInactive && !model.isSaving;
  const stateCommand: CommandButton = model.isInactive
    ? {
        id: "Activate",
        label: say("activate"),
        icon: "activate",
        run: () => setState(preview, table, [entityId ?? ""], 0, () => void refresh()),
      }
    : {
        id: "Deactivate",
        label: say("deactivate"),
        icon: "deactivate",
        run: () => setState(preview, table, [entityId ?? ""], 1, () => void refresh()),
      };
  const commands: readonly CommandButton[] = [
    { id: "Back", label: say("back"), icon: "back", run: () => controller.close() },
    { id: "Save", label: say("save"), icon: "save", isDisabled: !isSaveable, run: () => controller.save() },
    {
      id: "SaveAndClose",
      label: say("saveAndClose"),
      icon: "saveAndClose",
      isDisabled: !isSaveable,
      run: () => controller.save(SaveMode.SaveAndClose),
    },
    {
      id: "NewRecord",
      label: say("new"),
      icon: "add",
      run: () => navigate({ pagetype: "entityrecord", app: app.uniqueName, etn: table.name }),
    },
    ...(entityId === null
      ? []
      : [
          ...(states.length > 1 ? [stateCommand] : []),
          {
            id: "Delete",
            label: say("delete"),
            icon: "delete" as const,
            run: () => deleteRows(preview, table, [entityId], () => controller.close()),
          },
          { id: "Refresh", label: say("refresh"), icon: "refresh" as const, run: refresh },
        ]),
  ];
  return <CommandBar label={table.label} commands={[...commands, ...ribbon.buttons]} problems={ribbon.problems} />;
}
