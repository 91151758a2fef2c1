using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>What the platform does about activities: their end when they are closed, and the time spent on a case.</summary>
internal static class ActivityMessages
{
    private const int Completed = 1, Canceled = 2;

    public static void AddTo(MessageCatalog catalog) =>
        catalog.Add("CalculateTotalTimeIncident", CalculateTotalTime, static () => new CalculateTotalTimeIncidentResponse());

    /// <summary>An activity that is completed or canceled ends now, unless somebody says when.</summary>
    /// <param name="execution">The request.</param>
    /// <param name="row">A change of an activity.</param>
    public static void BeforeUpdate(MessageExecution execution, Entity row)
    {
        if (row.GetAttributeValue<OptionSetValue>("statecode") is not { Value: Completed or Canceled } || row.Contains("actualend")) return;
        var stored = execution.Unit.Retrieve(execution.PlatformContext, row.ToEntityReference(), new ColumnSet("actualend"));
        if (!stored.Contains("actualend")) row["actualend"] = execution.Context.UtcNow;
    }

    /// <summary>Reads together when activities that are about to be closed ended.</summary>
    public static void LookAhead(MessageExecution execution, IList<Entity> rows)
    {
        if (execution.Organization.Schema.Find(rows[0].LogicalName) is not { IsActivity: true } || !rows.Any(r => r.Contains("statecode"))) return;
        execution.Unit.LookAhead(execution.PlatformContext, rows[0].LogicalName, rows.Select(r => r.Id), new ColumnSet("actualend"));
    }

    /// <summary>Minutes spent on the completed activities of a case.</summary>
    private static void CalculateTotalTime(MessageExecution execution)
    {
        var incident = new EntityReference("incident", execution.Required<Guid>("IncidentId"));
        var results = StagedPipeline.Run(execution, incident.LogicalName, incident.Id, frame =>
        {
            execution.Unit.Retrieve(execution.Context, incident, new ColumnSet(false));
            frame.Output["TotalTime"] = Minutes(execution, incident.Id);
        });
        execution.Output["TotalTime"] = results["TotalTime"];
    }

    private static long Minutes(MessageExecution execution, Guid incident)
    {
        var sum = execution.Unit.RetrieveMultiple(execution.PlatformContext, new FetchExpression($"""
            <fetch aggregate='true'><entity name='activitypointer'>
              <attribute name='actualdurationminutes' alias='minutes' aggregate='sum'/>
              <filter>
                <condition attribute='regardingobjectid' operator='eq' value='{incident:D}'/>
                <condition attribute='statecode' operator='eq' value='{Completed}'/>
              </filter>
            </entity></fetch>
            """)).Entities;
        return sum.Count > 0 && sum[0].GetAttributeValue<AliasedValue>("minutes")?.Value is int minutes ? minutes : 0L;
    }
}
