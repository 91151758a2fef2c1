using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>Runs the synchronous steps of one stage, one after the other.</summary>
internal static class StepRunner
{
    /// <param name="frame">What the steps share.</param>
    /// <param name="steps">In the order of their rank.</param>
    /// <param name="stage">Number of the stage.</param>
    /// <param name="target">The row of an Update, for the steps that filter on columns; null when filters do not count.</param>
    public static void Run(PipelineFrame frame, Step[] steps, int stage, Entity? target)
    {
        foreach (var step in steps)
        {
            if (target is null || step.IsWokenBy(target)) Run(frame, step, stage);
        }
    }

    /// <summary>The same for a message that carries several rows: a step wakes when one of them wakes it.</summary>
    public static void RunForMany(PipelineFrame frame, Step[] steps, int stage, EntityCollection? targets)
    {
        foreach (var step in steps)
        {
            if (targets is null || IsWokenByAny(step, targets)) Run(frame, step, stage);
        }
    }

    public static bool IsWokenByAny(Step step, EntityCollection targets)
    {
        foreach (var target in targets.Entities)
        {
            if (step.IsWokenBy(target)) return true;
        }
        return false;
    }

    private static void Run(PipelineFrame frame, Step step, int stage)
    {
        var organization = frame.Execution.Organization;
        var type = organization.Components.PluginType(step.PluginTypeId);
        organization.Plugins.Run(Context(frame, step, stage), type, step.Id, step.Configuration, step.SecureConfiguration);
    }

    private static PluginContext Context(PipelineFrame frame, Step step, int stage)
    {
        if (step.Images.Count == 0) return new PluginContext(frame, stage, step);
        return new PluginContext(frame, stage, step)
        {
            PreEntityImages = frame.Images?.PreFor(step) ?? [],
            PostEntityImages = frame.Images?.PostFor(step) ?? [],
            PreEntityImagesCollection = OfRows(frame, images => images.PreFor(step)),
            PostEntityImagesCollection = OfRows(frame, images => images.PostFor(step)),
        };
    }

    private static EntityImageCollection[] OfRows(PipelineFrame frame, Func<RowImages, EntityImageCollection> cut) => frame.ImagesOfRows is { } rows
        ? Array.ConvertAll(rows, row => cut(row))
        : [];
}
