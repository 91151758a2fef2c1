using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.Dataverse.Tests.Import;
using Local.Dataverse.Tests.Pipeline;
using Local.WebApi.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Hosting;

/// <summary>An organisation in memory behind a Web API on a free port, and a client with the administrator's token.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TestOrganization organization;

    private TestServer(TestOrganization organization, WebApiServer server, string token)
    {
        this.organization = organization;
        Server = server;
        Token = token;
        Client = ClientWith(token);
    }

    public LocalDataverse Dataverse => organization.Dataverse;
    public TestOrganization Organization => organization;
    public WebApiServer Server { get; }
    public string Token { get; }
    public HttpClient Client { get; }
    public IOrganizationService Service => organization.Service;
    public Uri Root => new(Server.BaseAddress, "api/data/v9.2/");

    /// <summary>Starts one.</summary>
    /// <param name="options">Of the server.</param>
    /// <param name="withMachines">Whether the made-up solution is imported: machines (tst_machine) with keys, a custom lookup and a many-to-many relationship.</param>
    /// <param name="limits">How much one user may ask for.</param>
    public static async Task<TestServer> Start(WebApiOptions? options = null, bool withMachines = false, ServiceProtectionLimits? limits = null)
    {
        var organization = new TestOrganization(limits: limits);
        if (withMachines)
        {
            using var zip = new TestSolution { WithStep = false, Change = AddLookupKey, MoreColumns = TestSolution.Column("tst_Manual", "file", "<MaxValue>10240</MaxValue>") }.Zip();
            organization.Dataverse.ImportSolution(zip);
        }
        var server = await WebApiServer.StartAsync(organization.Dataverse, options ?? new WebApiOptions());
        using var anonymous = new HttpClient { BaseAddress = server.BaseAddress };
        using var response = await anonymous.PostAsync("token", Json(new { one_time_token = server.OneTimeToken }));
        var answer = await Answer.Of(response);
        Assert.Equal(200, answer.Status);
        return new TestServer(organization, server, answer.Body.GetProperty("access_token").GetString()!);
    }

    /// <summary>A client below the service root that sends a token.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = new HttpClient { BaseAddress = Root };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client that acts as a user.</summary>
    public async Task<HttpClient> ClientOf(Guid user) => ClientWith(await TokenOf(user));

    /// <summary>A user's token.</summary>
    public async Task<string> TokenOf(Guid user)
    {
        using var response = await Client.PostAsync(new Uri(Server.BaseAddress, "token/users"), Json(new { user }));
        return (await Answer.Of(response)).Body.GetProperty("access_token").GetString()!;
    }

    /// <summary>A user with one of the standard roles.</summary>
    public Guid User(string role)
    {
        var user = Service.Create(new Entity("systemuser")
        {
            ["firstname"] = "Anna",
            ["lastname"] = "Meier",
            ["domainname"] = Guid.NewGuid() + "@local",
            ["businessunitid"] = new EntityReference("businessunit", Dataverse.RootBusinessUnitId),
        });
        var found = organization.Rows("role", "name", role)[0].Id;
        Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", found)]);
        return user;
    }

    public Task<Answer> Get(string url, string? prefer = null) => Send(HttpMethod.Get, url, null, Prefer(prefer));

    public Task<Answer> Post(string url, object? body, string? prefer = null) => Send(HttpMethod.Post, url, body, Prefer(prefer));

    public Task<Answer> Patch(string url, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Patch, url, body, headers);

    /// <summary>Sends a request; a string is sent as it is, anything else as JSON.</summary>
    public async Task<Answer> Send(HttpMethod method, string url, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is string text) request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = Json(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return await Answer.Of(response);
    }

    public Guid Account(string name) => organization.Account(name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        organization.Dispose();
    }

    private static string AddLookupKey(string customizations) => customizations.Replace(
        "<EntityKeys>",
        "<EntityKeys><EntityKey><Name>tst_CustomerKey</Name><LogicalName>tst_customerkey</LogicalName>" +
        "<EntityKeyAttributes><AttributeName>tst_customerid</AttributeName><AttributeName>tst_risk</AttributeName></EntityKeyAttributes></EntityKey>",
        StringComparison.Ordinal);

    private static (string, string)[] Prefer(string? prefer) => prefer is null ? [] : [("Prefer", prefer)];

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON; undefined when there is none.</param>
/// <param name="Text">The body as text.</param>
/// <param name="Headers">By name.</param>
public sealed record Answer(int Status, JsonElement Body, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    public string? Message => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString() : null;

    public JsonElement this[string property] => Body.GetProperty(property);

    /// <summary>The id in OData-EntityId.</summary>
    public Guid Id => Guid.Parse(Headers["OData-EntityId"].Split('(', ')')[1]);

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers) headers[header.Key] = string.Join(',', header.Value);
        foreach (var header in response.Content.Headers) headers[header.Key] = string.Join(',', header.Value);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json" && text.Length > 0;
        using var json = isJson ? JsonDocument.Parse(text) : null;
        return new Answer((int)response.StatusCode, json?.RootElement.Clone() ?? default, text, headers);
    }
}
