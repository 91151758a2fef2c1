using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Local.Cli.Tests.Commands;

/// <summary>The server as people start it: it prints where it is and a token, answers whoever has one, and keeps its rows in the file.</summary>
public sealed class ServeCommandTests(PackedSolution packed) : IDisposable
{
    private const int ReadyForUse = 781340000;
    private readonly string folder = Directory.CreateTempSubdirectory("kam-serve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AServedSolution_IsUsedWithTheTokenItPrints_AndItsRowsAreThereAfterAKill()
    {
        using (var first = KamProcess.Start(folder, "serve", "--zip", packed.Repository.ManagedZip, "--database", "crm.db", "--port", "0"))
        {
            using var client = await SignedIn(first);
            using var account = await client.PostAsJsonAsync("accounts", new { name = "Meier AG" }, TestContext.Current.CancellationToken);
            using var insight = await client.PostAsJsonAsync("kam_customerinsights", new { kam_name = "Line 3 stands still", statuscode = ReadyForUse }, TestContext.Current.CancellationToken);

            // The plug-ins of the zip hold here too: an insight without evidence is not ready for use.
            Assert.Equal(HttpStatusCode.NoContent, account.StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, insight.StatusCode);
            Assert.Contains("evidence", await insight.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            first.Kill();
        }

        using var second = KamProcess.Start(folder, "serve", "--database", "crm.db", "--port", "0");
        using var again = await SignedIn(second);
        var rows = await again.GetFromJsonAsync<JsonElement>("accounts?$select=name&$filter=name eq 'Meier AG'", TestContext.Current.CancellationToken);
        Assert.Equal("Meier AG", Assert.Single(rows.GetProperty("value").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task WithoutAToken_NothingIsAnswered_AndAOneTimeTokenWorksOnce()
    {
        using var kam = KamProcess.Start(folder, "serve", "--port", "0");
        var api = new Uri(kam.Line("Web API:")!);
        var token = kam.Line("One-time token:")!;
        using var client = new HttpClient { BaseAddress = api };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("accounts", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Exchange(client, token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Exchange(client, token)).StatusCode);
    }

    private static async Task<HttpClient> SignedIn(KamProcess kam)
    {
        var client = new HttpClient { BaseAddress = new Uri(kam.Line("Web API:") ?? throw new InvalidOperationException("The server ended before it said where it is.")) };
        using var answer = await Exchange(client, kam.Line("One-time token:")!);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static Task<HttpResponseMessage> Exchange(HttpClient client, string token) =>
        client.PostAsJsonAsync(new Uri("/token", UriKind.Relative), new { one_time_token = token }, TestContext.Current.CancellationToken);
}
