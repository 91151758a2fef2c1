using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>The plug-in trace log: rows that stay although the transaction they tell of was undone.</summary>
internal static class TraceLog
{
    private const int Off = 0, All = 2;
    private const int PluginOperation = 1;

    /// <summary>Writes what a run has traced, as far as the organisation's setting asks for it.</summary>
    public static void Write(Organization organization, RequestRun run)
    {
        if (run.Traces is not { } traces) return;
        run.Traces = null;
        var setting = organization.Settings.TraceSetting;
        if (setting == Off) return;
        using var unit = new UnitOfWork(organization, new RequestRun());
        foreach (var trace in traces)
        {
            if (setting == All || trace.Failure is not null) unit.Create(organization.PlatformContext(), Row(trace));
        }
        unit.Commit();
    }

    // Of an exception its beginning says most: message, then where.
    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= PluginTrace.Limit) return text;
        return text[..(char.IsHighSurrogate(text[PluginTrace.Limit - 1]) ? PluginTrace.Limit - 1 : PluginTrace.Limit)];
    }

    private static Entity Row(PluginTrace trace) => new("plugintracelog")
    {
        ["typename"] = trace.PluginType,
        ["messagename"] = trace.Context.MessageName,
        ["primaryentity"] = trace.Context.PrimaryEntityName,
        ["depth"] = trace.Context.Depth,
        ["mode"] = new OptionSetValue(trace.Context.Mode),
        ["operationtype"] = new OptionSetValue(PluginOperation),
        ["correlationid"] = trace.Context.CorrelationId,
        ["requestid"] = trace.Context.RequestId,
        ["pluginstepid"] = trace.Context.Step?.Id,
        ["configuration"] = trace.Context.Step?.Configuration,
        ["messageblock"] = trace.Text,
        ["exceptiondetails"] = Cut(trace.Failure?.ToString()),
        ["performanceexecutionstarttime"] = trace.StartedOn,
        ["performanceexecutionduration"] = (int)Math.Min(trace.Duration.TotalMilliseconds, int.MaxValue),
        ["organizationid"] = trace.Context.OrganizationId,
    };
}
