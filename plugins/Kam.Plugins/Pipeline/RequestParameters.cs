using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pipeline;

/// <summary>Refusals of custom API parameters.</summary>
internal static class RequestParameters
{
    /// <summary>A parameter holds something it cannot.</summary>
    public static RefusalException Invalid(string name, string value, string takes) =>
        new(PipelineReasons.ParameterInvalid, name, value, Argument.Text(name), Argument.Text(value), Argument.Text(takes));
}
