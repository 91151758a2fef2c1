using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>How scoring models use one another: finds circles, depth and the number of criteria once all submodels are opened.</summary>
/// <remarks>Visits each model once, in a loop: a chain of any length costs no stack, a lattice no exponential time.</remarks>
internal sealed class SubmodelGraph
{
    private readonly Dictionary<Guid, ScoringModel> models;
    private readonly Dictionary<Guid, int> depth = [];
    private readonly Dictionary<Guid, long> partCount = [];

    internal SubmodelGraph(ScoringModel root, IReadOnlyDictionary<Guid, ScoringModel> others)
    {
        models = others.Values.Where(model => model.Id != root.Id).ToDictionary(model => model.Id);
        models[root.Id] = root;
        Cycle = Walk(root);
        Depth = Cycle is null ? depth[root.Id] : 0;
        PartCount = Cycle is null ? partCount[root.Id] : 0;
    }

    /// <summary>The models of a circle, the first again at the end; null when there is none.</summary>
    internal IReadOnlyList<ScoringModel>? Cycle { get; }

    /// <summary>Levels of models; 1 without submodels. 0 when there is a circle.</summary>
    internal int Depth { get; }

    /// <summary>Criteria that measure something once all submodels are opened, at most <see cref="int.MaxValue"/>. 0 when there is a circle.</summary>
    internal long PartCount { get; }

    private List<ScoringModel>? Walk(ScoringModel root)
    {
        var path = new List<ScoringModel> { root };
        var position = new Dictionary<Guid, int> { [root.Id] = 0 };
        var open = new Stack<Queue<ScoringModel>>();
        open.Push(SubmodelsOf(root));
        while (open.Count > 0)
        {
            if (open.Peek().Count == 0)
            {
                open.Pop();
                Close(path[path.Count - 1]);
                position.Remove(path[path.Count - 1].Id);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var next = open.Peek().Dequeue();
            if (position.TryGetValue(next.Id, out var start)) return [.. path.Skip(start), next];
            if (depth.ContainsKey(next.Id)) continue;
            position[next.Id] = path.Count;
            path.Add(next);
            open.Push(SubmodelsOf(next));
        }

        return null;
    }

    private Queue<ScoringModel> SubmodelsOf(ScoringModel model) =>
        new(model.Criteria.Where(criterion => Submodel(criterion) is not null).Select(criterion => Submodel(criterion)!));

    private void Close(ScoringModel model)
    {
        var submodels = model.Criteria.Select(Submodel).ToArray();
        depth[model.Id] = 1 + submodels.Max(submodel => submodel is null ? 0 : (int?)depth[submodel.Id]).GetValueOrDefault();
        partCount[model.Id] = Math.Min(int.MaxValue, submodels.Sum(submodel => submodel is null ? 1L : partCount[submodel.Id]));
    }

    private ScoringModel? Submodel(ScoringCriterion criterion) =>
        criterion.SubmodelId is { } id && models.TryGetValue(id, out var submodel) ? submodel : null;
}
