import {
  Badge,
  Button,
  FluentProvider,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import * as React from "react";
import { say } from "../../src/vocabulary/reader";
import { DataTable, type Figures } from "./DataTable";
import type { Host } from "./host";
import type { Loaded } from "./useLoaded";

export interface VisualProps<T> {
  readonly host: Host;
  /** Key of the title's text. */
  readonly title: string;
  readonly loaded: Loaded<T>;
  /** Key of the sentence for a value without anything to draw, or for a row that is not saved yet; null when there is something. */
  readonly emptiness: (value: T) => string | null;
  readonly draw: (value: T) => React.ReactNode;
  readonly figures: (value: T) => Figures;
  /** Stands for a visual that changes something: it says so where that is not allowed. */
  readonly canChange?: boolean;
}

const useStyles = makeStyles({
  // What is drawn adapts to the column of the form it stands in, not to the window.
  frame: { width: "100%", textAlign: "left", containerType: "inline-size" },
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: "8px", rowGap: "4px", marginBottom: "8px" },
  title: { marginTop: 0, marginBottom: 0, flexGrow: 1, color: tokens.colorNeutralForeground1 },
  failed: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: "8px" },
  empty: { color: tokens.colorNeutralForeground2, display: "block", paddingTop: "12px", paddingBottom: "12px" },
});

/** What every visual has around it: the app's theme, a title, the way between drawing and table, and what is said while there is nothing to see. */
export function Visual<T>(props: VisualProps<T>): React.ReactElement {
  const { host } = props;
  const theme = host.theme ?? (host.isDark ? webDarkTheme : webLightTheme);
  return (
    <FluentProvider theme={theme} style={{ backgroundColor: "transparent", width: "100%" }}>
      <Framed {...props} />
    </FluentProvider>
  );
}

function Framed<T>({ host, title, loaded, emptiness, draw, figures, canChange = false }: VisualProps<T>): React.ReactElement {
  const styles = useStyles();
  const [asTable, setAsTable] = React.useState(false);
  const { reader } = host;
  const caption = say(reader, title);
  const empty = loaded.state === "ready" ? emptiness(loaded.value) : null;
  return (
    <section className={styles.frame} aria-label={caption} aria-busy={loaded.state === "loading"} lang={reader.locale}>
      <div className={styles.head}>
        <Text as="h3" size={400} weight="semibold" className={styles.title}>
          {caption}
        </Text>
        {canChange && host.isReadOnly && (
          <Badge appearance="outline" color="informative">
            {say(reader, "visual.readOnly")}
          </Badge>
        )}
        {loaded.state === "ready" && empty === null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {say(reader, asTable ? "visual.showDrawing" : "visual.showTable")}
          </Button>
        )}
      </div>
      {loaded.state === "loading" && <Spinner size="small" label={say(reader, "visual.loading")} />}
      {loaded.state === "failed" && (
        <div className={styles.failed} role="alert">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {say(reader, host.isOnline ? "visual.failed" : "visual.offline")} {loaded.reason}
            </MessageBarBody>
          </MessageBar>
          <Button size="small" onClick={loaded.retry}>
            {say(reader, "visual.retry")}
          </Button>
        </div>
      )}
      {empty !== null && <Text className={styles.empty}>{say(reader, empty)}</Text>}
      {loaded.state === "ready" &&
        empty === null &&
        (asTable ? <DataTable caption={caption} figures={figures(loaded.value)} /> : draw(loaded.value))}
    </section>
  );
}
