using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// The stages of a message that is about one row or none: pre-validation before the transaction, pre-operation, main operation and
/// post-operation inside, asynchronous steps written down for later.
/// </summary>
internal static class StagedPipeline
{
    /// <summary>Runs a message.</summary>
    /// <param name="execution">The request.</param>
    /// <param name="table">The table it is about; null when about none.</param>
    /// <param name="rowId">The row; empty when it is about none or about several.</param>
    /// <param name="main">The main operation: reads parameters from the frame, which steps may have changed, and writes results to it.</param>
    /// <param name="hasTwoFrames">Whether pre-validation has a context of its own, as with Delete.</param>
    /// <param name="eventName">The name steps are registered under, where it is another than that of the request, e.g. Win for WinOpportunity.</param>
    /// <returns>The results after all steps.</returns>
    public static ParameterCollection Run(
        MessageExecution execution, string? table, Guid rowId, Action<PipelineFrame> main, bool hasTwoFrames = false, string? eventName = null)
    {
        eventName ??= execution.MessageName;
        var frame = new PipelineFrame
        {
            Execution = execution,
            MessageName = eventName,
            Table = table,
            RowId = rowId,
            Input = execution.Input,
            ParentContext = execution.Caller.ParentContext,
        };
        if (execution.Steps(eventName, table) is not { } steps)
        {
            _ = execution.Unit;
            main(frame);
            return frame.Output;
        }

        var row = rowId == Guid.Empty || table is null ? null : new EntityReference(table, rowId);
        if (row is not null && steps.PreValidation.Length > 0) frame.Images = ImageReader.Before(execution, row, steps.PreValidation);
        StepRunner.Run(frame, steps.PreValidation, Stage.PreValidation, target: null);

        var unit = execution.Unit;
        if (row is not null) unit.Allow(execution.Context, eventName, row);
        if (hasTwoFrames) frame = frame.Inner();
        if (row is not null) frame.Images = ImageReader.Before(execution, row, steps.PreOperation, steps.PostOperation, steps.Asynchronous);
        StepRunner.Run(frame, steps.PreOperation, Stage.PreOperation, target: null);
        main(frame);
        if (row is not null && frame.Images is { } images) images.After = ImageReader.After(execution, row, steps.PostOperation, steps.Asynchronous);
        StepRunner.Run(frame, steps.PostOperation, Stage.PostOperation, target: null);
        execution.Organization.Jobs.Enqueue(unit, frame, steps.Asynchronous, target: null);
        return frame.Output;
    }
}
