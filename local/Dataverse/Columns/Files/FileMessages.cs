using System;
using System.IO;
using System.ServiceModel;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns.Files;

/// <summary>The messages that bring files into file and image columns and out again, in blocks of at most 4 MB.</summary>
/// <remarks>As "Use file column data" describes them.</remarks>
internal static class FileMessages
{
    private const int LargestBlock = 4 * 1024 * 1024;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("InitializeFileBlocksUpload", BeginUpload, static () => new InitializeFileBlocksUploadResponse());
        catalog.Add("UploadBlock", UploadBlock, static () => new UploadBlockResponse());
        catalog.Add("CommitFileBlocksUpload", CommitUpload, static () => new CommitFileBlocksUploadResponse());
        catalog.Add("InitializeFileBlocksDownload", BeginDownload, static () => new InitializeFileBlocksDownloadResponse());
        catalog.Add("DownloadBlock", DownloadBlock, static () => new DownloadBlockResponse());
        catalog.Add("DeleteFile", DeleteFile, static () => new DeleteFileResponse());
    }

    private static void BeginUpload(MessageExecution execution)
    {
        var (target, slot) = Column(execution);
        var name = execution.Required<string>("FileName");
        execution.Unit.Retrieve(execution.Context, target, new ColumnSet(false));
        Within(execution, files => execution.Output["FileContinuationToken"] = files.Begin(new Upload(target.LogicalName, slot.Name, target.Id, name)));
    }

    private static void UploadBlock(MessageExecution execution)
    {
        var token = execution.Required<string>("FileContinuationToken");
        var content = execution.Required<byte[]>("BlockData");
        if (content.Length > LargestBlock) throw PlatformErrors.InvalidArgument.Fault($"A block has at most {LargestBlock} bytes; this one has {content.Length}.");
        Within(execution, files =>
        {
            Find(files, token);
            files.AddBlock(token, execution.Required<string>("BlockId"), content);
        });
    }

    private static void CommitUpload(MessageExecution execution)
    {
        var token = execution.Required<string>("FileContinuationToken");
        Upload? upload = null;
        using var whole = new MemoryStream();
        Within(execution, files =>
        {
            upload = Find(files, token);
            var slot = execution.Organization.Store.Layout(upload.Table).Slot(upload.Column);
            foreach (var block in execution.Required<string[]>("BlockList"))
            {
                whole.Write(files.Block(token, block) ?? throw PlatformErrors.InvalidArgument.Fault($"The block '{block}' was not uploaded."));
                FileColumns.RequireSize(slot, whole.Length);
            }
            files.End(token);
        });
        var content = new FileContent(execution.Optional<string>("FileName") ?? upload!.FileName, execution.Optional<string>("MimeType") ?? "application/octet-stream", whole.ToArray());
        execution.Unit.Update(execution.Context, new Entity(upload!.Table, upload.Row) { [upload.Column] = content });
        Within(execution, files => execution.Output["FileId"] = files.IdOf(upload.Column, upload.Row)!.Value);
        execution.Output["FileSizeInBytes"] = whole.Length;
    }

    private static void BeginDownload(MessageExecution execution)
    {
        var (target, slot) = Column(execution);
        execution.Unit.Retrieve(execution.Context, target, new ColumnSet(slot.Name));
        Within(execution, files =>
        {
            if (files.IdOf(slot.Name, target.Id) is not { } id || files.Find(id) is not { } file)
            {
                throw PlatformErrors.NoFileAttachment.Fault(slot.Name, target.Id);
            }
            execution.Output["FileContinuationToken"] = Convert.ToBase64String(id.ToByteArray());
            execution.Output["FileSizeInBytes"] = file.Size;
            execution.Output["FileName"] = file.Name;
            execution.Output["IsChunkingSupported"] = true;
        });
    }

    private static void DownloadBlock(MessageExecution execution)
    {
        var bytes = new byte[16];
        if (!Convert.TryFromBase64String(execution.Required<string>("FileContinuationToken"), bytes, out var count) || count != bytes.Length) throw InvalidToken();
        var offset = execution.Optional<long>("Offset");
        var length = execution.Optional<long>("BlockLength");
        if (offset < 0 || length < 0) throw PlatformErrors.InvalidArgument.Fault("Offset and BlockLength must not be negative.");
        Within(execution, files =>
        {
            var file = files.Find(new Guid(bytes)) ?? throw InvalidToken();
            execution.Output["Data"] = files.Read(file.Id, offset, length == 0 ? LargestBlock : Math.Min(length, LargestBlock));
        });
    }

    private static void DeleteFile(MessageExecution execution)
    {
        var id = execution.Required<Guid>("FileId");
        StoredFile? file = null;
        Within(execution, files => file = files.Find(id) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("fileattachment", id));
        execution.Unit.Update(execution.Context, new Entity(file!.Table, file.Row) { [file.Column] = null });
    }

    private static (EntityReference Target, ColumnSlot Slot) Column(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        var layout = execution.Organization.Store.Layout(target.LogicalName);
        var slot = layout.Slot(execution.Required<string>("FileAttributeName"));
        if (slot.Column.Type is not (ColumnType.File or ColumnType.Image)) throw PlatformErrors.InvalidArgument.Fault($"The attribute '{slot.Name}' of the entity '{layout.Name}' is neither a file nor an image attribute.");
        return (target, slot);
    }

    private static Upload Find(FileStore files, string token) => files.FindUpload(token) ?? throw InvalidToken();

    private static FaultException<OrganizationServiceFault> InvalidToken() => PlatformErrors.InvalidArgument.Fault("The FileContinuationToken is not valid.");

    private static FileStore Files(MessageExecution execution) => execution.Organization.Store.Files;

    private static void Within(MessageExecution execution, Action<FileStore> action) => execution.Unit.Within(_ =>
    {
        action(Files(execution));
        return true;
    });
}
