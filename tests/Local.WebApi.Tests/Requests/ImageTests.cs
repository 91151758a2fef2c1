using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Requests;

/// <summary>Images of rows, as "Use image column data" sends and fetches them.</summary>
public sealed class ImageTests : IAsyncLifetime
{
    private static readonly byte[] first = [0x89, 0x50, 0x4E, 0x47, 1], second = [0x89, 0x50, 0x4E, 0x47, 2];

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/$value")]
    [InlineData("/$value?size=full")]
    public async Task AnImageOfTheRow_IsReadAsBytes(string rest)
    {
        using var image = await server.Client.GetAsync(Url(first) + rest, TestContext.Current.CancellationToken);

        Assert.Equal((200, "application/octet-stream"), ((int)image.StatusCode, image.Content.Headers.ContentType?.MediaType));
        Assert.Equal(first, await image.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task BytesSentToTheColumn_ReplaceTheImage(string method)
    {
        var url = Url(first);
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new ByteArrayContent(second) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("x-ms-file-name", "logo.png");

        using var sent = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(204, (int)sent.StatusCode);
        Assert.Equal(second, (await server.Get(url))["value"].GetBytesFromBase64());
        using var image = await server.Client.GetAsync(url + "/$value?size=full", TestContext.Current.CancellationToken);
        Assert.Equal("logo.png", Assert.Single(image.Headers.GetValues("x-ms-file-name")));
        Assert.Equal(second, await image.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnImageInTheRow_IsBase64BothWays()
    {
        var row = (await server.Post("accounts", new { name = "A", entityimage = first })).Id;

        Assert.Equal(204, (await server.Patch($"accounts({row})", new { entityimage = second })).Status);

        Assert.Equal(second, (await server.Get($"accounts({row})?$select=entityimage"))["entityimage"].GetBytesFromBase64());
        Assert.False((await server.Get($"accounts({row})")).Body.TryGetProperty("entityimage", out _), "an image comes only when it is asked for");
    }

    [Fact]
    public async Task AValueOfJson_ReplacesTheImage()
    {
        var url = Url(first);

        Assert.Equal(204, (await server.Send(HttpMethod.Put, url, new { value = second })).Status);

        Assert.Equal(second, (await server.Get(url))["value"].GetBytesFromBase64());
    }

    [Theory]
    [InlineData("DELETE", "/entityimage", null)]
    [InlineData("PUT", "/entityimage", """{"value":null}""")]
    [InlineData("PATCH", "", """{"entityimage":null}""")]
    public async Task AnImage_CanBeDeletedInThreeWays(string method, string rest, string? body)
    {
        var url = Url(first);

        Assert.Equal(204, (await server.Send(new HttpMethod(method), url[..url.LastIndexOf('/')] + rest, body)).Status);

        Assert.Equal(204, (await server.Get(url)).Status);
        Assert.Equal(404, (await server.Get(url + "/$value")).Status);
    }

    private string Url(byte[] image) => $"accounts({server.Service.Create(new Entity("account") { ["name"] = "A", ["entityimage"] = image })})/entityimage";
}
