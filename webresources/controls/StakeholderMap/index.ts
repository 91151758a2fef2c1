import * as React from "react";
import { hostOf } from "../src/host";
import { StakeholderMapVisual } from "./StakeholderMap";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** The stakeholder map of an account, bound to its relationship score. */
export class StakeholderMap implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const { relationshipScore } = context.parameters;
    return React.createElement(StakeholderMapVisual, { host: hostOf(context), version: String(relationshipScore.raw ?? "") });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
