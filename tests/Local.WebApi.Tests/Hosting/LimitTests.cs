using System;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Local.WebApi.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.WebApi.Tests.Hosting;

public sealed class LimitTests : IAsyncLifetime
{
    private const int LongestBody = 64 * 1024;

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(new WebApiOptions { LongestBody = LongestBody, LongestUrl = 4000 });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABodyThatIsTooLong_IsRefused(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "accounts") { Content = new StringContent(new string(' ', LongestBody + 1), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await server.Client.SendAsync(request);

        var answer = await Answer.Of(response);
        Assert.Equal(413, answer.Status);
        Assert.NotNull(answer.Code);
        Assert.Equal(200, (await server.Get("WhoAmI")).Status);
    }

    [Fact]
    public async Task AUrlThatIsTooLong_IsRefused()
    {
        var answer = await server.Get("accounts?$filter=name eq '" + new string('x', 4000) + "'");

        Assert.Equal(414, answer.Status);
        Assert.NotNull(answer.Code);
    }

    [Fact]
    public async Task TextThatIsNoUtf8_IsRefusedAndTheConnectionLives()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using var response = await server.Client.PostAsync("accounts", content);

        var answer = await Answer.Of(response);
        Assert.Equal((400, "0x80048d19"), (answer.Status, answer.Code));
        Assert.Equal(200, (await server.Get("WhoAmI")).Status);
    }

    [Fact]
    public async Task NoiseOnTheWire_DoesNotStopTheServer()
    {
        foreach (var noise in new[] { "nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "POST /api/data/v9.2/accounts HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", "\0\0\0\0" })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", server.Server.BaseAddress.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(noise));
        }

        Assert.Equal(200, (await server.Get("WhoAmI")).Status);
    }

    [Fact]
    public async Task ALargePage_IsSentWholeAndInPieces()
    {
        var rows = new EntityCollection { EntityName = "account" };
        for (var i = 0; i < 3000; i++) rows.Entities.Add(new Entity("account") { ["name"] = $"Account {i}", ["description"] = new string('d', 500) });
        server.Service.Execute(new CreateMultipleRequest { Targets = rows });

        using var response = await server.Client.GetAsync("accounts?$select=name,description", HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(response.Content.Headers.ContentLength);
        var answer = await Answer.Of(response);

        Assert.Equal(3000, answer["value"].EnumerateArray().Select(r => r.GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task ManyClientsAtOnce_LoseNoUpdate()
    {
        var id = server.Account("0");
        var clients = Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var done = 0; done < 5;)
            {
                var read = await server.Get($"accounts({id})?$select=numberofemployees");
                var count = read["numberofemployees"] is { ValueKind: System.Text.Json.JsonValueKind.Number } known ? known.GetInt32() : 0;
                var answer = await server.Patch($"accounts({id})", new { numberofemployees = count + 1 }, ("If-Match", read["@odata.etag"].GetString()!));
                if (answer.Status == 204) done++;
                else Assert.Equal(412, answer.Status);
            }
        });

        await Task.WhenAll(clients);

        Assert.Equal(40, (await server.Get($"accounts({id})?$select=numberofemployees"))["numberofemployees"].GetInt32());
    }
}
