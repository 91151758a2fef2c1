import {
  Button,
  Card,
  CardHeader,
  Dropdown,
  MessageBar,
  MessageBarBody,
  Option,
  Spinner,
  Text,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { GridDots24Regular, WeatherMoon20Filled, WeatherSunny20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { DashboardPage } from "../dashboards/DashboardPage";
import type { App } from "../design/designs";
import { FormPage } from "../form/FormPage";
import { QuickCreatePanel } from "../form/QuickCreatePanel";
import { ViewPage } from "../grid/ViewPage";
import { nameOfLanguage } from "../texts";
import { AppContext, useLoaded, usePreview, type Loaded } from "./appContext";
import { AppNotifications } from "./notifications";
import { navigate, usePlace, type Place } from "./navigation";
import { SiteMapNav } from "./SiteMapNav";
import { WebResourceFrame } from "./WebResourceFrame";
import { messageOf } from "./failures";

const useStyles = makeStyles({
  shell: { display: "grid", gridTemplateRows: "auto auto 1fr", height: "100%", backgroundColor: tokens.colorNeutralBackground3 },
  header: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    padding: "4px 12px",
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    flexWrap: "wrap",
  },
  grow: { flexGrow: 1 },
  switches: { display: "flex", alignItems: "center", gap: "8px", flexWrap: "wrap" },
  onBrand: { color: tokens.colorNeutralForegroundOnBrand },
  dropdown: { minWidth: "130px" },
  banner: {
    padding: "3px 16px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { display: "grid", gridTemplateColumns: "auto 1fr", minHeight: 0 },
  main: { minWidth: 0, minHeight: 0, overflow: "auto", padding: "12px 16px" },
  apps: { display: "flex", flexWrap: "wrap", gap: "16px", marginTop: "16px" },
  app: { width: "320px" },
});

export function Shell({ onDark }: { onDark: (isDark: boolean) => void }) {
  const styles = useStyles();
  const { designs, say } = usePreview();
  const apps = useLoaded(() => designs.apps(), [designs]);
  const place = usePlace();
  const app = apps.state === "ready" && place.pagetype !== "apps" ? apps.value.find((each) => each.uniqueName === place.app) : undefined;
  return (
    <div className={styles.shell}>
      <Header app={app} onDark={onDark} />
      <div className={styles.banner} role="note">
        {say("preview")}
      </div>
      <Await loaded={apps}>
        {(all) =>
          app ? (
            <AppContext.Provider value={app}>
              <div className={styles.body}>
                <SiteMapNav place={place} />
                <main className={styles.main}>
                  <AppNotifications />
                  <Page place={place} />
                  <QuickCreatePanel />
                </main>
              </div>
            </AppContext.Provider>
          ) : (
            <main className={styles.main}>
              <AppPicker apps={all} />
            </main>
          )
        }
      </Await>
    </div>
  );
}

function Header({ app, onDark }: { app: App | undefined; onDark: (isDark: boolean) => void }) {
  const styles = useStyles();
  const { session, say, isDark } = usePreview();
  return (
    <header className={styles.header}>
      <Button
        appearance="transparent"
        className={styles.onBrand}
        icon={<GridDots24Regular className={styles.onBrand} />}
        aria-label={say("apps")}
        title={say("apps")}
        onClick={() => void navigate({ pagetype: "apps" })}
      />
      <Text weight="semibold" size={400} className={styles.onBrand}>
        {app?.name ?? say("apps")}
      </Text>
      <span className={styles.grow} />
      <div className={styles.switches}>
        <Dropdown
          className={styles.dropdown}
          size="small"
          aria-label={say("user")}
          title={say("user")}
          value={session.user.name}
          selectedOptions={[session.user.id]}
          onOptionSelect={(_, { optionValue }) => optionValue && session.switchUser(optionValue)}
        >
          {session.users.map((user) => (
            <Option key={user.id} value={user.id} text={user.name}>
              <span>
                {user.name}
                <br />
                <Text size={200}>{user.roles.join(", ")}</Text>
              </span>
            </Option>
          ))}
        </Dropdown>
        <Dropdown
          className={styles.dropdown}
          size="small"
          aria-label={say("language")}
          title={say("language")}
          value={nameOfLanguage(session.language)}
          selectedOptions={[String(session.language)]}
          onOptionSelect={(_, { optionValue }) => optionValue && void session.switchLanguage(Number(optionValue))}
        >
          {session.languages.map((language) => (
            <Option key={language} value={String(language)} text={nameOfLanguage(language)}>
              {nameOfLanguage(language)}
            </Option>
          ))}
        </Dropdown>
        <ToggleButton
          appearance="transparent"
          checked={isDark}
          icon={isDark ? <WeatherMoon20Filled className={styles.onBrand} /> : <WeatherSunny20Regular className={styles.onBrand} />}
          aria-label={say("darkTheme")}
          title={say("darkTheme")}
          onClick={() => onDark(!isDark)}
        />
      </div>
    </header>
  );
}

function AppPicker({ apps }: { apps: readonly App[] }) {
  const styles = useStyles();
  const { say } = usePreview();
  return (
    <>
      <Text as="h1" size={600} weight="semibold">
        {say("apps")}
      </Text>
      {apps.length === 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>{say("noApps")}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.apps}>
        {apps.map((app) => (
          <Card key={app.id} className={styles.app} onClick={() => void navigate({ pagetype: "dashboard", app: app.uniqueName })}>
            <CardHeader header={<Text weight="semibold">{app.name}</Text>} description={<Text size={200}>{app.description}</Text>} />
          </Card>
        ))}
      </div>
    </>
  );
}

function Page({ place }: { place: Place }) {
  switch (place.pagetype) {
    case "entitylist":
      return <ViewPage key={place.etn} table={place.etn} viewId={place.viewid} />;
    case "entityrecord":
      return (
        <FormPage
          key={`${place.etn} ${place.id ?? "new"}`}
          table={place.etn}
          id={place.id}
          formId={place.formid}
          initialValues={place.extraqs}
        />
      );
    case "dashboard":
      return <DashboardPage id={place.id} />;
    case "webresource":
      return (
        <WebResourceFrame
          name={place.webresourceName}
          query={place.data === undefined ? "" : `data=${encodeURIComponent(place.data)}`}
          title={place.webresourceName}
        />
      );
    case "apps":
      return null;
  }
}

/** Shows what was loaded, or that it is loading, or why it could not be. */
export function Await<Value>({ loaded, children }: { loaded: Loaded<Value>; children: (value: Value) => ReactNode }) {
  const { say } = usePreview();
  if (loaded.state === "loading") return <Spinner label={say("loading")} />;
  if (loaded.state === "failed") {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {say("failed")}: {messageOf(loaded.error)}
        </MessageBarBody>
      </MessageBar>
    );
  }
  return <>{children(loaded.value)}</>;
}
