using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Requests;

/// <summary>What a path leads to.</summary>
internal enum ResourceKind { ServiceDocument, Metadata, Batch, Set, Row, Property, PropertyValue, Navigation, Operation, Count }

/// <summary>A path below the service root, read against the model.</summary>
internal sealed class ResourcePath
{
    private ResourcePath(ResourceKind kind) => Kind = kind;

    public ResourceKind Kind { get; private init; }

    /// <summary>The table of the row or set the path begins with.</summary>
    public Table? Table { get; private init; }

    /// <summary>The row the path goes through.</summary>
    public EntityReference? Row { get; private init; }

    public Column? Column { get; private init; }

    /// <summary>The last navigation property.</summary>
    public Navigation? Navigation { get; private init; }

    /// <summary>Key behind a collection-valued navigation property.</summary>
    public EntityReference? Related { get; private init; }

    /// <summary>The path ends in /$ref.</summary>
    public bool IsReference { get; private init; }

    /// <summary>There is more than one step of navigation; only reading can follow it.</summary>
    public bool IsLong { get; private init; }

    public Operation? Operation { get; private init; }

    /// <summary>What stands in the parentheses of a function.</summary>
    public string? Arguments { get; private init; }

    /// <summary>Reads a path.</summary>
    /// <param name="model">Names and types.</param>
    /// <param name="path">Percent-encoded, below the service root.</param>
    /// <param name="contentIds">Rows that earlier parts of a change set wrote, by content id.</param>
    public static ResourcePath Read(ServiceModel model, string path, IReadOnlyDictionary<string, EntityReference> contentIds)
    {
        List<PathSegment> segments;
        try
        {
            segments = PathSegment.Split(Uri.UnescapeDataString(path));
        }
        catch (FormatException unreadable)
        {
            throw ODataFaults.Of(ODataFaults.InvalidQuery, unreadable.Message);
        }
        return segments switch
        {
            [] => new ResourcePath(ResourceKind.ServiceDocument),
            [{ Name: "$metadata", Arguments: null }] => new ResourcePath(ResourceKind.Metadata),
            [{ Name: "$batch", Arguments: null }] => new ResourcePath(ResourceKind.Batch),
            _ => Resource(model, segments, contentIds),
        };
    }

    private static ResourcePath Resource(ServiceModel model, List<PathSegment> segments, IReadOnlyDictionary<string, EntityReference> contentIds)
    {
        var first = segments[0];
        if (first.Name.StartsWith('$') && contentIds.TryGetValue(first.Name[1..], out var written))
        {
            return BelowRow(model, model.Schema.Tables[written.LogicalName], written, segments);
        }
        if (segments.Count == 1 && OperationOf(model, first.Name) is { } operation)
        {
            if (operation.Binding != OperationBinding.None) throw ODataFaults.SegmentNotFound(first.Name);
            return new ResourcePath(ResourceKind.Operation) { Operation = operation, Arguments = first.Arguments };
        }
        var table = model.TableOfSet(first.Name) ?? throw ODataFaults.SegmentNotFound(first.Name);
        if (first.Arguments is { } key) return BelowRow(model, table, RowKey.Read(model, table, key), segments);
        if (segments.Count == 1) return new ResourcePath(ResourceKind.Set) { Table = table };
        if (segments is [_, { Name: "$count", Arguments: null }]) return new ResourcePath(ResourceKind.Count) { Table = table };
        if (segments.Count == 2 && OperationOf(model, segments[1].Name) is { Binding: OperationBinding.Set } onSet && Fits(onSet, table))
        {
            return new ResourcePath(ResourceKind.Operation) { Table = table, Operation = onSet, Arguments = segments[1].Arguments };
        }
        throw ODataFaults.SegmentNotFound(segments[1].Name);
    }

    private static ResourcePath BelowRow(ServiceModel model, Table table, EntityReference row, List<PathSegment> segments)
    {
        if (segments.Count == 1) return new ResourcePath(ResourceKind.Row) { Table = table, Row = row };
        var second = segments[1];
        if (OperationOf(model, second.Name) is { Binding: OperationBinding.Row } operation && Fits(operation, table) && segments.Count == 2)
        {
            return new ResourcePath(ResourceKind.Operation) { Table = table, Row = row, Operation = operation, Arguments = second.Arguments };
        }
        if (second.Arguments is null && model.ColumnOf(table, second.Name) is { } column)
        {
            if (segments.Count == 2) return new ResourcePath(ResourceKind.Property) { Table = table, Row = row, Column = column };
            if (segments is [_, _, { Name: "$value", Arguments: null }]) return new ResourcePath(ResourceKind.PropertyValue) { Table = table, Row = row, Column = column };
            throw ODataFaults.SegmentNotFound(segments[2].Name);
        }
        if (model.NavigationOf(table, second.Name) is not { } navigation) throw ODataFaults.SegmentNotFound(second.Name);
        var isReference = segments[^1] is { Name: "$ref", Arguments: null };
        var related = second.Arguments is { } key && navigation is { IsCollection: true, TargetTable: { } target }
            ? RowKey.Read(model, model.Schema.Tables[target], key)
            : null;
        return new ResourcePath(ResourceKind.Navigation)
        {
            Table = table,
            Row = row,
            Navigation = navigation,
            Related = related,
            IsReference = isReference,
            IsLong = segments.Count > (isReference ? 3 : 2),
        };
    }

    private static bool Fits(Operation operation, Table table) => operation.BoundTable is not { } bound || bound == table.LogicalName;

    private static Operation? OperationOf(ServiceModel model, string name)
    {
        var plain = name.StartsWith(ServiceModel.Namespace + ".", StringComparison.Ordinal) ? name[(ServiceModel.Namespace.Length + 1)..]
            : name.StartsWith(ServiceModel.NamespaceAlias + ".", StringComparison.Ordinal) ? name[(ServiceModel.NamespaceAlias.Length + 1)..]
            : name;
        return model.Operations.GetValueOrDefault(plain);
    }
}
