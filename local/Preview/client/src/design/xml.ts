/** Elements of the design XML of forms, views, charts and site maps. */
export function parseXml(xml: string): Element {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const failure = document.querySelector("parsererror");
  if (failure) throw new Error(`The XML cannot be read: ${failure.textContent}`);
  return document.documentElement;
}

export function childrenOf(element: Element | null | undefined, name: string): Element[] {
  return element ? [...element.children].filter((child) => child.localName === name) : [];
}

/** The first child at the end of a path. */
export function childAt(element: Element | null | undefined, ...path: string[]): Element | null {
  let found: Element | null = element ?? null;
  for (const name of path) found = childrenOf(found, name)[0] ?? null;
  return found;
}

export function textAt(element: Element | null | undefined, ...path: string[]): string {
  return childAt(element, ...path)?.textContent.trim() ?? "";
}

/** The label of a language, else of the base language, else the first one. */
export function labelIn(
  labels: Element | null,
  language: number,
  item = "label",
  code = "languagecode",
  text = "description",
): string | null {
  const all = childrenOf(labels, item);
  const of = (wanted: number) => all.find((each) => each.getAttribute(code) === String(wanted));
  return (of(language) ?? of(1033) ?? all[0])?.getAttribute(text) ?? null;
}

export function guid(text: string | null | undefined): string {
  return (text ?? "").replace(/[{}]/g, "").toLowerCase();
}
