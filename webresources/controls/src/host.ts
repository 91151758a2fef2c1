import type { Theme } from "@fluentui/react-components";
import { localeOf, type Reader } from "../../src/vocabulary/reader";

/** The row whose form the control stands on. */
export interface HostRecord {
  readonly table: string;
  /** Lower case, without braces; empty while the row is new. */
  readonly id: string;
}

/** Whatever a visual needs from the app around it. Made anew with each updateView; what effects depend on are its plain values. */
export interface Host {
  /** The user: their language, and the texts of the control in it. */
  readonly reader: Reader;
  readonly record: HostRecord;
  /** The Fluent theme of the app; null where it gives none. */
  readonly theme: Theme | null;
  readonly isDark: boolean;
  /** True where nothing may be changed: the form or column is read-only, or the app is offline. */
  readonly isReadOnly: boolean;
  /** False on a phone or tablet without connection; then custom APIs cannot be asked. */
  readonly isOnline: boolean;
  readonly webApi: ComponentFramework.WebApi;
  openRow(table: string, id: string): void;
}

// Members every model-driven app has, although the declarations leave them out.
interface Undeclared {
  readonly mode: { readonly contextInfo?: { readonly entityId?: string; readonly entityTypeName?: string } };
  readonly fluentDesignLanguage?: { readonly isDarkTheme?: boolean; readonly tokenTheme?: Theme };
}

/** What a control shows, out of the context the platform gives it. */
export function hostOf<TInputs>(context: ComponentFramework.Context<TInputs>): Host {
  const { mode, fluentDesignLanguage } = context as unknown as Undeclared;
  const isOnline = context.client.isNetworkAvailable();
  return {
    reader: {
      locale: localeOf(context.userSettings.languageId),
      textOf: (key) => {
        // The name itself comes back for a text that is not there.
        const text = context.resources.getString(key);
        return text && text !== key ? text : null;
      },
    },
    record: { table: mode.contextInfo?.entityTypeName ?? "", id: plainId(mode.contextInfo?.entityId) },
    theme: fluentDesignLanguage?.tokenTheme ?? null,
    isDark: fluentDesignLanguage?.isDarkTheme ?? false,
    isReadOnly: context.mode.isControlDisabled || !isOnline,
    isOnline,
    webApi: context.webAPI,
    openRow: (table, id) => {
      void context.navigation.openForm({ entityName: table, entityId: id });
    },
  };
}

/** An id as the Web API writes it. */
export function plainId(id: string | null | undefined): string {
  return (id ?? "").replace(/[{}]/g, "").toLowerCase();
}
