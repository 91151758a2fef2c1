import type { LookupValue } from "./values";

/** A quick create form that is asked for. */
export interface QuickCreateRequest {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly done: (created: LookupValue | null) => void;
}

let current: QuickCreateRequest | null = null;
const listeners = new Set<() => void>();

export function quickCreateRequest(): QuickCreateRequest | null {
  return current;
}

export function listenToQuickCreate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the quick create form of a table beside the page. */
export function openQuickCreate(table: string, values: Readonly<Record<string, unknown>>): Promise<LookupValue | null> {
  return new Promise((resolve) => {
    current?.done(null);
    current = {
      table,
      values,
      done: (created) => {
        current = null;
        for (const listener of listeners) listener();
        resolve(created);
      },
    };
    for (const listener of listeners) listener();
  });
}
