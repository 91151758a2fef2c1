import * as React from "react";
import { hostOf, plainId } from "../src/host";
import { ScoreExplanationVisual } from "./ScoreExplanation";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** Where a value score comes from: on the form of an account bound to its current score, on that of a score to the account. */
export class ScoreExplanation implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // Everything comes with updateView.
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const bound = context.parameters.score.raw[0];
    return React.createElement(ScoreExplanationVisual, {
      host: hostOf(context),
      bound: bound ? { table: bound.entityType, id: plainId(bound.id) } : null,
    });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React removes what it drew.
  }
}
