namespace Local.Dataverse.Columns.Files;

/// <summary>A whole file as the value of a file or image column: how the platform itself hands it to an update. No request can bring one.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="MimeType">Its kind.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record FileContent(string Name, string MimeType, byte[] Bytes);
