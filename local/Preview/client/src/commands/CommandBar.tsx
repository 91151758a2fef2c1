import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  Toolbar,
  ToolbarButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
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
  /** What a menu opens; its own command then is the first thing in it, or nothing. */
  readonly items?: readonly CommandButton[];
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

/** The buttons above a page, and what of them does not work here. */
export function CommandBar(props: { label: string; commands: readonly CommandButton[]; problems?: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <Toolbar className={styles.bar} aria-label={props.label} size="small">
        {props.commands.map((each) => (
          <Command key={each.id} command={each} />
        ))}
      </Toolbar>
      {props.problems?.map((each) => (
        <MessageBar key={each} intent="error" layout="multiline">
          <MessageBarBody>{each}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
}

/** The buttons above a list on a form or a dashboard. */
export function SmallCommands({ label, commands }: { label: string; commands: readonly CommandButton[] }) {
  if (commands.length === 0) return null;
  return (
    <Toolbar aria-label={label} size="small">
      {commands.map((each) => (
        <Command key={each.id} command={each} />
      ))}
    </Toolbar>
  );
}

function Command({ command }: { command: CommandButton }) {
  const button = (
    <ToolbarButton
      icon={iconOf(command)}
      title={command.title ?? command.label}
      disabled={command.isDisabled ?? false}
      onClick={command.items ? undefined : () => void command.run()}
    >
      {command.label}
    </ToolbarButton>
  );
  if (!command.items) return button;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {command.items.map((each) => (
            <MenuItem key={each.id} icon={iconOf(each)} onClick={() => void each.run()}>
              {each.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function iconOf({ icon }: CommandButton) {
  return typeof icon === "string" ? icons[icon] : <img src={icon.image} alt="" width={20} height={20} />;
}
