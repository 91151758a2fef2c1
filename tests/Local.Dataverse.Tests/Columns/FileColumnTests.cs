using System;
using System.Linq;
using System.ServiceModel;
using CsCheck;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>File columns go up and down in blocks; image columns are bytes.</summary>
public sealed class FileColumnTests
{
    private static Workshop WithFile() => new Workshop().Plain("tst_Manual", "file", "<MaxValue>10240</MaxValue>").Plain("tst_Photo", "image", "<Format>jpeg</Format><MaxLength>0</MaxLength><MaxValue>1</MaxValue>");

    [Fact]
    public void AnyContentInAnyBlocks_ComesBackAsItWas() => Gen.Byte.Array[0, 5000].Select(Gen.Int[1, 900], Gen.Int[1, 700]).Sample(
        (content, up, down) =>
        {
            using var shop = WithFile();
            var id = shop.Machine(("tst_name", "Press"));
            var committed = Upload(shop, id, content, up);
            Assert.Equal(content.Length, committed.FileSizeInBytes);
            var start = (InitializeFileBlocksDownloadResponse)shop.Service.Execute(new InitializeFileBlocksDownloadRequest { Target = new EntityReference("tst_machine", id), FileAttributeName = "tst_manual" });
            Assert.Equal(("manual.pdf", (long)content.Length, true), (start.FileName, start.FileSizeInBytes, start.IsChunkingSupported));
            var read = new System.Collections.Generic.List<byte>();
            while (read.Count < content.Length)
            {
                var part = (DownloadBlockResponse)shop.Service.Execute(new DownloadBlockRequest { FileContinuationToken = start.FileContinuationToken, Offset = read.Count, BlockLength = down });
                read.AddRange(part.Data);
            }
            Assert.Equal(content, read);
        },
        iter: 4);

    [Fact]
    public void TheRow_HoldsIdAndNameOfItsFile()
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"));
        var committed = Upload(shop, id, [1, 2, 3], 2);
        var row = shop.Service.Retrieve("tst_machine", id, new ColumnSet(true));

