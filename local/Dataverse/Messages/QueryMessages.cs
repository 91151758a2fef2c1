using System;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Queries;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Queries.Conversion;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>Messages around queries: from one form into the other, what changed, how many rows there are, and what a clock shows elsewhere.</summary>
internal static class QueryMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("RetrieveEntityChanges", RetrieveEntityChanges, static () => new RetrieveEntityChangesResponse());
        catalog.Add("RetrieveTotalRecordCount", RetrieveTotalRecordCount, static () => new RetrieveTotalRecordCountResponse());
        catalog.Add("FetchXmlToQueryExpression", FetchXmlToQueryExpression, static () => new FetchXmlToQueryExpressionResponse());
        catalog.Add("QueryExpressionToFetchXml", QueryExpressionToFetchXml, static () => new QueryExpressionToFetchXmlResponse());
        catalog.Add("LocalTimeFromUtcTime", LocalTimeFromUtcTime, static () => new LocalTimeFromUtcTimeResponse());
        catalog.Add("UtcTimeFromLocalTime", UtcTimeFromLocalTime, static () => new UtcTimeFromLocalTimeResponse());
    }

    private static void RetrieveEntityChanges(MessageExecution execution)
    {
        var since = ChangeToken.Read(execution.Optional<string>("DataVersion"), execution.Context.UtcNow, execution.Organization.Settings.DaysOfChangeTokens);
        var changes = execution.Unit.RetrieveChanges(
            execution.Context, execution.Required<string>("EntityName"), execution.Required<ColumnSet>("Columns"), execution.Optional<PagingInfo>("PageInfo"), since);
        if (execution.Optional<bool>("GetGlobalMetadataVersion")) changes.GlobalMetadataVersion = MetadataMessages.Stamp(execution);
        execution.Output["EntityChanges"] = changes;
    }

    // The platform answers from a snapshot of the last day; here it is the count of now.
    private static void RetrieveTotalRecordCount(MessageExecution execution)
    {
        var counts = new EntityRecordCountCollection();
        foreach (var table in execution.Required<string[]>("EntityNames")) counts[table] = execution.Unit.Count(execution.Context, table);
        execution.Output["EntityRecordCountCollection"] = counts;
    }

    private static void FetchXmlToQueryExpression(MessageExecution execution) =>
        execution.Output["Query"] = new QueryExpressionWriter(execution.Context.Schema).Write(FetchXmlReader.Read(execution.Required<string>("FetchXml")));

    private static void QueryExpressionToFetchXml(MessageExecution execution) => execution.Output["FetchXml"] = execution.Required<QueryBase>("Query") switch
    {
        QueryExpression expression => FetchXmlWriter.Write(QueryExpressionReader.Read(expression)),
        QueryByAttribute byAttribute => FetchXmlWriter.Write(QueryExpressionReader.Read(byAttribute)),
        FetchExpression fetch => fetch.Query,
        var other => throw PlatformErrors.NotSupportedHere("query " + other.GetType().Name),
    };

    private static void LocalTimeFromUtcTime(MessageExecution execution)
    {
        var utc = DateTime.SpecifyKind(execution.Required<DateTime>("UtcTime"), DateTimeKind.Utc);
        execution.Output["LocalTime"] = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone(execution)), DateTimeKind.Unspecified);
    }

    private static void UtcTimeFromLocalTime(MessageExecution execution) =>
        execution.Output["UtcTime"] = UserCalendar.ToUtc(Zone(execution), execution.Required<DateTime>("LocalTime"));

    private static TimeZoneInfo Zone(MessageExecution execution)
    {
        var code = execution.Required<int>("TimeZoneCode");
        return TimeZoneCodes.Find(code) ?? throw PlatformErrors.InvalidArgument.Fault($"There is no time zone with the code {code}.");
    }
}
