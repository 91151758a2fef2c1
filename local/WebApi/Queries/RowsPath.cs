using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Whose rows a path leads to: <c>accounts(…)/contact_customer_accounts(…)/owninguser</c>.</summary>
internal sealed class RowsPath
{
    /// <summary>One navigation property on the path.</summary>
    /// <param name="Navigation">What it leads to.</param>
    /// <param name="Key">The row among those it leads to; null for all.</param>
    private sealed record Step(Navigation Navigation, EntityReference? Key);

    private readonly ServiceModel model;
    private readonly List<Step> steps = new();

    public RowsPath(ServiceModel model, ODataPath path)
    {
        this.model = model;
        foreach (var segment in path) Take(segment);
        if (Table is null) throw QueryErrors.Invalid("Bad Request - Error in query syntax.");
    }

    /// <summary>Table of the rows it ends at.</summary>
    public Table Table { get; private set; } = null!;

    /// <summary>The row it begins with; null for a whole set.</summary>
    public EntityReference? Row { get; private set; }

    /// <summary>It leads over navigation properties.</summary>
    public bool Navigates => steps.Count > 0;

    /// <summary>It ends at one row.</summary>
    public bool IsSingle => steps.Count == 0 ? Row is not null : steps[^1].Key is not null || !steps[^1].Navigation.IsCollection;

    /// <summary>It ends at a lookup: its row may be missing.</summary>
    public bool EndsAtLookup => steps.Count > 0 && !steps[^1].Navigation.IsCollection;

    public bool IsCount { get; private set; }

    public bool IsReferences { get; private set; }

    /// <summary>Narrows a query of the rows at its end to those it leads to.</summary>
    public void Narrow(QueryExpression query)
    {
        if (!Navigates && Row is null) return;
        var (asked, links) = (query.Criteria, query.LinkEntities);
        query.Criteria = new FilterExpression();
        query.Criteria.AddFilter(asked);
        var criteria = query.Criteria;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var (navigation, key) = steps[i];
            if (key is not null) AddKey(criteria, key);
            var from = model.Schema.Tables[navigation.Table];
            if (i == 0 && navigation.OneToMany is not null && navigation.IsCollection && Row!.Id != Guid.Empty)
            {
                criteria.AddCondition(navigation.Lookup!.LogicalName, ConditionOperator.Equal, Row.Id);
                return;
            }
            var back = Back(navigation, from, links);
            (links, criteria) = (back.LinkEntities, back.LinkCriteria);
        }
        if (Row is not null) AddKey(criteria, Row);
    }

    /// <summary>A filter on the lookup of the rows, where the path is one row and one collection: what can be said in FetchXML of any shape.</summary>
    public (string Column, Guid Id)? Parent =>
        steps is [{ Navigation: { IsCollection: true, Lookup: { } lookup }, Key: null }] && Row!.Id != Guid.Empty ? (lookup.LogicalName, Row.Id) : null;

    // From the rows a navigation property leads to, back to the rows that have it.
    private LinkEntity Back(Navigation navigation, Table from, DataCollection<LinkEntity> links)
    {
        var target = model.Schema.Tables[navigation.TargetTable!];
        if (navigation.ManyToMany is { } pair)
        {
            var (own, other) = Related.Columns(pair, from);
            var intersect = new LinkEntity(target.LogicalName, pair.IntersectTable, target.PrimaryId, other, JoinOperator.Inner);
            links.Add(intersect);
            return intersect.AddLink(from.LogicalName, own, from.PrimaryId);
        }
        var lookup = navigation.Lookup!.LogicalName;
        var back = navigation.IsCollection
            ? new LinkEntity(target.LogicalName, from.LogicalName, lookup, from.PrimaryId, JoinOperator.Inner)
            : new LinkEntity(target.LogicalName, from.LogicalName, target.PrimaryId, lookup, JoinOperator.Inner);
        links.Add(back);
        return back;
    }

    private void AddKey(FilterExpression criteria, EntityReference key)
    {
        if (key.Id != Guid.Empty) criteria.AddCondition(model.Schema.Tables[key.LogicalName].PrimaryId, ConditionOperator.Equal, key.Id);
        foreach (var (column, value) in key.KeyAttributes) criteria.AddCondition(column, ConditionOperator.Equal, value);
    }

    private void Take(ODataPathSegment segment)
    {
        switch (segment)
        {
            case EntitySetSegment set:
                Table = model.TableOfSet(set.EntitySet.Name) ?? throw QueryErrors.Invalid($"Resource not found for the segment '{set.EntitySet.Name}'.");
                break;
            case KeySegment key when steps.Count == 0:
                Row = Key(key);
                break;
            case KeySegment key:
                steps[^1] = steps[^1] with { Key = Key(key) };
                break;
            case NavigationPropertySegment navigation:
                Go(navigation.NavigationProperty.Name);
                break;
            case NavigationPropertyLinkSegment link:
                Go(link.NavigationProperty.Name);
                IsReferences = true;
                break;
            case CountSegment:
                IsCount = true;
                break;
            case ReferenceSegment:
                IsReferences = true;
                break;
            case TypeSegment type when model.TableOf(type.EdmType is Microsoft.OData.Edm.IEdmCollectionType many ? many.ElementType.Definition : type.EdmType) == Table:
                break;
            default:
                throw QueryErrors.NotSupportedHere($"a path with {segment.Identifier}");
        }
    }

    private void Go(string name)
    {
        var navigation = model.NavigationOf(Table, name) ?? throw QueryErrors.NoProperty(name, Table.LogicalName);
        if (navigation.TargetTable is null) throw QueryErrors.NotSupportedHere($"a path over {name}; take owninguser or owningteam");
        steps.Add(new Step(navigation, Key: null));
        Table = model.Schema.Tables[navigation.TargetTable];
    }

    private EntityReference Key(KeySegment segment)
    {
        var values = segment.Keys.ToList();
        if (values is [{ Value: Guid id } only] && only.Key == Table.PrimaryId) return new EntityReference(Table.LogicalName, id);
        var attributes = new KeyAttributeCollection();
        foreach (var (property, value) in values)
        {
            var column = model.ColumnOf(Table, property) ?? throw QueryErrors.NoProperty(property, Table.LogicalName);
            attributes[column.LogicalName] = Value(column, value);
        }
        return new EntityReference(Table.LogicalName, attributes);
    }

    private static object Value(Column column, object value) => (column.Type, value) switch
    {
        (ColumnType.Picklist or ColumnType.State or ColumnType.Status, int option) => new OptionSetValue(option),
        (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner, Guid id) => new EntityReference(column.Targets[0], id),
        (ColumnType.DateTime, DateTimeOffset moment) => moment.UtcDateTime,
        (ColumnType.DateTime, _) => DateTime.Parse(value.ToString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ => value,
    };
}
