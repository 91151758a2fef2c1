using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>Alone, because what other tests keep would be counted too.</summary>
[CollectionDefinition(nameof(PageMemoryTests), DisableParallelization = true)]
[Collection(nameof(PageMemoryTests))]
public sealed class PageMemoryTests
{
    private const int Rows = 50_000, PageSize = 5_000, MostKept = 8 * 1024 * 1024;

    [Fact]
    public async Task ReadingPageAfterPage_KeepsNothingOfThePagesBefore()
    {
        await using var server = await TestServer.Start();
        for (var i = 0; i < Rows; i += PageSize) Create(server, i);
        var kept = new List<long>();
        var read = 0;
        for (Uri? next = new(server.Root, "contacts?$select=lastname"); next is not null;)
        {
            (var rows, next) = await Page(server.Client, next);
            read += rows;
            kept.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal((Rows, Rows / PageSize), (read, kept.Count));
        // The first page brings what every page needs; pools may take a few buffers more. The rows of nine pages would be 20 MB at the least.
        Assert.True(kept.Max() - kept[0] <= MostKept, $"kept after each page, in bytes: {string.Join(", ", kept)}");
    }

    private static async Task<(int Rows, Uri? Next)> Page(HttpClient client, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Prefer", $"odata.maxpagesize={PageSize}");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var json = await JsonDocument.ParseAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        var next = json.RootElement.TryGetProperty("@odata.nextLink", out var link) ? new Uri(link.GetString()!) : null;
        return (json.RootElement.GetProperty("value").GetArrayLength(), next);
    }

    private static void Create(TestServer server, int from)
    {
        var rows = new EntityCollection { EntityName = "contact" };
        for (var i = 0; i < PageSize; i++) rows.Entities.Add(new Entity("contact") { ["lastname"] = $"Contact {from + i}" });
        server.Service.Execute(new CreateMultipleRequest { Targets = rows });
    }
}
