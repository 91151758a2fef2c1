import { Toolbar, ToolbarButton, makeStyles, tokens } from "@fluentui/react-components";
import {
  Add20Regular,
  ArrowClockwise20Regular,
  ArrowLeft20Regular,
  DataBarVertical20Regular,
  Delete20Regular,
  Play20Regular,
  Prohibited20Regular,
  Save20Regular,
  SaveArrowRight20Regular,
  CheckmarkCircle20Regular,
} from "@fluentui/react-icons";

const icons = {
  add: <Add20Regular />,
  refresh: <ArrowClockwise20Regular />,
  back: <ArrowLeft20Regular />,
  chart: <DataBarVertical20Regular />,
  delete: <Delete20Regular />,
  activate: <CheckmarkCircle20Regular />,
  deactivate: <Prohibited20Regular />,
  save: <Save20Regular />,
  saveAndClose: <SaveArrowRight20Regular />,
  run: <Play20Regular />,
} as const;

export interface CommandButton {
  readonly id: string;
  readonly label: string;
  readonly icon: keyof typeof icons | { readonly image: string };
  readonly title?: string;
  readonly isDisabled?: boolean;
  readonly run: () => unknown;
}

const useStyles = makeStyles({
  bar: {
    flexWrap: "wrap",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: "2px 4px",
  },
});

/** The buttons above a page. */
export function CommandBar({ label, commands }: { label: string; commands: readonly CommandButton[] }) {
  const styles = useStyles();
  return (
    <Toolbar className={styles.bar} aria-label={label} size="small">
      {commands.map((each) => (
        <ToolbarButton
          key={each.id}
          icon={typeof each.icon === "string" ? icons[each.icon] : <img src={each.icon.image} alt="" width={20} height={20} />}
          title={each.title ?? each.label}
          disabled={each.isDisabled ?? false}
          onClick={() => void each.run()}
        >
          {each.label}
        </ToolbarButton>
      ))}
    </Toolbar>
  );
}
