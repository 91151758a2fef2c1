using System;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Files;

/// <summary>Writes file and image columns: the content goes to the <see cref="FileStore"/>, its id and what describes it into the row.</summary>
/// <remarks>
/// An image may be given as bytes with create and update, a file only be uploaded or cleared ("Files and images overview"). No thumbnail is
/// made: the image itself is returned where the platform returns one of 144 pixels.
/// </remarks>
internal static class FileColumns
{
    private const int LargestImageInKb = 30 * 1024;

    public static void Write(Store store, RequestContext context, TableLayout layout, ColumnSlot slot, object? value, WriteSet writes, Guid row)
    {
        if (value is null)
        {
            store.Files.Remove(slot.Name, row);
            writes.PutNull(slot);
            Describe(context, layout, slot, null, writes, row);
            return;
        }
        var content = value switch
        {
            FileContent whole => whole,
            byte[] bytes when slot.Column.Type == ColumnType.Image => new FileContent(slot.Name, "image/png", bytes),
            _ => throw PlatformErrors.IncorrectAttributeValueType.Fault(value.GetType(), slot.Name),
        };
        RequireSize(slot, content.Bytes.LongLength);
        var id = store.Files.Put(layout.Name, slot.Name, row, content.Name, content.MimeType, content.Bytes, context.UtcNow);
        writes.Put(slot).Id = id;
        Describe(context, layout, slot, content.Name, writes, row);
        writes.Put(layout.Find(slot.Name + "id"), id, "");
    }

    /// <summary>Refuses a content that is larger than the column allows.</summary>
    public static void RequireSize(ColumnSlot slot, long bytes)
    {
        var most = slot.Column.MaxSizeInKb ?? (slot.Column.Type == ColumnType.Image ? LargestImageInKb : int.MaxValue);
        if (bytes > most * 1024L) throw PlatformErrors.InvalidArgument.Fault($"The file is larger than the {most} KB the attribute '{slot.Name}' allows.");
    }

    private static void Describe(RequestContext context, TableLayout layout, ColumnSlot slot, string? name, WriteSet writes, Guid row)
    {
        ColumnSlot? nameSlot = layout.Find(slot.Name + "_name"), id = layout.Find(slot.Name + "id"), timestamp = layout.Find(slot.Name + "_timestamp"), url = layout.Find(slot.Name + "_url");
        if (slot.Column.Type == ColumnType.File)
        {
            if (name is null) writes.PutNull(nameSlot);
            else writes.Put(nameSlot, name);
            return;
        }
        if (name is null)
        {
            writes.PutNull(id);
            writes.PutNull(timestamp);
            writes.PutNull(url);
            return;
        }
        writes.Put(timestamp, context.UtcNow.Ticks);
        writes.Put(url, string.Create(CultureInfo.InvariantCulture, $"/Image/download.aspx?Entity={layout.Name}&Attribute={slot.Name}&Id={row:D}&Timestamp={context.UtcNow.Ticks}"));
    }
}
