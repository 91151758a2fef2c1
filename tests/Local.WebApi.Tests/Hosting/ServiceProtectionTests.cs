using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Hosting;

/// <summary>What one request is for the service protection limits: what came over the wire, however many calls answer it.</summary>
public sealed class ServiceProtectionTests
{
    [Fact]
    public async Task ABatch_CountsAsOneRequest()
    {
        await using var server = await TestServer.Start(limits: new ServiceProtectionLimits { Requests = 3 });

        var batches = new[] { await Batch(server, 10), await Batch(server, 10), await Batch(server, 10), await Batch(server, 1) };

        Assert.Equal([200, 200, 200, 429], batches.Select(b => b.Status));
        Assert.Equal(10, batches[2].Text.Split("HTTP/1.1 200").Length - 1);
        Assert.Equal("0x80072322", batches[3].Code);
        Assert.True(int.Parse(batches[3].Headers["Retry-After"], CultureInfo.InvariantCulture) is > 0 and <= 300);
    }

    [Fact]
    public async Task TheExecutionTimeOfABatch_IsThatOfAllItsRequests()
    {
        await using var server = await TestServer.Start(limits: new ServiceProtectionLimits { ExecutionTime = TimeSpan.FromSeconds(200) });
        using (server.Dataverse.ObserveRequests(_ => server.Organization.Clock.Advance(TimeSpan.FromSeconds(50))))
        {
            // Three times 50 seconds leave room for one more batch, whatever that one takes; twice that do not.
            for (var i = 0; i < 2; i++) Assert.Equal(200, (await Batch(server, 3)).Status);
        }

        var refused = await server.Get("WhoAmI");

        Assert.Equal((429, "0x80072321"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task AFileOfSeveralBlocks_CountsAsOneRequestEachWay()
    {
        await using var server = await TestServer.Start(withMachines: true, limits: new ServiceProtectionLimits { Requests = 3 });
        var url = $"tst_machines({server.Service.Create(new Entity("tst_machine") { ["tst_name"] = "Press" })})/tst_manual";
        using var upload = new HttpRequestMessage(HttpMethod.Patch, url) { Content = new ByteArrayContent(new byte[5 * 1024 * 1024]) };
        upload.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        upload.Headers.Add("x-ms-file-name", "manual.pdf");

        using var sent = await server.Client.SendAsync(upload, TestContext.Current.CancellationToken);
        using var read = await server.Client.GetAsync(url + "/$value", TestContext.Current.CancellationToken);

        Assert.Equal((204, 200), ((int)sent.StatusCode, (int)read.StatusCode));
        Assert.Equal(429, (await server.Get("WhoAmI")).Status);
    }

    private static async Task<Answer> Batch(TestServer server, int requests)
    {
        const string Part = "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n\r\n";
        using var content = new StringContent(string.Concat(Enumerable.Repeat(Part, requests)) + "--b--\r\n");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        using var response = await server.Client.PostAsync("$batch", content);
        return await Answer.Of(response);
    }
}
