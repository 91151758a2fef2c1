using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Import;
using Local.Dataverse.Messages;
using Local.Dataverse.Queries;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Readme;

/// <summary>Finds out what the embedded Dataverse takes and what it refuses by name, by asking it.</summary>
internal sealed class SupportTable : IDisposable
{
    private const string Refusal = "Not supported here: ";
    private static readonly XrmAggregateType[] aggregates = Enum.GetValues<XrmAggregateType>().Where(a => a != XrmAggregateType.None).ToArray();
    private static readonly string[] groupings = ["day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year"];

    // Machines have a column of every kind that a condition can be about.
    private readonly LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions());

    public SupportTable() => dataverse.ImportSolution(new TestSolution
    {
        WithStep = false,
        MoreColumns = TestSolution.Column("tst_Fits", "multiselectpicklist", "<OptionSetName>tst_risk</OptionSetName>") + TestSolution.Column("tst_CheckedOn", "datetime", "<Behavior>1</Behavior>"),
    }.Zip());

    public void Dispose() => dataverse.Dispose();

    public string Markdown()
    {
        var lines = new List<string> { "| | works | refused by name |", "| --- | --- | --- |" };
        var messages = StandardMessages.Catalog().Supported.ToHashSet(StringComparer.Ordinal);
        lines.Add(Row("Messages", messages.Union(Requests()), messages.Contains));
        lines.Add(Row("Column types", Enum.GetNames<ColumnType>(), n => ColumnSlot.IsStored(Enum.Parse<ColumnType>(n)) || n == nameof(ColumnType.PartyList)));
        lines.Add(Row("Condition operators", Enum.GetValues<ConditionOperator>().Distinct().Select(FetchOperators.NameOf), Operator));
        lines.Add(Row("Links", Enum.GetNames<JoinOperator>(), Link));
        lines.Add(Row("Aggregates", aggregates.Select(a => a.ToString()), n => Runs($"<attribute name='tst_hours' alias='x' aggregate='{n.ToLowerInvariant()}'/>", "aggregate='true'")));
        lines.Add(Row("Date groupings", groupings, n => Runs($"<attribute name='tst_checkedon' alias='x' groupby='true' dategrouping='{n}'/>", "aggregate='true'")));
        lines.Add("| Sections of customizations.xml | " + string.Join(", ", UntakenComponents.Taken.Order(StringComparer.OrdinalIgnoreCase)) + " | all others: a warning in the report of the import |");
        return string.Join('\n', lines);
    }

    private static string Row(string title, IEnumerable<string> names, Func<string, bool> works)
    {
        var groups = names.Distinct().Order(StringComparer.OrdinalIgnoreCase).ToLookup(works);
        return $"| {title} | {string.Join(", ", groups[true])} | {string.Join(", ", groups[false])} |";
    }

    // Every request class of the SDK assemblies, so that a new one cannot be overlooked.
    private static IEnumerable<string> Requests() =>
        from assembly in new[] { typeof(Entity).Assembly, typeof(Microsoft.Crm.Sdk.Messages.WhoAmIRequest).Assembly }
        from type in assembly.GetExportedTypes()
        where type.IsSubclassOf(typeof(OrganizationRequest)) && !type.IsAbstract
        select ((OrganizationRequest)Activator.CreateInstance(type)!).RequestName;

    // A column the operator does not fit is refused with another word than the operator itself.
    private bool Operator(string name)
    {
        var comparison = Enum.GetValues<ConditionOperator>().First(o => FetchOperators.NameOf(o) == name);
        // Hierarchies are of accounts.
        if (Answer(Query("account", ("accountid", Guid.NewGuid()), 1)) is null) return true;
        return new (string Column, object Value)[] { ("tst_name", "x"), ("tst_hours", 1), ("tst_checkedon", 1), ("tst_checkedon", "2026-03-18"), ("ownerid", Guid.NewGuid()), ("tst_fits", 123450000) }.Any(Taken);

        bool Taken((string Column, object Value) on) => new[] { 0, 1, 2 }.Any(count => Answer(Query("tst_machine", on, count)) is null);

        QueryExpression Query(string table, (string Column, object Value) on, int count)
        {
            var query = new QueryExpression(table);
            query.Criteria.AddCondition(on.Column, comparison, Enumerable.Repeat(on.Value, count).ToArray());
            return query;
        }
    }

    private bool Link(string name)
    {
        var query = new QueryExpression("account");
        query.LinkEntities.Add(new LinkEntity("account", "contact", "accountid", "parentcustomerid", Enum.Parse<JoinOperator>(name)));
        return IsTaken(query);
    }

    private bool Runs(string inner, string attributes) => IsTaken(new FetchExpression($"<fetch {attributes}><entity name='tst_machine'>{inner}</entity></fetch>"));

    // Any other fault would be a mistake of the question.
    private bool IsTaken(QueryBase query) => Answer(query) switch
    {
        null => true,
        { } refused when refused.StartsWith(Refusal, StringComparison.Ordinal) => false,
        var other => throw new InvalidOperationException(other),
    };

    private string? Answer(QueryBase query)
    {
        try
        {
            dataverse.AdministratorService.RetrieveMultiple(query);
            return null;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return fault.Message;
        }
    }
}
