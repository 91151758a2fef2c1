import { parseXml } from "../design/xml";

export interface ControlProperty {
  readonly name: string;
  readonly usage: "bound" | "input" | "output";
  readonly type: string;
  readonly isRequired: boolean;
}

/** What a control's manifest says. */
export interface ControlManifest {
  /** Namespace.Constructor, under which the bundle registers it. */
  readonly constructorName: string;
  readonly isVirtual: boolean;
  readonly properties: readonly ControlProperty[];
  readonly dataSets: readonly string[];
  readonly code: readonly string[];
  readonly styles: readonly string[];
  readonly texts: readonly string[];
}

/** Reads the ControlManifest.xml of a package ("Manifest schema reference"). */
export function readManifest(xml: string): ControlManifest {
  const root = parseXml(xml);
  const control = root.localName === "control" ? root : root.querySelector("control");
  if (!control) throw new Error("The manifest has no <control>.");
  const paths = (name: string) => [...control.querySelectorAll(`resources > ${name}`)].map((each) => each.getAttribute("path") ?? "");
  return {
    constructorName: `${control.getAttribute("namespace") ?? ""}.${control.getAttribute("constructor") ?? ""}`,
    isVirtual: control.getAttribute("control-type") === "virtual",
    properties: [...control.querySelectorAll(":scope > property")].map((each) => ({
      name: each.getAttribute("name") ?? "",
      usage: (each.getAttribute("usage") ?? "input") as ControlProperty["usage"],
      type: each.getAttribute("of-type") ?? each.getAttribute("of-type-group") ?? "",
      isRequired: each.getAttribute("required") === "true",
    })),
    dataSets: [...control.querySelectorAll(":scope > data-set")].map((each) => each.getAttribute("name") ?? ""),
    code: [...control.querySelectorAll("resources > code")]
      .sort((a, b) => Number(a.getAttribute("order") ?? 0) - Number(b.getAttribute("order") ?? 0))
      .map((each) => each.getAttribute("path") ?? ""),
    styles: paths("css"),
    texts: paths("resx"),
  };
}

/** The resource file of a language, else of the base language, else the first. */
export function textsFor(manifest: ControlManifest, language: number): string | undefined {
  const of = (wanted: number) => manifest.texts.find((each) => each.includes(`.${String(wanted)}.`));
  return of(language) ?? of(1033) ?? manifest.texts[0];
}