        Assert.Equal((committed.FileId, "manual.pdf"), (row["tst_manual"], row["tst_manual_name"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ADeletedOrClearedFile_IsGone(bool byMessage)
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"));
        var file = Upload(shop, id, [1, 2, 3], 2).FileId;
        if (byMessage) shop.Service.Execute(new DeleteFileRequest { FileId = file });
        else shop.Service.Update(new Entity("tst_machine", id) { ["tst_manual"] = null });

        Assert.DoesNotContain(shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_manual", "tst_manual_name")).Attributes, a => a.Key != "tst_machineid");
        var fault = Fault(() => shop.Service.Execute(new InitializeFileBlocksDownloadRequest { Target = new EntityReference("tst_machine", id), FileAttributeName = "tst_manual" }));
        Assert.Equal((unchecked((int)0x80040217), $"No file attachment found for attribute: tst_manual EntityId: {id}."), (fault.ErrorCode, fault.Message));
    }

    [Fact]
    public void AnUploadThatIsNotCommitted_ChangesNothing()
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"));
        Upload(shop, id, [1, 2, 3], 2);
        var token = Begin(shop, id);
        shop.Service.Execute(new UploadBlockRequest { FileContinuationToken = token, BlockId = "YQ==", BlockData = [9] });

        Assert.Equal("manual.pdf", shop.Read<string>("tst_machine", id, "tst_manual_name"));
        Assert.Contains("'Yg=='", Fault(() => shop.Service.Execute(new CommitFileBlocksUploadRequest { FileContinuationToken = token, FileName = "x", MimeType = "text/plain", BlockList = ["Yg=="] })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tst_name")]
    [InlineData("tst_hours")]
    public void AColumnThatIsNoFile_TakesNoUpload(string column)
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"));

        Assert.Contains($"'{column}'", Fault(() => shop.Service.Execute(new InitializeFileBlocksUploadRequest { Target = new EntityReference("tst_machine", id), FileAttributeName = column, FileName = "a.txt" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATokenNobodyGave_IsRefused()
    {
        using var shop = WithFile();

        Fault(() => shop.Service.Execute(new UploadBlockRequest { FileContinuationToken = "x", BlockId = "YQ==", BlockData = [9] }));
        Fault(() => shop.Service.Execute(new DownloadBlockRequest { FileContinuationToken = "x", BlockLength = 1 }));
    }

    [Fact]
    public void AnImage_IsWrittenAndReadAsBytesWhenItIsAskedFor()
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"), ("tst_photo", new byte[] { 1, 2, 3 }));
        var asked = shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_photo", "tst_photo_url", "tst_photo_timestamp", "tst_photoid"));

        Assert.Equal(new byte[] { 1, 2, 3 }, (byte[])asked["tst_photo"]);
        Assert.StartsWith($"/Image/download.aspx?Entity=tst_machine&Attribute=tst_photo&Id={id}&Timestamp={asked["tst_photo_timestamp"]}", (string)asked["tst_photo_url"], StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, asked["tst_photoid"]);
        Assert.False(shop.Service.Retrieve("tst_machine", id, new ColumnSet(true)).Contains("tst_photo"));

        shop.Service.Update(new Entity("tst_machine", id) { ["tst_photo"] = null });
        Assert.False(shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_photo")).Contains("tst_photo"));
    }

    [Fact]
    public void AnImageLargerThanItsColumnAllows_IsRefused()
    {
        using var shop = WithFile();

        Assert.Contains("1 KB", Fault(() => shop.Machine(("tst_name", "Press"), ("tst_photo", new byte[1025]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AStandardTable_HasItsPrimaryImage()
    {
        using var shop = WithFile();
        var account = shop.Account(("name", "A"), ("entityimage", new byte[] { 7 }));

        Assert.Equal(new byte[] { 7 }, shop.Read<byte[]>("account", account, "entityimage"));
    }

    [Fact]
    public void AFileCannotBeGivenAsBytes()
    {
        using var shop = WithFile();

        Assert.Equal(unchecked((int)0x80040203), Fault(() => shop.Machine(("tst_manual", new byte[] { 1 }))).ErrorCode);
    }

    [Fact]
    public void ARowThatIsDeleted_TakesItsFilesAlong()
    {
        using var shop = WithFile();
        var id = shop.Machine(("tst_name", "Press"));
        var file = Upload(shop, id, [1, 2, 3], 2).FileId;
        shop.Service.Delete("tst_machine", id);

        Assert.Null(shop.Dataverse.Organization.Store.Files.Find(file));
    }

    private static string Begin(Workshop shop, Guid id) => ((InitializeFileBlocksUploadResponse)shop.Service.Execute(
        new InitializeFileBlocksUploadRequest { Target = new EntityReference("tst_machine", id), FileAttributeName = "tst_manual", FileName = "manual.pdf" })).FileContinuationToken;

    private static CommitFileBlocksUploadResponse Upload(Workshop shop, Guid id, byte[] content, int blockSize)
    {
        var token = Begin(shop, id);
        var blocks = content.Chunk(blockSize).Select((b, i) => (Id: Convert.ToBase64String(BitConverter.GetBytes(i)), Bytes: b)).ToList();
        foreach (var (block, bytes) in blocks) shop.Service.Execute(new UploadBlockRequest { FileContinuationToken = token, BlockId = block, BlockData = bytes });
        return (CommitFileBlocksUploadResponse)shop.Service.Execute(
            new CommitFileBlocksUploadRequest { FileContinuationToken = token, FileName = "manual.pdf", MimeType = "application/pdf", BlockList = blocks.Select(b => b.Id).ToArray() });
    }

    private static OrganizationServiceFault Fault(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;
}
