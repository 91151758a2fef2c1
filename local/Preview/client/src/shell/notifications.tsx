import { MessageBar, MessageBarActions, MessageBarBody, Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useSyncExternalStore } from "react";
import { usePreview } from "./appContext";

/** A notification across the app, of Xrm.App.addGlobalNotification. */
export interface AppNotification {
  readonly id: string;
  /** 1 success, 2 error, 3 warning, 4 information. */
  readonly level: number;
  readonly message: string;
  readonly showCloseButton: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

let all: readonly AppNotification[] = [];
const listeners = new Set<() => void>();

export function addAppNotification(notification: AppNotification): void {
  all = [...all, notification];
  tell();
}

export function clearAppNotification(id: string): void {
  all = all.filter((each) => each.id !== id);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function AppNotifications() {
  const { say } = usePreview();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
  return (
    <>
      {shown.map((each) => (
        <MessageBar key={each.id} intent={(["info", "success", "error", "warning", "info"] as const)[each.level] ?? "info"}>
          <MessageBarBody>{each.message}</MessageBarBody>
          <MessageBarActions
            containerAction={
              each.showCloseButton ? (
                <Button
                  appearance="transparent"
                  aria-label={say("close")}
                  icon={<Dismiss16Regular />}
                  onClick={() => clearAppNotification(each.id)}
                />
              ) : undefined
            }
          >
            {each.action && (
              <Button size="small" onClick={each.action.run}>
                {each.action.label}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      ))}
    </>
  );
}
