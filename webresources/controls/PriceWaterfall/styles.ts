import { makeStyles, tokens } from "@fluentui/react-components";

const lineOfBound = { position: "absolute", top: 0, bottom: 0, width: 0, borderLeftWidth: "2px" } as const;

/** Rows without a gap between, so that the lines of the corridor run through. */
export const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: "16px",
    marginBottom: "8px",
  },
  standing: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: "8px", marginTop: 0, marginBottom: 0 },
  rows: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(96px, 30%) 1fr minmax(88px, auto)",
    columnGap: "12px",
    alignItems: "stretch",
    minHeight: "32px",
    fontSize: tokens.fontSizeBase200,
  },
  name: { alignSelf: "center", overflowWrap: "anywhere", paddingTop: "2px", paddingBottom: "2px" },
  amount: { alignSelf: "center", textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  totalText: { fontWeight: tokens.fontWeightSemibold },
  note: { display: "block", color: tokens.colorNeutralForeground2 },
  track: { position: "relative" },
  corridor: { position: "absolute", top: 0, bottom: 0, backgroundColor: tokens.colorPaletteGreenBackground1 },
  target: { ...lineOfBound, borderLeftStyle: "solid", borderLeftColor: tokens.colorPaletteGreenForeground1 },
  minimum: { ...lineOfBound, borderLeftStyle: "dashed", borderLeftColor: tokens.colorPaletteDarkOrangeForeground1 },
  floor: { ...lineOfBound, borderLeftStyle: "dotted", borderLeftColor: tokens.colorPaletteRedForeground1 },
  zero: { ...lineOfBound, borderLeftWidth: "1px", borderLeftStyle: "solid", borderLeftColor: tokens.colorNeutralStroke1 },
  bar: { position: "absolute", top: "7px", bottom: "7px", minWidth: "2px", borderRadius: "2px" },
  total: { backgroundColor: tokens.colorNeutralForeground3 },
  // What takes away is hatched: told apart without colour as well.
  less: {
    backgroundColor: tokens.colorNeutralBackground5,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 4px, ${tokens.colorNeutralStrokeAccessible} 4px 5px)`,
  },
  more: { backgroundColor: tokens.colorNeutralBackground5, boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
  atTarget: { backgroundColor: tokens.colorPaletteGreenForeground1 },
  belowTarget: { backgroundColor: tokens.colorPaletteDarkOrangeForeground1 },
  belowMinimum: { backgroundColor: tokens.colorPaletteRedForeground1 },
  withoutCorridor: { backgroundColor: tokens.colorBrandBackground },
  boundRow: { position: "relative", height: "20px" },
  boundName: {
    position: "absolute",
    top: 0,
    whiteSpace: "nowrap",
    paddingLeft: "6px",
    paddingRight: "6px",
    color: tokens.colorNeutralForeground2,
  },
  endsHere: { transform: "translateX(-100%)" },
});
