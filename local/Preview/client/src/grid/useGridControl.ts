import { useRef } from "react";
import { gridControlOf, type GridControlApi, type GridState } from "../xrm/gridControl";

/** One object for scripts for as long as the grid stands there; it answers with what the grid shows now. */
export function useGridControl(state: GridState): GridControlApi {
  const current = useRef(state);
  current.current = state;
  const control = useRef<GridControlApi | null>(null);
  control.current ??= gridControlOf(() => current.current);
  return control.current;
}
