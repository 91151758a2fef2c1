import * as React from "react";
import { hostOf } from "../src/host";
import { PriceWaterfallVisual } from "./PriceWaterfall";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** The price waterfall of a quote, order or agreement line, bound to its pocket price. */
export class PriceWaterfall implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const { pocketPrice, amount } = context.parameters;
    return React.createElement(PriceWaterfallVisual, { host: hostOf(context), version: `${pocketPrice.raw ?? ""}|${amount.raw ?? ""}` });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
