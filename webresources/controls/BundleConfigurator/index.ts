import * as React from "react";
import { hostOf } from "../src/host";
import { BundleConfiguratorVisual, type ChosenQuote } from "./BundleConfigurator";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** Puts a solution bundle together on its form, bound to its name, and adds it to a quote that is looked up. */
export class BundleConfigurator implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const lookUpQuote = async (): Promise<ChosenQuote | null> => {
      const found = await context.utils.lookupObjects({ entityTypes: ["quote"], defaultEntityType: "quote", allowMultiSelect: false });
      // Where somebody closes the window without choosing, nothing comes back.
      const [quote] = found as readonly { readonly id: string; readonly name?: string }[];
      return quote ? { id: quote.id, name: quote.name ?? "" } : null;
    };
    return React.createElement(BundleConfiguratorVisual, {
      host: hostOf(context),
      version: context.parameters.name.raw ?? "",
      lookUpQuote,
    });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
