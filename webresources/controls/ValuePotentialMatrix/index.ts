import * as React from "react";
import { hostOf } from "../src/host";
import { ValuePotentialMatrixVisual } from "./ValuePotentialMatrix";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** Accounts by value score and potential: those of a portfolio on its form, else all the user may read. */
export class ValuePotentialMatrix implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(ValuePotentialMatrixVisual, { host: hostOf(context) });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
