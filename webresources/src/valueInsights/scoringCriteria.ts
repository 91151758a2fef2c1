import { ScoringCriterion, type ScoringCriterionRow } from "../generated/scoringCriterion";

/** A criterion and its weight as stored. */
export interface CriterionWeight {
  readonly id: string;
  readonly weight: number;
}

/** The weights of all criteria of a model. */
export async function weightsOf(modelId: string): Promise<CriterionWeight[]> {
  const { scoringCriterionId, weight, scoringModelId } = ScoringCriterion.column;
  const filter = `_${scoringModelId}_value eq ${modelId.replace(/[{}]/g, "")}`;
  const found = await Xrm.WebApi.retrieveMultipleRecords(
    ScoringCriterion.table,
    `?$select=${scoringCriterionId},${weight}&$filter=${filter}`,
  );
  return (found.entities as ScoringCriterionRow[]).map((row) => ({
    id: row.kam_scoringcriterionid ?? "",
    weight: row.kam_weight ?? 0,
  }));
}
