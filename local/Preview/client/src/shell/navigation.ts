import { useSyncExternalStore } from "react";

/** A place in the preview; as on the platform it stands in the address, so that it survives a reload. */
export type Place =
  | { readonly pagetype: "apps" }
  | { readonly pagetype: "entitylist"; readonly app: string; readonly etn: string; readonly viewid?: string }
  | {
      readonly pagetype: "entityrecord";
      readonly app: string;
      readonly etn: string;
      readonly id?: string;
      readonly formid?: string;
      /** Values a new row starts with, as JSON. */
      readonly extraqs?: string;
    }
  | { readonly pagetype: "dashboard"; readonly app: string; readonly id?: string }
  | { readonly pagetype: "webresource"; readonly app: string; readonly webresourceName: string; readonly data?: string };

type Guard = () => Promise<boolean>;

const listeners = new Set<() => void>();
let guard: Guard | null = null;
let shown = location.search;

/** Asked before the page is left; false stays. */
export function setLeaveGuard(next: Guard | null): void {
  guard = next;
}

export async function navigate(place: Place, replace = false): Promise<void> {
  if (!replace && guard && !(await guard())) return;
  guard = null;
  const address = `${location.pathname}${addressOf(place)}`;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  show();
}

export function addressOf(place: Place): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(place) as [string, string | undefined][]) if (value !== undefined) parameters.set(name, value);
  return `?${parameters.toString()}`;
}

export function placeIn(search: string): Place {
  const parameters = Object.fromEntries(new URLSearchParams(search)) as Record<string, string>;
  const { pagetype, app, etn } = parameters;
  if (app === undefined) return { pagetype: "apps" };
  if ((pagetype === "entitylist" || pagetype === "entityrecord") && etn === undefined) return { pagetype: "dashboard", app };
  switch (pagetype) {
    case "entitylist":
    case "entityrecord":
    case "dashboard":
    case "webresource":
      return parameters as unknown as Place;
    default:
      return { pagetype: "dashboard", app };
  }
}

export function usePlace(): Place {
  const search = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return placeIn(search);
}

export function goBack(otherwise: Place): void {
  if (history.length > 1) history.back();
  else void navigate(otherwise);
}

function show(): void {
  shown = location.search;
  for (const listener of listeners) listener();
}

addEventListener("popstate", () => {
  const leave = guard;
  if (!leave) {
    show();
    return;
  }
  void leave().then((may) => {
    if (may) {
      guard = null;
      show();
    } else history.pushState(null, "", location.pathname + shown);
  });
});
