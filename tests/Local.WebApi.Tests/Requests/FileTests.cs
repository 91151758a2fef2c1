using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class FileTests : IAsyncLifetime
{
    private const int Chunk = 4 * 1024 * 1024;

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(withMachines: true);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task AFileSentWhole_IsReadWholeOrInPart()
    {
        var url = Url();
        byte[] content = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

        Assert.Equal(204, (await Send(HttpMethod.Patch, url, content, ("x-ms-file-name", "manual.pdf"))).Status);

        using var whole = await server.Client.GetAsync(url + "/$value");
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(("manual.pdf", "1000"), (whole.Headers.GetValues("x-ms-file-name").Single(), whole.Headers.GetValues("x-ms-file-size").Single()));
        var part = await server.Send(HttpMethod.Get, url, null, ("Range", "bytes=10-19"));
        Assert.Equal(206, part.Status);
        Assert.Equal(content[10..20], part["value"].GetBytesFromBase64());
        Assert.Equal("bytes 10-19/1000", part.Headers["Content-Range"]);
    }

    [Fact]
    public async Task AFileSentInChunks_IsPutTogether()
    {
        var url = Url();
        var content = new byte[Chunk + 100];
        new Random(7).NextBytes(content);

        var begun = await Send(HttpMethod.Patch, url, [], ("x-ms-file-name", "large.bin"), ("x-ms-transfer-mode", "chunked"));
        Assert.Equal((200, Chunk.ToString(System.Globalization.CultureInfo.InvariantCulture)), (begun.Status, begun.Headers["x-ms-chunk-size"]));
        Assert.Equal(206, (await Send(HttpMethod.Patch, begun.Headers["Location"], content[..Chunk], ("Content-Range", $"bytes 0-{Chunk - 1}/{content.Length}"))).Status);
        Assert.Equal(204, (await Send(HttpMethod.Patch, begun.Headers["Location"], content[Chunk..], ("Content-Range", $"bytes {Chunk}-{content.Length - 1}/{content.Length}"))).Status);

        using var whole = await server.Client.GetAsync(url + "/$value");
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ADeletedFile_IsGone()
    {
        var url = Url();
        await Send(HttpMethod.Put, url, [1, 2, 3], ("x-ms-file-name", "a.bin"));

        Assert.Equal(204, (await server.Send(HttpMethod.Delete, url)).Status);

        Assert.True((await server.Get(url + "/$value")).Status is 400 or 404);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("?sessiontoken=nonsense", "bytes 0-2/3")]
    [InlineData("?sessiontoken=nonsense", "nonsense")]
    [InlineData("?sessiontoken=nonsense", null)]
    public async Task AnUploadThatMakesNoSense_IsRefused(string? query, string? range)
    {
        var answer = await Send(HttpMethod.Patch, Url() + query, [1, 2, 3], range is null ? [] : [("Content-Range", range)]);

        Assert.True(answer.Status is >= 400 and < 500, answer.Text);
        Assert.NotNull(answer.Code);
    }

    private string Url() => $"tst_machines({server.Service.Create(new Entity("tst_machine") { ["tst_name"] = "Press" })})/tst_manual";

    private async Task<Answer> Send(HttpMethod method, string url, byte[] content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal)) request.Content.Headers.TryAddWithoutValidation(name, value);
            else request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await server.Client.SendAsync(request);
        return await Answer.Of(response);
    }
}
