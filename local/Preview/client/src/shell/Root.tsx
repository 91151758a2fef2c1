import { FluentProvider, MessageBar, MessageBarBody, Spinner, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { Designs } from "../design/designs";
import { Definitions } from "../server/definitions";
import { Session } from "../server/session";
import { browserLanguage, localeOf, textsIn } from "../texts";
import { startXrm } from "../xrm/xrm";
import { PreviewContext, useLoaded, type Preview } from "./appContext";
import { DialogHost, Dialogs } from "./dialogs";
import { Shell } from "./Shell";
import { messageOf } from "./failures";

const KeyOfTheme = "local-preview.theme";

/** The whole preview: its session, its theme, its page. */
export function Root() {
  const [isDark, setDark] = useState(() => (localStorage.getItem(KeyOfTheme) ?? preferredTheme()) === "dark");
  useEffect(() => {
    localStorage.setItem(KeyOfTheme, isDark ? "dark" : "light");
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [isDark]);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <Opened isDark={isDark} onDark={setDark} />
    </FluentProvider>
  );
}

function Opened({ isDark, onDark }: { isDark: boolean; onDark: (isDark: boolean) => void }) {
  const session = useLoaded(() => Session.open(), []);
  const say = textsIn(browserLanguage());
  if (session.state === "loading") return <Spinner style={{ height: "100%" }} label={say("loading")} />;
  if (session.state === "failed" || session.value === null) {
    return (
      <main style={{ padding: 24 }}>
        <MessageBar intent={session.state === "failed" ? "error" : "info"}>
          <MessageBarBody>{session.state === "failed" ? messageOf(session.error) : say("noKey")}</MessageBarBody>
        </MessageBar>
      </main>
    );
  }
  return <Ready session={session.value} isDark={isDark} onDark={onDark} />;
}

function Ready({ session, isDark, onDark }: { session: Session; isDark: boolean; onDark: (isDark: boolean) => void }) {
  const tools = useMemo(() => {
    const say = textsIn(session.language);
    const locale = localeOf(session.language, session.localeId);
    document.documentElement.lang = locale;
    const webApi = session.webApi;
    return {
      session,
      webApi,
      say,
      locale,
      language: session.language,
      definitions: new Definitions(webApi),
      designs: new Designs(webApi),
      dialogs: new Dialogs(say),
    };
  }, [session]);
  const preview = useMemo<Preview>(() => ({ ...tools, isDark }), [tools, isDark]);
  startXrm(preview);
  return (
    <PreviewContext.Provider value={preview}>
      <Shell onDark={onDark} />
      <DialogHost dialogs={tools.dialogs} say={tools.say} />
    </PreviewContext.Provider>
  );
}

function preferredTheme(): "dark" | "light" {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
