using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>Stages of the event pipeline, numbered as the platform does.</summary>
internal static class Stage
{
    public const int PreValidation = 10;
    public const int PreOperation = 20;
    public const int MainOperation = 30;
    public const int PostOperation = 40;
}

/// <summary>What a step wants to see of the row.</summary>
/// <param name="Alias">Key in the collection of images.</param>
/// <param name="Columns">Logical names; null for all.</param>
/// <param name="IsPre">Before the main operation.</param>
/// <param name="IsPost">After it.</param>
internal sealed record StepImage(string Alias, IReadOnlyList<string>? Columns, bool IsPre, bool IsPost);

/// <summary>One enabled registration: which plug-in runs when.</summary>
internal sealed class Step
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid PluginTypeId { get; init; }
    public required int Stage { get; init; }
    public required bool IsAsynchronous { get; init; }
    public required int Rank { get; init; }
    /// <summary>Columns that wake an Update step; null when every update does.</summary>
    public FrozenSet<string>? FilteringColumns { get; init; }
    public string? Configuration { get; init; }
    public string? SecureConfiguration { get; init; }
    public Guid? ImpersonatedUserId { get; init; }
    public bool DeleteJobWhenDone { get; init; }
    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>Whether one of the columns it filters on is in the row.</summary>
    public bool IsWokenBy(Entity target)
    {
        if (FilteringColumns is null) return true;
        foreach (var attribute in target.Attributes)
        {
            if (FilteringColumns.Contains(attribute.Key)) return true;
        }
        return false;
    }
}

/// <summary>The steps of one message on one table, in the order they run.</summary>
internal sealed class MessageSteps
{
    public required Step[] PreValidation { get; init; }
    public required Step[] PreOperation { get; init; }
    public required Step[] PostOperation { get; init; }
    /// <summary>Post-operation steps that run later.</summary>
    public required Step[] Asynchronous { get; init; }
}
