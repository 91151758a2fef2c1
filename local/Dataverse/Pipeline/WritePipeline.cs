using System;
using System.Collections.Generic;
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
            WriteTogether(targets.Entities, () =>
            {
                foreach (var target in targets.Entities) Write(target, execution.Caller.ParentContext);
            });
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
    private void Allow()
    {
        foreach (var target in targets.Entities) execution.Unit.AllowWrite(execution.Context, target, isCreate);
    }

    private void Validate(PipelineFrame? outer, PipelineFrame[] frames)
    {
        if (outer is not null && many is { PreValidation.Length: > 0 }) RunMany(outer, many, many.PreValidation, Stage.PreValidation, readBefore: true);
        if (single is not { PreValidation.Length: > 0 } steps) return;
        foreach (var frame in frames)
        {
            if (!isCreate) frame.Images = ImageReader.Before(execution, new EntityReference(table, frame.RowId), steps.PreValidation);
            StepRunner.Run(frame, steps.PreValidation, Stage.PreValidation, Filter(frame));
        }
    }

    private void RunWave(List<PipelineFrame> frames)
    {
        if (single is not null)
        {
            foreach (var frame in frames)
            {
                if (!isCreate)
                {
                    frame.Images = ImageReader.Before(
                        execution, new EntityReference(table, frame.RowId), single.PreOperation, single.PostOperation, single.Asynchronous);
                }
                StepRunner.Run(frame, single.PreOperation, Stage.PreOperation, Filter(frame));
            }
        }
        WriteTogether(frames.ConvertAll(TargetOf), () =>
        {
            foreach (var frame in frames)
            {
                var target = TargetOf(frame);
                Write(target, frame.AsContext());
                frame.RowId = target.Id;
                if (isCreate) frame.Output["id"] = target.Id;
            }
        });
        operations.Finish();
        if (single is null) return;
        foreach (var frame in frames)
        {
            frame.Images ??= new RowImages();
            frame.Images.After = ImageReader.After(execution, new EntityReference(table, frame.RowId), single.PostOperation, single.Asynchronous);
            StepRunner.Run(frame, single.PostOperation, Stage.PostOperation, Filter(frame));
            execution.Organization.Jobs.Enqueue(execution.Unit, frame, single.Asynchronous, Filter(frame));
        }
    }

    // Several plain rows go into the database together; where writing a row has consequences of its own, they go one by one.
    private void WriteTogether(IList<Entity> rows, Action write)
    {
        if (rows.Count > 1 && RowOperations.AreWrittenPlainly(rows)) execution.Unit.Together(execution.Context, [.. rows], isCreate, write);
        else write();
    }

    private void Write(Entity target, IPluginExecutionContext? parent)
    {
        if (!isCreate)
        {
            operations.Update(target);
            return;
        }
        target.Id = operations.Create(target, parent);
        if (execution.Organization.Schema.Find(table) is { } definition) target[definition.PrimaryId] = target.Id;
    }

    private void RunMany(PipelineFrame frame, MessageSteps steps, Step[] stageSteps, int stage, bool readBefore)
    {
        if (readBefore && !isCreate)
        {
            frame.ImagesOfRows = ImagesOfRows(row => ImageReader.Before(execution, row, stageSteps, steps.PostOperation, steps.Asynchronous));
        }
        StepRunner.RunForMany(frame, stageSteps, stage, isCreate ? null : targets);
    }

    private void RunPostMany(PipelineFrame frame, MessageSteps steps)
    {
        frame.ImagesOfRows ??= ImagesOfRows(_ => new RowImages());
        for (var i = 0; i < targets.Entities.Count; i++)
        {
            var row = new EntityReference(table, targets.Entities[i].Id);
            frame.ImagesOfRows[i].After = ImageReader.After(execution, row, steps.PostOperation, steps.Asynchronous);
        }
        if (isCreate) frame.Output["Ids"] = Ids();
        RunMany(frame, steps, steps.PostOperation, Stage.PostOperation, readBefore: false);
        execution.Organization.Jobs.EnqueueForMany(execution.Unit, frame, steps.Asynchronous, isCreate ? null : targets);
    }

    private Guid[] Ids()
    {
        var ids = new Guid[targets.Entities.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = targets.Entities[i].Id;
        return ids;
    }

    private RowImages[] ImagesOfRows(Func<EntityReference, RowImages> read)
    {
        var images = new RowImages[targets.Entities.Count];
        for (var i = 0; i < images.Length; i++) images[i] = read(new EntityReference(table, targets.Entities[i].Id));
        return images;
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
