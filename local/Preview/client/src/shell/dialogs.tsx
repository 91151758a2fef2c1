import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Spinner } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { WebApiError } from "../server/webApi";
import type { Say } from "../texts";
import { messageOf } from "./failures";

interface Question {
  readonly title: string;
  readonly text: string;
  readonly details?: string;
  readonly confirm: string;
  readonly cancel: string | null;
  readonly answer: (confirmed: boolean) => void;
}

/** Questions, messages and failures that stand in front of the page. */
export class Dialogs {
  private questions: readonly Question[] = [];
  private progress: string | null = null;
  private readonly listeners = new Set<() => void>();
  private state: DialogState = { question: null, progress: null };

  constructor(private readonly say: Say) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DialogState => this.state;

  alert(title: string, text: string, confirm = this.say("ok")): Promise<void> {
    return this.ask({ title, text, confirm, cancel: null }).then(() => undefined);
  }

  confirm(title: string, text: string, confirm = this.say("ok"), cancel = this.say("cancel")): Promise<boolean> {
    return this.ask({ title, text, confirm, cancel });
  }

  /** Shows what the server or a script refused, as the platform does: the sentence first, codes on demand. */
  error(error: unknown, title?: string): Promise<void> {
    const message = messageOf(error);
    const isBusiness = error instanceof WebApiError && error.code.toLowerCase() === "0x80040265";
    const details =
      error instanceof WebApiError ? `${error.code} (HTTP ${String(error.status)})` : error instanceof Error ? (error.stack ?? "") : "";
    return this.ask({
      title: title ?? this.say(isBusiness ? "businessProcessError" : "failed"),
      text: message,
      details,
      confirm: this.say("ok"),
      cancel: null,
    }).then(() => undefined);
  }

  showProgress(text: string): void {
    this.progress = text;
    this.tell();
  }

  closeProgress(): void {
    this.progress = null;
    this.tell();
  }

  private ask(question: Omit<Question, "answer">): Promise<boolean> {
    return new Promise((resolve) => {
      const asked: Question = {
        ...question,
        answer: (confirmed) => {
          this.questions = this.questions.filter((each) => each !== asked);
          this.tell();
          resolve(confirmed);
        },
      };
      this.questions = [...this.questions, asked];
      this.tell();
    });
  }

  private tell(): void {
    this.state = { question: this.questions[0] ?? null, progress: this.progress };
    for (const listener of this.listeners) listener();
  }
}

interface DialogState {
  readonly question: Question | null;
  readonly progress: string | null;
}

export function DialogHost({ dialogs, say }: { dialogs: Dialogs; say: Say }) {
  const { question, progress } = useSyncExternalStore(dialogs.subscribe, dialogs.current);
  return (
    <>
      <Dialog open={question !== null} modalType="alert">
        {question ? (
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{question.title}</DialogTitle>
              <DialogContent>
                <p style={{ whiteSpace: "pre-wrap", marginTop: 0 }}>{question.text}</p>
                {question.details && (
                  <details>
                    <summary>{say("details")}</summary>
                    <pre style={{ whiteSpace: "pre-wrap" }}>{question.details}</pre>
                  </details>
                )}
              </DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => question.answer(true)}>
                  {question.confirm}
                </Button>
                {question.cancel !== null && <Button onClick={() => question.answer(false)}>{question.cancel}</Button>}
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        ) : (
          <></>
        )}
      </Dialog>
      <Dialog open={progress !== null && question === null} modalType="alert">
        <DialogSurface aria-label={progress ?? say("loading")}>
          <Spinner label={progress ?? ""} />
        </DialogSurface>
      </Dialog>
    </>
  );
}
