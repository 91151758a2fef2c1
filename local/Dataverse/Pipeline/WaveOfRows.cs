using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// An update that sets the state together with other columns runs its steps inside the transaction twice: for the other columns, then for
/// state and status ("Behavior of specialized update operations").
/// </summary>
internal static class WaveOfRows
{
    /// <summary>The frames inside the transaction: first those of all rows, then those of their states.</summary>
    public static List<List<PipelineFrame>> Split(PipelineFrame[] frames, bool isCreate)
    {
        var first = new List<PipelineFrame>(frames.Length);
        var second = new List<PipelineFrame>();
        foreach (var frame in frames)
        {
            var inner = frame.Inner();
            first.Add(inner);
            if (isCreate || frame.Input["Target"] is not Entity target || StateOf(target) is not { } state) continue;
            var others = new Entity(target.LogicalName, target.Id) { RowVersion = target.RowVersion };
            foreach (var attribute in target.Attributes)
            {
                if (!state.Contains(attribute.Key)) others.Attributes[attribute.Key] = attribute.Value;
            }
            first[^1] = With(frame, others);
            second.Add(With(frame, state));
        }
        return second.Count == 0 ? [first] : [first, second];
    }

    // Null when the row has no state columns, or nothing else.
    private static Entity? StateOf(Entity target)
    {
        var state = new Entity(target.LogicalName, target.Id);
        var others = 0;
        foreach (var attribute in target.Attributes)
        {
            if (attribute.Key is "statecode" or "statuscode") state[attribute.Key] = attribute.Value;
            else if (attribute.Value is not System.Guid id || id != target.Id) others++;
        }
        return state.Attributes.Count > 0 && others > 0 ? state : null;
    }

    private static PipelineFrame With(PipelineFrame frame, Entity target)
    {
        var input = new ParameterCollection();
        foreach (var parameter in frame.Input) input[parameter.Key] = parameter.Value;
        input["Target"] = target;
        return new PipelineFrame
        {
            Execution = frame.Execution,
            MessageName = frame.MessageName,
            Table = frame.Table,
            RowId = frame.RowId,
            Input = input,
            Output = frame.Output,
            ParentContext = frame.AsContext(),
        };
    }
}
