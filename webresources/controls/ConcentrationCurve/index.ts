import * as React from "react";
import { hostOf } from "../src/host";
import { ConcentrationCurveVisual } from "./ConcentrationCurve";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** How much of the revenue hangs on few accounts: of a portfolio on its form, else of all the user may read. */
export class ConcentrationCurve implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(ConcentrationCurveVisual, { host: hostOf(context) });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
