import { readerOf } from "../vocabulary/clientTexts";
import { say, type Reader } from "../vocabulary/reader";
import { button, element } from "./element";

/** The record a page is about. */
export interface PageRecord {
  readonly table: string;
  /** Without braces. */
  readonly id: string;
}

/** What a page shows: how to get it, and how it looks. */
export interface PageContent<Content> {
  /** Key of the title. */
  readonly title: string;
  /** Key of the sentence shown when there is nothing yet. */
  readonly nothing: string;
  /** What to show of a record; null when there is nothing yet. */
  load(record: PageRecord, xrm: Xrm.XrmStatic): Promise<Content | null>;
  draw(content: Content, reader: Reader): HTMLElement;
}

/** An HTML web resource on a form: loads what belongs to the record, shows it, and says so when it cannot. */
export class RecordPage<Content> {
  private turn = 0;
  private readonly reader: Reader;

  constructor(
    private readonly content: PageContent<Content>,
    private readonly xrm: Xrm.XrmStatic,
    private record: PageRecord | null,
  ) {
    this.reader = readerOf(xrm, "valueInsights");
    document.documentElement.lang = this.reader.locale;
    document.title = this.text(content.title);
  }

  /** Shows a record, or the same one anew. The last call wins, whichever answer comes last. */
  async show(record: PageRecord | null = this.record): Promise<void> {
    this.record = record;
    const turn = ++this.turn;
    if (record === null) {
      this.put(element("p", { class: "state", role: "status" }, this.text(this.content.nothing)));
      return;
    }
    this.put(element("p", { class: "state", role: "status" }, this.text("valueInsights.pageLoading")));
    let shown: HTMLElement;
    try {
      const loaded = await this.content.load(record, this.xrm);
      shown =
        loaded === null
          ? element("p", { class: "state", role: "status" }, this.text(this.content.nothing), " ", this.refresh())
          : element("div", {}, this.toolbar(), this.content.draw(loaded, this.reader));
    } catch (error) {
      shown = this.failure(error);
    }
    if (turn === this.turn) this.put(shown);
  }

  private put(shown: HTMLElement): void {
    const hadFocus = document.activeElement instanceof HTMLButtonElement;
    document.querySelector("main")?.replaceChildren(shown);
    // Whoever pressed Refresh keeps their place when the button is drawn anew.
    if (hadFocus) shown.querySelector("button")?.focus();
  }

  private toolbar(): HTMLElement {
    const print = button(this.text("valueInsights.pagePrint"), () => {
      window.print();
    });
    return element("div", { class: "toolbar" }, this.refresh(), print);
  }

  private refresh(): HTMLElement {
    return button(this.text("valueInsights.pageRefresh"), () => void this.show());
  }

  private failure(error: unknown): HTMLElement {
    const reason = (error as Partial<Error> | null)?.message ?? String(error);
    return element(
      "div",
      { class: "state failure", role: "alert" },
      element("p", {}, this.text("valueInsights.pageFailed", reason)),
      button(this.text("valueInsights.pageRetry"), () => void this.show()),
    );
  }

  private text(key: string, ...values: string[]): string {
    return say(this.reader, key, ...values);
  }
}

/** The record in the address of a web resource that gets record parameters: ?id={…}&typename=account. */
export function recordIn(query: string): PageRecord | null {
  const parameters = new URLSearchParams(query);
  const id = parameters.get("id")?.replace(/[{}]/g, "").toLowerCase();
  const table = parameters.get("typename");
  return id && table ? { table, id } : null;
}

/** Starts a page for the record in its address, with the client of the form around it. */
export function start<Content>(content: PageContent<Content>): RecordPage<Content> {
  const page = new RecordPage(content, (window.parent as unknown as { Xrm: Xrm.XrmStatic }).Xrm, recordIn(window.location.search));
  void page.show();
  return page;
}
