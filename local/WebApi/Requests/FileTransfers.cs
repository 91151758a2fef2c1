using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http.Headers;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Requests;

/// <summary>Content of file and image columns, whole or in chunks ("Use file column data").</summary>
internal sealed class FileTransfers(RequestScope scope)
{
    private const int Chunk = 4 * 1024 * 1024;
    private const string Token = "sessiontoken", Name = "x-ms-file-name";

    /// <summary>Whether a request brings the content of a file.</summary>
    public static bool Takes(RequestScope scope, ResourcePath path)
    {
        if (path.Kind != ResourceKind.Property || !IsFile(path.Column!) || scope.Request.Method is not ("PATCH" or "PUT")) return false;
        // A PUT of JSON is the value of the column, as of any other.
        return scope.Request.Method == "PATCH" || scope.Request.Header("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) != true;
    }

    public static bool IsFile(Column column) => column.Type is ColumnType.File or ColumnType.Image;

    /// <summary>PATCH or PUT: the whole file, the beginning of an upload in chunks, or one of its chunks.</summary>
    public ApiResponse Upload(EntityReference row, Column column)
    {
        if (Option(Token) is { } token) return UploadChunk(token);
        var name = scope.Request.Header(Name) ?? Option(Name)
            ?? throw ODataFaults.Of(ODataFaults.InvalidArgument, $"The name of the file is needed, in the header {Name} or as an option of the URL.");
        var started = ((InitializeFileBlocksUploadResponse)scope.Service.Execute(
            new InitializeFileBlocksUploadRequest { Target = row, FileAttributeName = column.LogicalName, FileName = Uri.UnescapeDataString(name) })).FileContinuationToken;
        if (scope.Request.Header("x-ms-transfer-mode") == "chunked")
        {
            return new ApiResponse(200)
                .With("Location", $"{scope.Root}{scope.Request.Path}?{Token}={Uri.EscapeDataString(started)}")
                .With("x-ms-chunk-size", Chunk.ToString(CultureInfo.InvariantCulture))
                .With("Accept-Ranges", "bytes");
        }
        var content = scope.Request.Body;
        for (var offset = 0; offset < content.Length; offset += Chunk) Send(started, offset, content.Slice(offset, Math.Min(Chunk, content.Length - offset)));
        Commit(started, content.Length);
        return ApiResponse.NoContent();
    }

    /// <summary>GET: the content as bytes (<c>/$value</c>) or as JSON, or the part of it that Range asks for.</summary>
    public ApiResponse Download(EntityReference row, Column column, bool bare)
    {
        var started = (InitializeFileBlocksDownloadResponse)scope.Service.Execute(new InitializeFileBlocksDownloadRequest { Target = row, FileAttributeName = column.LogicalName });
        var (from, to) = Range(started.FileSizeInBytes);
        using var content = new MemoryStream();
        while (content.Length < to - from)
        {
            var asked = new DownloadBlockRequest { FileContinuationToken = started.FileContinuationToken, Offset = from + content.Length, BlockLength = Math.Min(Chunk, to - from - content.Length) };
            content.Write(((DownloadBlockResponse)scope.Service.Execute(asked)).Data);
        }
        var bytes = content.ToArray();
        var status = to - from < started.FileSizeInBytes ? 206 : 200;
        var response = bare
            ? new ApiResponse(status) { RawBody = bytes }.With("Content-Type", "application/octet-stream")
            : ApiResponse.Of(status, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.context", $"{scope.Root}$metadata#Edm.Binary");
                writer.WriteBase64String("value", bytes);
                writer.WriteEndObject();
            });
        if (status == 206) response.With("Content-Range", $"bytes {from}-{to - 1}/{started.FileSizeInBytes}");
        return response
            .With(Name, Uri.EscapeDataString(started.FileName))
            .With("x-ms-file-size", started.FileSizeInBytes.ToString(CultureInfo.InvariantCulture))
            .With("Content-Disposition", $"attachment; filename=\"{Uri.EscapeDataString(started.FileName)}\"")
            .With("Location", $"{scope.Root}{scope.Request.Path}");
    }

    private ApiResponse UploadChunk(string token)
    {
        if (!ContentRangeHeaderValue.TryParse(scope.Request.Header("Content-Range"), out var range) || range is not { From: { } from, To: { } to, Length: { } length }
            || from % Chunk != 0 || to - from + 1 != scope.Request.Body.Length || to >= length)
        {
            throw ODataFaults.Of(ODataFaults.InvalidArgument, $"A chunk needs the header Content-Range of its bytes, and begins at a multiple of {Chunk}.");
        }
        Send(token, from, scope.Request.Body);
        if (to + 1 < length) return new ApiResponse(206);
        Commit(token, length);
        return ApiResponse.NoContent();
    }

    private void Send(string token, long offset, ReadOnlyMemory<byte> content) =>
        scope.Service.Execute(new UploadBlockRequest { FileContinuationToken = token, BlockId = BlockId(offset), BlockData = content.ToArray() });

    private void Commit(string token, long length) => scope.Service.Execute(new CommitFileBlocksUploadRequest
    {
        FileContinuationToken = token,
        BlockList = [.. Enumerable.Range(0, (int)((length + Chunk - 1) / Chunk)).Select(i => BlockId((long)i * Chunk))],
    });

    // Blocks are named by where they begin, so that the last one knows the names of all.
    private static string BlockId(long offset) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(offset.ToString("D12", CultureInfo.InvariantCulture)));

    private (long From, long To) Range(long size)
    {
        if (scope.Request.Header("Range") is not { } header) return (0, size);
        if (!RangeHeaderValue.TryParse(header, out var range) || range.Ranges.Count != 1 || range.Ranges.First() is not { From: { } from } part || from > size)
        {
            throw ODataFaults.Of(ODataFaults.InvalidArgument, $"The range '{header}' is not one of the file's {size} bytes.");
        }
        return (from, Math.Min(size, (part.To ?? size - 1) + 1));
    }

    private string? Option(string name)
    {
        foreach (var option in scope.Request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (option.StartsWith(name + "=", StringComparison.Ordinal)) return Uri.UnescapeDataString(option[(name.Length + 1)..]);
        }
        return null;
    }
}
