import * as React from "react";
import { callAction } from "../src/customApi";
import { messageOf } from "../src/useLoaded";
import { readCheck, type Check, type CheckAnswer } from "./bundle";

/** What the server says of the choices; the last word stays while the next one is on its way. */
export interface Checked {
  readonly check: Check | null;
  /** False while the answer is about earlier choices. */
  readonly isCurrent: boolean;
  readonly failure: string | null;
}

/** So long nobody has chosen anything else, in milliseconds, before the server is asked. */
export const restBeforeAsking = 300;

/** Has the server check the choices whenever they have rested for a moment. Only the latest answer counts. */
export function useCheck(bundleId: string | null, choices: string): Checked {
  const [said, setSaid] = React.useState<{ readonly of: string; readonly check: Check | null; readonly failure: string | null }>();
  const asked = `${bundleId ?? ""} ${choices}`;
  React.useEffect(() => {
    if (bundleId === null) return undefined;
    let counts = true;
    const timer = setTimeout(() => {
      callAction<CheckAnswer>("kam_CheckBundle", { SolutionBundleId: bundleId, Choices: choices }).then(
        (answer) => {
          if (counts) setSaid({ of: asked, check: readCheck(answer), failure: null });
        },
        (reason: unknown) => {
          if (counts) setSaid({ of: asked, check: null, failure: messageOf(reason) });
        },
      );
    }, restBeforeAsking);
    return () => {
      counts = false;
      clearTimeout(timer);
    };
  }, [bundleId, choices, asked]);
  return { check: said?.check ?? null, isCurrent: said?.of === asked, failure: said?.failure ?? null };
}

/** How adding to a quote went. */
export type Adding =
  | { readonly state: "idle" | "busy" }
  | { readonly state: "added"; readonly isNew: boolean }
  | { readonly state: "refused"; readonly reason: string };

/** Adds to a quote. One intent has one request id, however often it is sent: the same choices on the same quote are added once. */
export function useAdding(bundleId: string, quoteId: string | null, choices: string): [Adding, () => void] {
  const intent = `${bundleId} ${quoteId ?? ""} ${choices}`;
  const [adding, setAdding] = React.useState<{ readonly of: string; readonly how: Adding }>();
  const request = React.useRef({ intent: "", id: "" });
  const isBusy = React.useRef(false);
  const add = (): void => {
    if (quoteId === null || isBusy.current) return;
    if (request.current.intent !== intent) request.current = { intent, id: crypto.randomUUID() };
    isBusy.current = true;
    setAdding({ of: intent, how: { state: "busy" } });
    callAction<{ readonly IsNew: boolean }>("kam_AddBundleToQuote", {
      QuoteId: quoteId,
      SolutionBundleId: bundleId,
      Choices: choices,
      RequestId: request.current.id,
    })
      .then(
        ({ IsNew }) => {
          setAdding({ of: intent, how: { state: "added", isNew: IsNew } });
        },
        (reason: unknown) => {
          setAdding({ of: intent, how: { state: "refused", reason: messageOf(reason) } });
        },
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return [adding?.of === intent ? adding.how : { state: "idle" }, add];
}
