using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Create and Update, of one row or of many. The platform has merged both pipelines: whichever message is sent, the steps of the single
/// message run for each row and those of the Multiple message once.
/// </summary>
internal sealed class WritePipeline
{
    private readonly MessageExecution execution;
    private readonly bool isCreate;
    private readonly bool isMultiple;
    private readonly string table;
    private readonly EntityCollection targets;
    private readonly ParameterCollection input;
    private readonly RowOperations operations;
    private readonly MessageSteps? single;
    private readonly MessageSteps? many;

    private WritePipeline(MessageExecution execution, bool isCreate, EntityCollection targets, bool isMultiple, ParameterCollection? input)
    {
        this.execution = execution;
        this.isCreate = isCreate;
        this.isMultiple = isMultiple;
        this.targets = targets;
        this.input = input ?? execution.Input;
        table = Targets.TableOf(targets);
        operations = new RowOperations(execution);
        single = execution.Steps(isCreate ? "Create" : "Update", table);
        many = execution.Steps(isCreate ? "CreateMultiple" : "UpdateMultiple", table);
    }

    /// <summary>Creates the rows; their ids are set on them.</summary>
    /// <param name="execution">The request.</param>
    /// <param name="targets">The rows, all of one table.</param>
    /// <param name="isMultiple">Whether a Multiple message was sent.</param>
    /// <param name="input">What steps see as parameters; null for those of the request.</param>
    public static void Create(MessageExecution execution, EntityCollection targets, bool isMultiple, ParameterCollection? input = null) =>
        new WritePipeline(execution, true, targets, isMultiple, input).Run();

    /// <summary>Updates the rows; their ids are known.</summary>
    public static void Update(MessageExecution execution, EntityCollection targets, bool isMultiple, ParameterCollection? input = null) =>
        new WritePipeline(execution, false, targets, isMultiple, input).Run();

    private void Run()
    {
        if (single is null && many is null)
        {
            Allow();
            Write(targets.Entities, _ => execution.Caller.ParentContext);
            operations.Finish();
            return;
        }

        var outer = isMultiple || many is not null ? ManyFrame() : null;
        var frames = RowFrames(outer);
        Validate(outer, frames);
        Allow();
        var inner = outer?.Inner();
        var waves = WaveOfRows.Split(frames, isCreate);
        if (inner is not null && many is not null) RunMany(inner, many, many.PreOperation, Stage.PreOperation, readBefore: true);
        foreach (var wave in waves) RunWave(wave);
        if (inner is not null && many is not null) RunPostMany(inner, many);
    }

    // "Pre-validation may occur prior to security checks": they come here, and what pre-operation steps set is not held to the caller's rights on columns.
    private void Allow() => execution.Unit.AllowWrite(execution.Context, targets.Entities, isCreate);

    private void Validate(PipelineFrame? outer, PipelineFrame[] frames)
    {
        if (outer is not null && many is { PreValidation.Length: > 0 }) RunMany(outer, many, many.PreValidation, Stage.PreValidation, readBefore: true);
        if (single is not { PreValidation.Length: > 0 } steps) return;
        var before = RowsBefore(frames, steps.PreValidation);
        foreach (var frame in frames)
        {
            if (!isCreate) frame.Images = new RowImages { Before = before(frame.RowId) };
            StepRunner.Run(frame, steps.PreValidation, Stage.PreValidation, Filter(frame));
        }
    }

    private void RunWave(List<PipelineFrame> frames)
    {
        if (single is not null)
        {
            var before = RowsBefore(frames, single.PreOperation, single.PostOperation, single.Asynchronous);
            foreach (var frame in frames)
            {
                if (!isCreate) frame.Images = new RowImages { Before = before(frame.RowId) };
                StepRunner.Run(frame, single.PreOperation, Stage.PreOperation, Filter(frame));
            }
        }
        Write(frames.ConvertAll(TargetOf), i => frames[i].AsContext());
        foreach (var frame in frames)
        {
            frame.RowId = TargetOf(frame).Id;
            if (isCreate) frame.Output["id"] = frame.RowId;
        }
        operations.Finish();
        if (single is null) return;
        var after = ImageReader.Of(execution, table, frames.ConvertAll(f => f.RowId), pre: false, single.PostOperation, single.Asynchronous);
        foreach (var frame in frames)
        {
            frame.Images ??= new RowImages();
            frame.Images.After = after(frame.RowId);
            StepRunner.Run(frame, single.PostOperation, Stage.PostOperation, Filter(frame));
            execution.Organization.Jobs.Enqueue(execution.Unit, frame, single.Asynchronous, Filter(frame));
        }
    }

