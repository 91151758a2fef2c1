import * as React from "react";
import { hostOf } from "../src/host";
import { WhitespaceMatrixVisual } from "./WhitespaceMatrix";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** What customers buy and do not buy yet: one on its form, those of a segment or portfolio on theirs, else all the user may read. */
export class WhitespaceMatrix implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(WhitespaceMatrixVisual, { host: hostOf(context) });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
