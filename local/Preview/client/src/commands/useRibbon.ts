import type { CommandButton } from "./CommandBar";

/** What a command of the solution acts on. */
export type CommandTarget =
  | { readonly kind: "grid"; readonly table: string; readonly selection: readonly string[]; readonly refresh: () => void }
  | { readonly kind: "form"; readonly table: string; readonly formContext: unknown };

const none: readonly CommandButton[] = [];

/** The commands a solution adds. */
export function useRibbon(_table: string, _location: string, _target: CommandTarget): readonly CommandButton[] {
  return none;
}
