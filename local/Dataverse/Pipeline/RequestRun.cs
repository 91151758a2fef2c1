using System;
using System.Collections.Generic;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// One request from outside with everything it causes. When a plug-in of it runs into the time limit, the run is abandoned: the thread that
/// still executes the plug-in finds every door to the database shut.
/// </summary>
internal sealed class RequestRun
{
    private readonly List<UnitOfWork> open = [];
    private bool abandoned;
    private Guid correlationId;

    /// <summary>Taken around every use of the database, so that abandoning never falls into the middle of one.</summary>
    public object Sync { get; } = new();

    /// <summary>Traces to write once the transaction is over, whether it succeeded or not.</summary>
    public List<PluginTrace>? Traces { get; set; }

    /// <summary>Rows whose owner is being changed, so that a circle of rows is gone through once.</summary>
    public HashSet<Guid> Assigning { get; } = [];

    public Guid CorrelationId
    {
        get
        {
            if (correlationId == Guid.Empty) correlationId = Guid.NewGuid();
            return correlationId;
        }
        init => correlationId = value;
    }

    public bool IsAbandoned => abandoned;

    public void Add(UnitOfWork unit)
    {
        ThrowIfAbandoned();
        open.Add(unit);
    }

    public void Remove(UnitOfWork unit) => open.Remove(unit);

    public void ThrowIfAbandoned()
    {
        if (abandoned) throw PipelineErrors.PluginTimedOut();
    }

    /// <summary>Rolls back whatever is open and refuses everything that follows.</summary>
    public void Abandon()
    {
        lock (Sync)
        {
            abandoned = true;
            for (var i = open.Count - 1; i >= 0; i--) open[i].RollBack();
            open.Clear();
        }
    }
}
