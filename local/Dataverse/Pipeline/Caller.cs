using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>Who sends a request, and from where in the pipeline.</summary>
internal sealed class Caller
{
    /// <summary>The user the request runs as.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who really sends it, when he acts for <see cref="UserId"/>; null when nobody does.</summary>
    public Guid? OnBehalfBy { get; init; }

    /// <summary>1 from outside.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Context of the plug-in that sends it; null from outside.</summary>
    public IPluginExecutionContext? ParentContext { get; init; }

    /// <summary>Full name of that plug-in's type.</summary>
    public string? PluginType { get; init; }

    /// <summary>ExecuteMultiple or ExecuteTransaction, when the request is part of one; what they may contain is limited.</summary>
    public string? Batch { get; init; }
}
