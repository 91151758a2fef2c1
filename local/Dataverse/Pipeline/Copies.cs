using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Copies of what crosses the service boundary. On the platform everything is serialised there, so neither side sees the other change an
/// object afterwards.
/// </summary>
internal static class Copies
{
    public static Entity Row(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion, EntityState = row.EntityState };
        foreach (var attribute in row.Attributes) copy.Attributes[attribute.Key] = Value(attribute.Value);
        foreach (var key in row.KeyAttributes) copy.KeyAttributes[key.Key] = Value(key.Value);
        foreach (var formatted in row.FormattedValues) copy.FormattedValues[formatted.Key] = formatted.Value;
        foreach (var related in row.RelatedEntities) copy.RelatedEntities[related.Key] = Rows(related.Value);
        return copy;
    }

    public static EntityCollection Rows(EntityCollection rows)
    {
        var copy = new EntityCollection
        {
            EntityName = rows.EntityName,
            MoreRecords = rows.MoreRecords,
            PagingCookie = rows.PagingCookie,
            TotalRecordCount = rows.TotalRecordCount,
            TotalRecordCountLimitExceeded = rows.TotalRecordCountLimitExceeded,
            MinActiveRowVersion = rows.MinActiveRowVersion,
        };
        foreach (var row in rows.Entities) copy.Entities.Add(Row(row));
        return copy;
    }

    public static EntityReference Reference(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        foreach (var key in reference.KeyAttributes) copy.KeyAttributes[key.Key] = Value(key.Value);
        return copy;
    }

    /// <summary>Values that cannot change are returned as they are.</summary>
    public static object? Value(object? value) => value switch
    {
        null or string or ValueType => value,
        EntityReference reference => Reference(reference),
        OptionSetValue option => new OptionSetValue(option.Value),
        Money money => new Money(money.Value),
        Entity row => Row(row),
        EntityCollection rows => Rows(rows),
        OptionSetValueCollection options => Options(options),
        EntityReferenceCollection references => References(references),
        _ => value,
    };

    public static ParameterCollection Parameters(ParameterCollection parameters)
    {
        var copy = new ParameterCollection();
        foreach (var parameter in parameters) copy[parameter.Key] = Value(parameter.Value);
        return copy;
    }

    private static OptionSetValueCollection Options(OptionSetValueCollection options)
    {
        var copy = new OptionSetValueCollection();
        foreach (var option in options) copy.Add(new OptionSetValue(option.Value));
        return copy;
    }

    private static EntityReferenceCollection References(EntityReferenceCollection references)
    {
        var copy = new EntityReferenceCollection();
        foreach (var reference in references) copy.Add(Reference(reference));
        return copy;
    }
}
