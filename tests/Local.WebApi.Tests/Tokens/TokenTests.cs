using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Local.Dataverse.Tests.Pipeline;
using Local.WebApi.Hosting;
using Local.WebApi.Tests.Hosting;
using Local.WebApi.Tokens;
using Xunit;

namespace Local.WebApi.Tests.Tokens;

public sealed class TokenTests : IAsyncLifetime
{
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(new WebApiOptions { Clock = clock });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task TheOneTimeToken_IsGoodForOneExchange()
    {
        var again = await Anonymous("token", $$"""{"one_time_token":"{{server.Server.OneTimeToken}}"}""");

        Assert.Equal((401, "0x8004a100"), (again.Status, again.Code));
    }

    [Theory]
    [InlineData("""{"one_time_token":"nonsense"}""", 401)]
    [InlineData("""{"one_time_token":""}""", 401)]
    [InlineData("""{"one_time_token":null}""", 400)]
    [InlineData("""{"other":"x"}""", 400)]
    [InlineData("nonsense", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    public async Task AWrongOneTimeToken_IsRefused(string body, int status) => Assert.Equal(status, (await Anonymous("token", body)).Status);

    [Fact]
    public void TheOneTimeToken_EndsAfterItsTime()
    {
        var tokens = new TokenIssuer(new WebApiOptions { Clock = clock, OneTimeTokenLifetime = TimeSpan.FromMinutes(5) });

        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.False(tokens.TryExchange(tokens.OneTimeToken));
    }

    public static TheoryData<string> BadAuthorizations => new()
    {
        "", "Bearer", "Bearer ", "Bearer nonsense", "Bearer a.b.c", "Basic YTpi",
        // An unsigned token, and one signed with a key of the caller's own.
        "Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJsb2NhbC1kYXRhdmVyc2UiLCJhdWQiOiJsb2NhbC1kYXRhdmVyc2UiLCJzdWIiOiIwIiwiZXhwIjo0MTAyNDQ0ODAwfQ.",
        "Bearer " + new TokenIssuer(new WebApiOptions()).Issue(Guid.NewGuid()),
    };

    [Theory, MemberData(nameof(BadAuthorizations))]
    public async Task WithoutAGoodToken_NothingIsAnswered(string authorization)
    {
        using var client = new HttpClient { BaseAddress = server.Root };
        foreach (var url in new[] { "", "$metadata", "WhoAmI", "accounts", "nonsense" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (authorization.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await client.SendAsync(request);
            var answer = await Answer.Of(response);

            Assert.Equal((401, "0x8004a100"), (answer.Status, answer.Code));
            Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
        }
    }

    [Fact]
    public async Task AnyChangeOfAToken_MakesItInvalid()
    {
        var parts = server.Token.Split('.');
        for (var part = 0; part < parts.Length; part++)
        {
            var changed = parts.ToArray();
            changed[part] = (changed[part][0] == 'A' ? 'B' : 'A') + changed[part][1..];
            using var client = server.ClientWith(string.Join('.', changed));
            using var response = await client.GetAsync("WhoAmI");
            Assert.Equal(401, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task AnExpiredToken_IsRefusedAsExpired()
    {
        clock.Advance(TimeSpan.FromHours(9));

        var answer = await server.Get("WhoAmI");

        Assert.Equal((401, "0x8004a101"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task AnAdministratorGetsTokensForOthers_AndOthersDoNot()
    {
        var user = server.User("Basic User");
        using var client = await server.ClientOf(user);

        using var who = await client.GetAsync("WhoAmI");
        Assert.Equal(user, (await Answer.Of(who))["UserId"].GetGuid());
        using var asked = await client.PostAsync(new Uri(server.Server.BaseAddress, "token/users"), new StringContent($$"""{"user":"{{server.Dataverse.AdministratorId}}"}"""));
        var refused = await Answer.Of(asked);
        Assert.Equal((403, "0x80048306"), (refused.Status, refused.Code));
        Assert.Equal(401, (await Anonymous("token/users", $$"""{"user":"{{user}}"}""")).Status);
        using var unknown = await server.Client.PostAsync(new Uri(server.Server.BaseAddress, "token/users"), new StringContent("""{"user":"nobody@local"}"""));
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task AUsersToken_HasTheUsersRights()
    {
        var account = server.Account("Of the administrator");
        using var client = await server.ClientOf(server.User("Basic User"));

        using var list = await client.GetAsync("accounts");
        using var one = await client.GetAsync($"accounts({account})");

        Assert.Empty((await Answer.Of(list))["value"].EnumerateArray());
        Assert.Equal(403, (int)one.StatusCode);
    }

    [Fact]
    public async Task AHostThatIsNotLoopback_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "WhoAmI");
        request.Headers.Host = "evil.example";
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private async Task<Answer> Anonymous(string path, string body)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(new Uri(server.Server.BaseAddress, path), new StringContent(body, Encoding.UTF8, "application/json"));
        return await Answer.Of(response);
    }
}
