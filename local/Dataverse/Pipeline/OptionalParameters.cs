using System.Collections.Frozen;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>Parameters that any request may carry ("Use optional parameters"): they say how it is processed and belong to no message.</summary>
internal static class OptionalParameters
{
    private const string Tag = "tag";

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "tag", "partitionId", "SolutionUniqueName", "SuppressDuplicateDetection", "SuppressCallbackRegistrationExpanderJob", "BypassBusinessLogicExecution",
        "BypassBusinessLogicExecutionStepIds", "BypassCustomPluginExecution",
    ]);

    public static bool Is(string parameter) => Names.Contains(parameter);

    /// <summary>Takes the tag out of the parameters: steps find it among the shared variables.</summary>
    public static object? TakeTag(ParameterCollection input)
    {
        if (!input.TryGetValue(Tag, out var tag)) return null;
        input.Remove(Tag);
        return tag;
    }

    /// <summary>The variables a pipeline begins with.</summary>
    public static ParameterCollection SharedVariables(object? tag) => tag is null ? [] : new ParameterCollection { [Tag] = tag };
}
