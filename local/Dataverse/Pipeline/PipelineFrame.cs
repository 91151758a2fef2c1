using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// What all steps of one pipeline share. Create, Update and Delete have two, one inside the other: the outer for pre-validation, the inner
/// for the rest, which is why variables shared in pre-validation are found in the parent context afterwards.
/// </summary>
internal sealed class PipelineFrame
{
    private ParameterCollection? sharedVariables;

    public required MessageExecution Execution { get; init; }
    public required string MessageName { get; init; }
    public required string? Table { get; init; }
    public Guid RowId { get; set; }
    public required ParameterCollection Input { get; init; }
    public ParameterCollection Output { get; init; } = [];
    public ParameterCollection SharedVariables => sharedVariables ??= OptionalParameters.SharedVariables(Execution.Tag);
    public required IPluginExecutionContext? ParentContext { get; init; }

    /// <summary>Images of each row when the message carries several; else null.</summary>
    public RowImages[]? ImagesOfRows { get; set; }

    /// <summary>Images of the one row; null when it carries several.</summary>
    public RowImages? Images { get; set; }

    /// <summary>The frame for the stages inside the transaction.</summary>
    public PipelineFrame Inner() => new()
    {
        Execution = Execution,
        MessageName = MessageName,
        Table = Table,
        RowId = RowId,
        Input = Input,
        Output = Output,
        ParentContext = AsContext(),
        Images = Images,
        ImagesOfRows = ImagesOfRows,
    };

    /// <summary>The context of the pipeline itself, as pipelines below see it as their parent.</summary>
    public IPluginExecutionContext AsContext() => new PluginContext(this, Stage.MainOperation, null);
}
