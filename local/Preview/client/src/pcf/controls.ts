import * as Fluent from "@fluentui/react-components";
import * as React from "react";
import * as ReactDom from "react-dom";
import type { Designs } from "../design/designs";
import { parseXml } from "../design/xml";
import { loadLibrary } from "../xrm/libraries";
import { readManifest, textsFor, type ControlManifest } from "./manifest";

/** What the bundle of a control registers. */
export type ControlConstructor = new () => PcfInstance;

/** An instance of a control, standard or virtual. */
export interface PcfInstance {
  init(context: unknown, notifyOutputChanged: () => void, state: Record<string, unknown>, container?: HTMLDivElement): void;
  updateView(context: unknown): React.ReactElement | undefined;
  getOutputs?(): Record<string, unknown>;
  destroy(): void;
}

export interface LoadedControl {
  readonly manifest: ControlManifest;
  readonly make: ControlConstructor;
  readonly texts: ReadonlyMap<string, string>;
}

const registered = new Map<string, ControlConstructor>();
const loaded = new Map<string, Promise<LoadedControl>>();

// Bundles of virtual controls take the platform's React and Fluent from these names (PlatformLibraryVersions.json of pcf-scripts).
Object.assign(window, {
  Reactv16: React,
  Reactv18: React,
  ReactDOMv16: ReactDom,
  ReactDOMv18: ReactDom,
  FluentUIReactv940: Fluent,
  ComponentFramework: { registerControl: (name: string, make: ControlConstructor) => registered.set(name, make) },
});

/** Loads a custom control out of the organisation, once: manifest, code, styles and texts. */
export function loadControl(designs: Designs, name: string, language: number): Promise<LoadedControl> {
  let control = loaded.get(name);
  if (!control) {
    control = load(designs, name, language);
    control.catch(() => loaded.delete(name));
    loaded.set(name, control);
  }
  return control;
}

async function load(designs: Designs, name: string, language: number): Promise<LoadedControl> {
  const xml = await designs.customControlManifest(name);
  if (xml === null) throw new Error(`The control ${name} is not in the solution.`);
  const manifest = readManifest(xml);
  for (const path of manifest.styles) addStyle(`cc_${name}/${path}`);
  for (const path of manifest.code) await loadLibrary(`cc_${name}/${path}`);
  const make = registered.get(manifest.constructorName);
  if (!make) throw new Error(`The bundle of ${name} does not register ${manifest.constructorName}.`);
  const path = textsFor(manifest, language);
  const resx = path === undefined ? null : await designs.webResource(`cc_${name}/${path}`);
  const texts = new Map<string, string>();
  for (const data of resx === null ? [] : parseXml(resx).querySelectorAll("data"))
    texts.set(data.getAttribute("name") ?? "", data.querySelector("value")?.textContent ?? "");
  return { manifest, make, texts };
}

function addStyle(name: string): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/WebResources/${name}`;
  document.head.append(link);
}
