using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pipeline;

/// <summary>Reasons every dimension shares.</summary>
public static class PipelineReasons
{
    /// <summary>An error nobody expected; argument: correlation id.</summary>
    public static readonly Reason Unexpected = new("KAM-GEN-001", "pipeline.unexpected");

    /// <summary>A custom API's parameter is missing; argument: its name.</summary>
    public static readonly Reason ParameterMissing = new("KAM-GEN-002", "pipeline.parameterMissing");

    /// <summary>A custom API's parameter has a value it cannot have; arguments: name, value, what it takes.</summary>
    public static readonly Reason ParameterInvalid = new("KAM-GEN-003", "pipeline.parameterInvalid");

    /// <summary>An environment variable has a value it cannot have; arguments: name, value, what it takes.</summary>
    public static readonly Reason SettingInvalid = new("KAM-GEN-004", "pipeline.settingInvalid");

    /// <summary>A row named by its id does not exist; arguments: table, id.</summary>
    public static readonly Reason RowMissing = new("KAM-GEN-005", "pipeline.rowMissing");
}
