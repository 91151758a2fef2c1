using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>The row before and after the main operation, read once per request and cut to what each step asked for.</summary>
internal sealed class RowImages
{
    public Entity? Before { get; set; }
    public Entity? After { get; set; }

    public EntityImageCollection PreFor(Step step) => For(step, Before, pre: true);

    public EntityImageCollection PostFor(Step step) => For(step, After, pre: false);

    private static EntityImageCollection For(Step step, Entity? row, bool pre)
    {
        if (row is null || step.Images.Count == 0) return [];
        var images = new EntityImageCollection();
        foreach (var image in step.Images)
        {
            if (pre ? image.IsPre : image.IsPost) images[image.Alias] = Cut(row, image.Columns);
        }
        return images;
    }

    private static Entity Cut(Entity row, IReadOnlyList<string>? columns)
    {
        var image = new Entity(row.LogicalName, row.Id);
        if (columns is null)
        {
            foreach (var attribute in row.Attributes) image.Attributes[attribute.Key] = Copies.Value(attribute.Value);
            foreach (var formatted in row.FormattedValues) image.FormattedValues[formatted.Key] = formatted.Value;
            return image;
        }
        foreach (var column in columns)
        {
            if (row.Attributes.TryGetValue(column, out var value)) image.Attributes[column] = Copies.Value(value);
            if (row.FormattedValues.TryGetValue(column, out var text)) image.FormattedValues[column] = text;
        }
        return image;
    }
}
