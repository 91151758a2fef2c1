using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns;

/// <summary>
/// Texts of rows in other languages than the organisation's: the row keeps the base language, businessdatalocalizedlabel rows the others, and whoever reads in
/// such a language is given its text.
/// </summary>
/// <remarks>"A limited set of entity attributes" (pages of RetrieveLocLabelsRequest and SetLocLabelsRequest); those here are their lists' and the
/// columns the table reference marks as localizable.</remarks>
internal sealed class RowLabels(Organization organization)
{
    public const string Table = "businessdatalocalizedlabel";

    private static readonly FrozenDictionary<string, string[]> Localizable = FrozenDictionary.ToFrozenDictionary(
    [
        KeyValuePair.Create<string, string[]>("appmodule", ["name", "description"]),
        KeyValuePair.Create<string, string[]>("product", ["name"]),
        KeyValuePair.Create<string, string[]>("savedquery", ["name", "description"]),
        KeyValuePair.Create<string, string[]>("savedqueryvisualization", ["name", "description"]),
        KeyValuePair.Create<string, string[]>("sitemap", ["sitemapname"]),
        KeyValuePair.Create<string, string[]>("systemform", ["name", "description"]),
    ]);

    // A test organisation rarely has any: null until somebody looked.
    private bool? hasAny;

    public static bool IsLocalizable(string table, string column) => Localizable.TryGetValue(table, out var columns) && columns.Contains(column);

    /// <summary>The labels of one column of a row, without that of the base language.</summary>
    public List<LocalizedLabel> Of(EntityReference row, string column)
    {
        var query = new QueryExpression(Table) { ColumnSet = new ColumnSet("label", "languageid") };
        query.Criteria.AddCondition("objectid", ConditionOperator.Equal, row.Id);
        query.Criteria.AddCondition("objectcolumnname", ConditionOperator.Equal, column);
        query.AddOrder("languageid", OrderType.Ascending);
        return organization.Core.RetrieveMultiple(organization.PlatformContext(), query).Entities
            .Select(label => new LocalizedLabel(label.GetAttributeValue<string>("label"), label.GetAttributeValue<int>("languageid"))).ToList();
    }

    /// <summary>Sets the label of one language; an empty one is taken away.</summary>
    public void Set(UnitOfWork unit, EntityReference row, string column, int language, string? text)
    {
        var context = organization.PlatformContext();
        Remove(unit, row, query =>
        {
            query.Criteria.AddCondition("objectcolumnname", ConditionOperator.Equal, column);
            query.Criteria.AddCondition("languageid", ConditionOperator.Equal, language);
        });
        if (string.IsNullOrEmpty(text)) return;
        unit.Create(context, new Entity(Table) { ["objectid"] = row.Id, ["objectcolumnname"] = column, ["languageid"] = language, ["label"] = text });
        hasAny = true;
    }

    /// <summary>Takes away every label of a row that is deleted.</summary>
    public void Remove(UnitOfWork unit, EntityReference row)
    {
        if (Localizable.ContainsKey(row.LogicalName) && HasAny) Remove(unit, row, static _ => { });
    }

    /// <summary>Gives rows of a localizable table the texts of the reader's language.</summary>
    public void Translate(RequestContext context, string table, IReadOnlyCollection<Entity> rows)
    {
        if (context.LanguageCode == organization.Facts.BaseLanguage || rows.Count == 0 || !Localizable.TryGetValue(table, out var columns) || !HasAny) return;
        var byId = rows.Where(row => columns.Any(row.Contains)).ToLookup(row => row.Id);
        foreach (var ids in byId.Select(group => (object)group.Key).Chunk(500))
        {
            var query = new QueryExpression(Table) { ColumnSet = new ColumnSet("objectid", "objectcolumnname", "label") };
            query.Criteria.AddCondition("languageid", ConditionOperator.Equal, context.LanguageCode);
            query.Criteria.AddCondition("objectid", ConditionOperator.In, ids);
            foreach (var label in organization.Core.RetrieveMultiple(organization.PlatformContext(), query).Entities)
            {
                var column = label.GetAttributeValue<string>("objectcolumnname");
                foreach (var row in byId[label.GetAttributeValue<Guid>("objectid")])
                {
                    if (row.GetAttributeValue<object>(column) is string) row[column] = label.GetAttributeValue<string>("label");
                }
            }
        }
    }

    /// <summary>After an import or a rollback: what was known may be wrong.</summary>
    public void Forget() => hasAny = null;

    private bool HasAny => hasAny ??= organization.Store.Layouts.ContainsKey(Table) && organization.Core.Count(organization.PlatformContext(), Table) > 0;

    private void Remove(UnitOfWork unit, EntityReference row, Action<QueryExpression> narrow)
    {
        var query = new QueryExpression(Table);
        query.Criteria.AddCondition("objectid", ConditionOperator.Equal, row.Id);
        narrow(query);
        var context = organization.PlatformContext();
        foreach (var label in organization.Core.RetrieveMultiple(context, query).Entities) unit.Delete(context, label.ToEntityReference());
    }
}
