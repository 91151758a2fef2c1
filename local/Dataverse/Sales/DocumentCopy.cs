using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>
/// Makes one document of Sales from another: opportunity, quote, order, invoice. Standard columns both have go along, custom columns where a
/// mapping says so, and all of them when a quote is revised.
/// </summary>
internal sealed class DocumentCopy(MessageExecution execution, PipelineFrame frame)
{
    private const int PageSize = 5000;

    /// <summary>What belongs to the row itself and not to what it says.</summary>
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(
    [
        "statecode", "statuscode", "ownerid", "owningbusinessunit", "owninguser", "owningteam", "createdon", "createdby", "createdonbehalfby", "modifiedon",
        "modifiedby", "modifiedonbehalfby", "overriddencreatedon", "importsequencenumber", "versionnumber", "exchangerate", "processid", "stageid",
        "traversedpath", "ispricelocked", "lastonholdtime", "onholdtime", "closedon", "parentbundleid", "parentbundleidref", "pricingerrorcode",
        "timezoneruleversionnumber", "utcconversiontimezonecode", "lastbackofficesubmit", "skippricecalculation",
    ]);

    /// <summary>Copies document and lines and returns the new document.</summary>
    /// <param name="source">The document as stored, with all columns.</param>
    /// <param name="table">Table of the new document.</param>
    /// <param name="lookupToSource">The new document's lookup to the old one; null when there is none.</param>
    /// <param name="lockPrices">Whether prices stay as they were agreed.</param>
    /// <param name="more">Columns of the new document in addition.</param>
    public EntityReference Make(Entity source, string table, string? lookupToSource, bool lockPrices, params KeyValuePair<string, object>[] more)
    {
        var document = Copied(source, table, withCustom: source.LogicalName == table);
        if (lookupToSource is not null) document[lookupToSource] = source.ToEntityReference();
        if (lockPrices) document["ispricelocked"] = true;
        foreach (var (column, value) in more) document[column] = value;
        var made = new EntityReference(table, execution.SendCreate(document, frame, byPlatform: true));
        CopyLines(source, made);
        return made;
    }

    // All lines at once, so that the totals of the document are added up once.
    private void CopyLines(Entity source, EntityReference made)
    {
        var from = SalesTables.LinesOf(source.LogicalName)!;
        var to = SalesTables.LinesOf(made.LogicalName)!;
        var copies = new EntityCollection { EntityName = to.Table };
        var ids = new Dictionary<Guid, Guid>();
        foreach (var line in Lines(from, source.Id))
        {
            var copy = Copied(line, to.Table, withCustom: from == to);
            copy.Id = ids[line.Id] = Guid.NewGuid();
            copy[to.HeaderLookup] = made;
            if (line.GetAttributeValue<EntityReference>("parentbundleidref") is { } bundle && ids.TryGetValue(bundle.Id, out var parent))
            {
                copy["parentbundleidref"] = new EntityReference(to.Table, parent);
            }
            if (from != to && Has(to.Table, from.Table + "id")) copy[from.Table + "id"] = line.ToEntityReference();
            if (Has(to.Table, "iscopied")) copy["iscopied"] = true;
            copies.Entities.Add(copy);
        }
        if (copies.Entities.Count > 0) execution.Send("CreateMultiple", new ParameterCollection { ["Targets"] = copies }, frame.AsContext(), execution.PrivilegedContext);
    }

    // Bundles before what is in them.
    private List<Entity> Lines(LineTable lines, Guid header)
    {
        var query = new QueryExpression(lines.Table) { ColumnSet = new ColumnSet(true), PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize } };
        query.Criteria.AddCondition(lines.HeaderLookup, ConditionOperator.Equal, header);
        query.AddOrder("parentbundleidref", OrderType.Ascending);
        query.AddOrder("lineitemnumber", OrderType.Ascending);
        query.AddOrder("createdon", OrderType.Ascending);
        var all = new List<Entity>();
        while (true)
        {
            var page = execution.Unit.RetrieveMultiple(execution.Context, query);
            all.AddRange(page.Entities);
            if (!page.MoreRecords) return all;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private Entity Copied(Entity source, string table, bool withCustom)
    {
        var from = execution.Organization.Schema.Find(source.LogicalName)!;
        var to = execution.Organization.Schema.Find(table)!;
        var copy = new Entity(table);
        foreach (var (name, value) in source.Attributes)
        {
            if (Own.Contains(name) || to.Find(name) is not { } column || column.Type != from.Find(name)!.Type) continue;
            if (column.IsPrimaryId || column.BaseOf is not null || name == from.PrimaryId || (column.IsCustom && !withCustom)) continue;
            if (column.IsPrimaryName && SalesTables.Line(table) is not null) continue;
            if (name.EndsWith("number", StringComparison.Ordinal) && !withCustom && column.Type == ColumnType.String) continue;
            if (!column.ValidForCreate && name != "volumediscountamount") continue;
            copy[name] = Copies.Value(value);
        }
        RowMapping.Copy(execution.Organization.Schema, source, copy, onlyCustom: true);
        return copy;
    }

    private bool Has(string table, string column) => execution.Organization.Schema.Find(table)!.Find(column) is not null;
}
