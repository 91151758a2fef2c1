using System;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Files;

/// <summary>The file of a note: Base64 in <c>documentbody</c>, with its size and the fact that there is one kept beside it.</summary>
internal static class NoteFile
{
    private const string Note = "annotation";

    /// <summary>Fills what follows from a document that is written.</summary>
    public static void Complete(TableLayout layout, WriteSet writes)
    {
        if (layout.Name != Note || layout.Find("documentbody") is not { } body || !writes.Has(body)) return;
        var size = 0;
        if (writes.HasValue(body))
        {
            var bytes = new byte[(writes[body].Text!.Length * 3 / 4) + 3];
            if (!Convert.TryFromBase64String(writes[body].Text!, bytes, out size)) throw PlatformErrors.InvalidArgument.Fault("The document body of a note must be a text in Base64.");
        }
        var isThere = writes.HasValue(body);
        writes.Put(layout.Find("filesize"), size);
        writes.Put(layout.Find("isdocument"), isThere ? 1 : 0);
    }
}
