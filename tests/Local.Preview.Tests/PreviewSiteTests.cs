using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.WebApi.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>Who gets what over HTTP: pages, a session, web resources.</summary>
public sealed class PreviewSiteTests : IAsyncLifetime
{
    private ServedApp served = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var dataverse = LocalDataverse.Open(new LocalDataverseOptions());
        dataverse.AdministratorService.Create(new Entity("webresource")
        {
            ["name"] = "tst_/page.html",
            ["webresourcetype"] = new OptionSetValue(1),
            ["content"] = Convert.ToBase64String("<p>Press 7</p>"u8.ToArray()),
        });
        var site = new PreviewSite();
        served = new ServedApp(dataverse, site, await WebApiServer.StartAsync(dataverse, new WebApiOptions { Sites = [site] }));
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Server.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await served.DisposeAsync();
    }

    [Theory, InlineData("preview/", "text/html"), InlineData("preview/main.js", "text/javascript"), InlineData("preview/page.css", "text/css")]
    public async Task APageOfThePreview_IsSentWithAPolicyThatLetsNothingInFromOutside(string path, string type)
    {
        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageThatTheBrowserHas_IsNotSentAgain()
    {
        using var first = await client.GetAsync("preview/main.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "preview/main.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory, InlineData("{\"key\":\"wrong\"}"), InlineData("{}"), InlineData("[]"), InlineData("no json")]
    public async Task WithoutTheKey_ThereIsNoSession(string body)
    {
        using var response = await client.PostAsync("preview/session", new StringContent(body));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TheKey_OpensASessionAsOftenAsItIsUsed()
    {
        for (var time = 1; time <= 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/data/v9.2/WhoAmI");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOf(await OpenSession()));

            using var answer = await client.SendAsync(request);

            var identity = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(served.Dataverse.AdministratorId, identity.GetProperty("UserId").GetGuid());
        }
    }

    [Fact]
    public async Task AWebResource_ComesOnlyWithTheCookieOfASession()
    {
        using var without = await client.GetAsync("WebResources/tst_/page.html");
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);

        using var session = await OpenSession();
        var cookie = session.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(HttpMethod.Get, "WebResources/tst_/page.html");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var with = await client.SendAsync(request);
        Assert.Equal("<p>Press 7</p>", await with.Content.ReadAsStringAsync());
        Assert.Equal("text/html", with.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ForAnotherHostName_ThereIsNoPage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "preview/");
        request.Headers.Host = "rebound.example";

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory, InlineData("preview/nothing.js"), InlineData("preview/..%2fLocal.Preview.dll")]
    public async Task AFileThatIsNotThere_IsNotFound(string path)
    {
        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<HttpResponseMessage> OpenSession() => client.PostAsJsonAsync("preview/session", new { key = served.Site.Key });

    private static async Task<string> TokenOf(HttpResponseMessage session)
    {
        using (session) return (await session.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
