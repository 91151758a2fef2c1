type Properties = Readonly<Record<string, string>>;
type Child = Node | string | null;

/** An element with its attributes and children; text is always text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // Set through the object model, which a content security policy without inline styles allows.
    if (name.startsWith("--")) created.style.setProperty(name, value);
    else created.setAttribute(name, value);
  }
  created.append(...children.filter((child) => child !== null));
  return created;
}

/** A button that does something. */
export function button(label: string, act: () => void, attributes: Properties = {}): HTMLButtonElement {
  const created = element("button", { type: "button", ...attributes }, label);
  created.addEventListener("click", act);
  return created;
}

/** A titled list of sentences; nothing when there are none. */
export function sentenceList(heading: string | null, sentences: readonly string[], attributes: Properties = {}): HTMLElement | null {
  if (sentences.length === 0) return null;
  const list = element("ul", { class: "sentences" }, ...sentences.map((each) => element("li", {}, each)));
  return element("section", attributes, heading === null ? null : element("h3", {}, heading), list);
}

/** A table with a row header in front; columns named in `numeric` are set as figures. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[],
): HTMLElement {
  const align = (index: number): Properties => (numeric.includes(index) ? { class: "figure" } : {});
  const head = element("tr", {}, ...columns.map((name, index) => element("th", { scope: "col", ...align(index) }, name)));
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      ...row.map((value, index) => (index === 0 ? element("th", { scope: "row" }, value) : element("td", align(index), value))),
    ),
  );
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
}

/** What screen readers get beside a picture. */
export function hidden(text: string): HTMLElement {
  return element("span", { class: "hidden" }, text);
}
