import { createContext, useContext, useEffect, useState } from "react";
import type { App, Designs } from "../design/designs";
import type { Definitions } from "../server/definitions";
import type { Session } from "../server/session";
import type { WebApi } from "../server/webApi";
import type { Say } from "../texts";
import type { Dialogs } from "./dialogs";

/** What every part of the preview works with. */
export interface Preview {
  readonly session: Session;
  readonly webApi: WebApi;
  readonly definitions: Definitions;
  readonly designs: Designs;
  readonly dialogs: Dialogs;
  readonly language: number;
  readonly locale: string;
  readonly say: Say;
  readonly isDark: boolean;
}

export const PreviewContext = createContext<Preview | null>(null);
export const AppContext = createContext<App | null>(null);

export function usePreview(): Preview {
  const preview = useContext(PreviewContext);
  if (!preview) throw new Error("There is no preview around this component.");
  return preview;
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("There is no app around this component.");
  return app;
}

export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly error: unknown }
  | { readonly state: "ready"; readonly value: Value };

/** Something that is read when the component appears, and again when one of the keys changes. */
export function useLoaded<Value>(read: () => Promise<Value>, keys: readonly unknown[]): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: "loading" });
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: "loading" });
    read().then(
      (value) => {
        if (isCurrent) setLoaded({ state: "ready", value });
      },
      (error: unknown) => {
        if (isCurrent) setLoaded({ state: "failed", error });
      },
    );
    return () => {
      isCurrent = false;
    };
    // The keys say what it depends on; the function is made anew with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, keys);
  return loaded;
}