    // Several rows go into the database together; where writing a row has consequences of its own, they go one by one.
    private void Write(IList<Entity> rows, Func<int, IPluginExecutionContext?> parentOf)
    {
        if (RowOperations.AreWrittenTogether(rows, isCreate)) operations.WriteTogether(rows, isCreate);
        else
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (isCreate) rows[i].Id = operations.Create(rows[i], parentOf(i));
                else operations.Update(rows[i]);
            }
        }
        if (!isCreate || execution.Organization.Schema.Find(table) is not { } definition) return;
        foreach (var row in rows) row[definition.PrimaryId] = row.Id;
    }

    private Func<Guid, Entity?> RowsBefore(IReadOnlyList<PipelineFrame> frames, params Step[][] steps) =>
        isCreate ? static _ => null : ImageReader.Of(execution, table, [.. frames.Select(f => f.RowId)], pre: true, steps);

    private void RunMany(PipelineFrame frame, MessageSteps steps, Step[] stageSteps, int stage, bool readBefore)
    {
        if (readBefore && !isCreate)
        {
            var before = ImageReader.Of(execution, table, Ids(), pre: true, stageSteps, steps.PostOperation, steps.Asynchronous);
            frame.ImagesOfRows = Array.ConvertAll(Ids(), id => new RowImages { Before = before(id) });
        }
        StepRunner.RunForMany(frame, stageSteps, stage, isCreate ? null : targets);
    }

    private void RunPostMany(PipelineFrame frame, MessageSteps steps)
    {
        var ids = Ids();
        frame.ImagesOfRows ??= Array.ConvertAll(ids, _ => new RowImages());
        var after = ImageReader.Of(execution, table, ids, pre: false, steps.PostOperation, steps.Asynchronous);
        for (var i = 0; i < ids.Length; i++) frame.ImagesOfRows[i].After = after(ids[i]);
        if (isCreate) frame.Output["Ids"] = ids;
        RunMany(frame, steps, steps.PostOperation, Stage.PostOperation, readBefore: false);
        execution.Organization.Jobs.EnqueueForMany(execution.Unit, frame, steps.Asynchronous, isCreate ? null : targets);
    }

    private Guid[] Ids()
    {
        var ids = new Guid[targets.Entities.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = targets.Entities[i].Id;
        return ids;
    }

    private PipelineFrame ManyFrame() => new()
    {
        Execution = execution,
        MessageName = isCreate ? "CreateMultiple" : "UpdateMultiple",
        Table = table,
        Input = isMultiple ? input : new ParameterCollection { ["Targets"] = targets },
        ParentContext = execution.Caller.ParentContext,
    };

    private PipelineFrame[] RowFrames(PipelineFrame? outer)
    {
        var parent = isMultiple && outer is not null ? outer.AsContext() : execution.Caller.ParentContext;
        var frames = new PipelineFrame[targets.Entities.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            var target = targets.Entities[i];
            frames[i] = new PipelineFrame
            {
                Execution = execution,
                MessageName = isCreate ? "Create" : "Update",
                Table = table,
                RowId = target.Id,
                Input = isMultiple ? new ParameterCollection { ["Target"] = target } : input,
                ParentContext = parent,
            };
        }
        return frames;
    }

    private Entity? Filter(PipelineFrame frame) => isCreate ? null : TargetOf(frame);

    private static Entity TargetOf(PipelineFrame frame) => frame.Input.TryGetValue("Target", out var value) && value is Entity target
        ? target
        : throw PipelineErrors.MissingParameter("Target");
}
