import { useEffect, useState } from "react";
import { plainId, type FieldValue, type LookupValue } from "../form/values";
import type { Preview } from "../shell/appContext";
import { usePreview } from "../shell/appContext";
import { messageOf } from "../shell/failures";
import { loadLibrary } from "../xrm/libraries";
import { loadTextsOf } from "../xrm/resources";
import type { CommandButton } from "./CommandBar";
import { valueOfParameter, type RibbonSurface } from "./ribbonParameters";
import { isAvailable, type RibbonQuestions } from "./ribbonRules";
import type { FunctionCall, Ribbon, RibbonButton, RibbonCommand, RibbonLocation } from "./ribbonXml";

export interface RibbonCommands {
  readonly buttons: readonly CommandButton[];
  /** What of the ribbon does not work here, said aloud. */
  readonly problems: readonly string[];
}

const none: RibbonCommands = { buttons: [], problems: [] };

/** The commands a solution adds to a command bar; asked again when a key changes. */
export function useRibbon(table: string, location: RibbonLocation, surface: RibbonSurface, keys: readonly unknown[]): RibbonCommands {
  const preview = usePreview();
  const [commands, setCommands] = useState<RibbonCommands>(none);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const ribbon = await preview.designs.ribbon(table);
      return new RibbonReader(preview, ribbon, location, surface).commands();
    };
    read().then(
      (found) => {
        if (isCurrent) setCommands(found);
      },
      (error: unknown) => {
        if (isCurrent) setCommands({ ...none, problems: [messageOf(error)] });
      },
    );
    return () => {
      isCurrent = false;
    };
    // The keys say what rules may ask about; the surface is made anew with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [preview, table, location, ...keys]);
  return commands;
}

class RibbonReader {
  private readonly problems: string[] = [];

  constructor(
    private readonly preview: Preview,
    private readonly ribbon: Ribbon,
    private readonly location: RibbonLocation,
    private readonly surface: RibbonSurface,
  ) {}

  async commands(): Promise<RibbonCommands> {
    const buttons = await this.available(this.ribbon.buttons.get(this.location) ?? []);
    return { buttons, problems: this.problems };
  }

  private async available(buttons: readonly RibbonButton[]): Promise<readonly CommandButton[]> {
    const found = await Promise.all(buttons.map((each) => this.buttonOf(each)));
    return found.filter((each) => each !== null);
  }

  private async buttonOf(button: RibbonButton): Promise<CommandButton | null> {
    try {
      const command = this.ribbon.commands.get(button.command);
      if (!command && button.items.length === 0)
        throw new Error(`The ribbon does not define the command ${button.command} of ${button.id}.`);
      if (command && !(await isAvailable(this.ribbon, command, this.questions(button)))) return null;
      const items = await this.available(button.items);
      if (button.items.length > 0 && items.length === 0) return null;
      return {
        id: button.id,
        label: button.label,
        title: button.title,
        icon: button.image === null ? "run" : { image: button.image },
        run: () => (command ? this.run(button, command) : undefined),
        ...(items.length > 0 ? { items } : {}),
      };
    } catch (error) {
      this.problems.push(`${button.label}: ${messageOf(error)}`);
      return null;
    }
  }

  private async run(button: RibbonButton, command: RibbonCommand): Promise<void> {
    try {
      for (const action of command.actions) {
        if (action.kind === "function") await this.call(button, action.call);
        else this.open(button, action.url.address, action.url.parameters);
      }
    } catch (error) {
      await this.preview.dialogs.error(error, this.preview.say("scriptError"));
    }
  }

  private open(button: RibbonButton, address: string, parameters: readonly { name: string; parameter: RibbonParameterOf }[]): void {
    const url = new URL(address.replace(/^\$webresource:/, "/WebResources/"), location.origin);
    for (const { name, parameter } of parameters) url.searchParams.set(name, String(this.valueOf(button, parameter)));
    window.open(url, "_blank", "noopener");
  }

  private async call(button: RibbonButton, call: FunctionCall): Promise<unknown> {
    if (call.library) {
      await loadTextsOf(this.preview.designs, [call.library], this.preview.language);
      await loadLibrary(call.library);
    }
    const target = call.functionName
      .split(".")
      .reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], window);
    if (typeof target !== "function") throw new Error(`${call.library}: there is no function ${call.functionName}.`);
    return (target as (...values: unknown[]) => unknown)(...call.parameters.map((each) => this.valueOf(button, each)));
  }

  private valueOf(button: RibbonButton, parameter: RibbonParameterOf): unknown {
    return valueOfParameter(parameter, this.surface, this.preview, { controlId: button.id, commandId: button.command });
  }

  private questions(button: RibbonButton): RibbonQuestions {
    const { form, grid } = this.surface;
    const { webApi, definitions, session } = this.preview;
    return {
      primaryTable: form?.table.name ?? grid?.state.table.name ?? "",
      selectedTable: grid?.state.table.name ?? null,
      formState: form ? (formStates[form.context.ui.getFormType()] ?? null) : null,
      primaryIds: form ? (form.id === null ? [] : [form.id]) : [...(grid?.state.selection ?? [])],
      selectedIds: [...(grid?.state.selection ?? [])],
      valueOf: (column) => {
        const attribute = form?.context.getAttribute(column);
        return attribute ? textOf(attribute.getValue()) : undefined;
      },
      call: (call) => this.call(button, call),
      depthOf: (table, privilege) => session.depthOf(table, privilege),
      mayDo: async (table, id, right) => {
        const { entitySet } = await definitions.table(table);
        const target = encodeURIComponent(JSON.stringify({ "@odata.id": `${entitySet}(${plainId(id)})` }));
        const answer = await webApi.get<{ AccessRights: string }>(
          `systemusers(${session.user.id})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@target)?@target=${target}`,
        );
        return answer.AccessRights.split(/,\s*/).includes(`${right}Access`);
      },
    };
  }
}

type RibbonParameterOf = FunctionCall["parameters"][number];

// By getFormType.
const formStates: Readonly<Record<number, string>> = { 1: "Create", 2: "Existing", 3: "ReadOnly", 4: "Disabled", 6: "BulkEdit" };

// A ValueRule compares texts: choices by their number, lookups by the id of their row.
function textOf(value: FieldValue): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return String(value);
  return value.map((each: number | LookupValue) => (typeof each === "number" ? String(each) : each.id)).join(",");
}
