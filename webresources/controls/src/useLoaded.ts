import * as React from "react";

/** Something that is fetched: on its way, not to be had, or there. */
export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly reason: string; readonly retry: () => void }
  | { readonly state: "ready"; readonly value: T; readonly reload: () => void };

/**
 * Fetches again whenever a key changes; only the latest answer counts. What was shown stays until a reload has come back.
 * @param key Everything the answer depends on, as one text; null while there is nothing to fetch.
 */
export function useLoaded<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [turn, setTurn] = React.useState(0);
  const [loaded, setLoaded] = React.useState<Loaded<T>>({ state: "loading" });
  const latest = React.useRef(load);
  latest.current = load;

  React.useEffect(() => {
    let counts = true;
    const again = (): void => {
      setTurn((before) => before + 1);
    };
    if (key === null) return undefined;
    setLoaded((before) => (before.state === "ready" && turn > 0 ? before : { state: "loading" }));
    latest.current().then(
      (value) => {
        if (counts) setLoaded({ state: "ready", value, reload: again });
      },
      (reason: unknown) => {
        if (counts) setLoaded({ state: "failed", reason: messageOf(reason), retry: again });
      },
    );
    return () => {
      counts = false;
    };
  }, [key, turn]);
  return loaded;
}

/** The sentence of whatever was thrown; the platform throws plain objects with a message. */
export function messageOf(reason: unknown): string {
  const message = (reason as { readonly message?: unknown } | null)?.message;
  return typeof message === "string" && message !== "" ? message : String(reason);
}
