using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Scoring models and their active criteria as they were read, the criteria in their order.</summary>
internal sealed record ModelRows(IReadOnlyList<ScoringModelRow> Models, IReadOnlyList<ScoringCriterionRow> Criteria)
{
    /// <summary>Every model by id.</summary>
    public IReadOnlyDictionary<Guid, ScoringModel> ById()
    {
        var criteria = Criteria.ToLookup(c => c.ScoringModelId!.Id, ScoringModelStore.Criterion);
        return Models.ToDictionary(r => r.Id, r => ScoringModelStore.Model(r, criteria[r.Id].ToList()));
    }

    /// <summary>Of models in use the one that is not the submodel of another.</summary>
    /// <exception cref="RefusalException">None or several are in use, or it cannot score.</exception>
    public ModelInUse InUse()
    {
        var models = ById();
        var submodels = new HashSet<Guid>(models.Values.SelectMany(m => m.Criteria).Where(c => c.SubmodelId is not null).Select(c => c.SubmodelId!.Value));
        var top = Models.Where(r => !submodels.Contains(r.Id)).ToList();
        // Models that only name each other leave no top; the first one then tells of the circle.
        if (top.Count == 0 && Models.Count > 0) top = Models.Take(1).ToList();
        if (top.Count == 0) throw new RefusalException(ValueInsightsReasons.NoModelInUse, ScoringModelRow.Table, "");
        if (top.Count > 1) throw SeveralInUse(top);
        RefusalException.WhenAny(ScoringModelCheck.Violations(models[top[0].Id], models));
        return new ModelInUse(top[0], models[top[0].Id], models);
    }

    private static RefusalException SeveralInUse(List<ScoringModelRow> top)
    {
        var names = string.Join(", ", top.Select(m => $"{m.Name} v{m.Version}"));
        return new RefusalException(ValueInsightsReasons.SeveralModelsInUse, ScoringModelRow.Table, names, Argument.Text(names));
    }
}
