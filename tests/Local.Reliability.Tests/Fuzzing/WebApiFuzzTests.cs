using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CsCheck;
using Local.Dataverse;
using Local.WebApi.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>URLs, headers and bodies that no honest client sends: answered with the platform's error and a sentence, and the next request is served.</summary>
public sealed class WebApiFuzzTests : IAsyncLifetime
{
    private static readonly Gen<string> set = Gen.Frequency((6, Gen.OneOf("accounts", "contacts", "salesorders", "tasks", "systemusers")), (1, Fuzz.Text.Select(Uri.EscapeDataString)), (1, Gen.OneOf("$metadata", "$batch", "WhoAmI", "WhoAmI()", "EntityDefinitions", "nowheres", "RetrieveVersion()")));

    private static readonly Gen<string> literal = Gen.OneOf(
        Fuzz.Text.Select(t => "'" + t.Replace("'", "''", StringComparison.Ordinal) + "'"), Fuzz.Text,
        Gen.OneOf("null", "true", "5", "-1.5e300", "2026-03-02", "2026-03-02T08:00:00Z", "duration'P1D'", "@p", "''", "'", "9999999999999999999999", Fuzz.MarkedNumber.ToString(CultureInfo.InvariantCulture)), Gen.Guid.Select(g => g.ToString()));

    private static readonly Gen<string> property = Gen.Frequency(
        (5, Fuzz.Column), (2, Gen.OneOf("_parentcustomerid_value", "_ownerid_value", "primarycontactid/fullname", "primarycontactid", "contact_customer_accounts", "parentcustomerid_account/name", "Microsoft.Dynamics.CRM.account/name", "$it", "$count")));

    private static readonly Gen<string> key = Gen.OneOf(
        Gen.Const(""), Gen.Const(""), Gen.Guid.Select(g => $"({g})"), literal.Select(l => $"({l})"), Gen.Select(property, literal).Select((p, l) => $"({p}={l})"), Gen.OneOf("()", "(", "(a=1,b=2)", "/name", "/name/$value", "/$count", "/primarycontactid/$ref", "/Microsoft.Dynamics.CRM.Nothing()"));

    private static readonly Gen<string> option = Gen.OneOf(
        Condition(2).Select(c => "$filter=" + Uri.EscapeDataString(c)), Condition(1).Select(c => "$filter=" + c),
        property.Array[0, 3].Select(p => "$select=" + string.Join(',', p)),
        Gen.Select(property, Gen.OneOf("", " asc", " desc", " sideways")).Select((p, d) => $"$orderby={p}{d}"),
        Gen.Select(property, property, Condition(0)).Select((n, p, c) => Uri.EscapeDataString($"$expand={n}($select={p};$filter={c})").Replace("%3D", "=", StringComparison.Ordinal)),
        property.Select(p => "$expand=" + p), Fuzz.Text.Select(t => "$top=" + Uri.EscapeDataString(t)), Fuzz.Text.Select(t => "$skiptoken=" + Uri.EscapeDataString(t)), Fuzz.Text.Select(t => "$count=" + Uri.EscapeDataString(t)),
        Gen.Select(property, property).Select((g, a) => $"$apply=groupby(({g}),aggregate({a} with sum as total,$count as n))"), FetchXmlGen.Query.Select(f => "fetchXml=" + Uri.EscapeDataString(f)),
        Gen.Guid.Select(g => "savedQuery=" + g), literal.Select(l => "@p=" + Uri.EscapeDataString(l)), Fuzz.Text.Select(t => Uri.EscapeDataString(t) + "=" + Uri.EscapeDataString(t)));

    private static readonly Gen<string> url =
        from name in set
        from of in key
        from options in option.Array[0, 3]
        select name + of + (options.Length == 0 ? "" : "?" + string.Join('&', options));

    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
    private readonly List<string> offending = [];
    private WebApiServer? server;
    private HttpClient client = new();
    private Guid known;

    public async ValueTask InitializeAsync()
    {
        known = dataverse.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG", ["revenue"] = new Money(10m) });
        server = await WebApiServer.StartAsync(dataverse, new WebApiOptions());
        using var anonymous = new HttpClient { BaseAddress = server.BaseAddress };
        using var answer = await anonymous.PostAsync(new Uri("token", UriKind.Relative), Json(JsonSerializer.Serialize(new { one_time_token = server.OneTimeToken })));
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        client.Dispose();
        client = new HttpClient { BaseAddress = new Uri(server.BaseAddress, "api/data/v9.2/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Fuzz.WatchSql(dataverse, offending);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (server is not null) await server.DisposeAsync();
        dataverse.Dispose();
    }

    [Fact]
    public async Task AnyUrl_IsAnsweredOrRefused()
    {
        var answered = 0;
        await url.SampleAsync(
            async u =>
            {
                if (await Send(HttpMethod.Get, u, null) < 300) answered++;
            },
            iter: Fuzz.Times(1500), threads: 1);
        Assert.True(answered > 0, "No URL was right: what is refused at the door tests nothing.");
        await StillServes();
    }

    [Fact]
    public async Task AnyBody_IsTakenOrRefused()
    {
        var body =
            from properties in Gen.Select(BodyProperty(), Value(2)).Array[0, 5]
            from change in Gen.Int[0, 8]
            from at in Gen.Int[0, 10_000]
            from character in Gen.Char[' ', '~']
            select Changed(Object(properties), change, at, character);
        var request =
            from method in Gen.OneOf(HttpMethod.Post, HttpMethod.Patch, HttpMethod.Put, HttpMethod.Delete)
            from target in Gen.Frequency((3, Gen.OneOf("accounts", "contacts", "tasks", "salesorders", "WhoAmI", "Merge", "$batch")), (2, Gen.Const("KNOWN")), (1, url))
            from text in body
            select (method, target, text);
        await request.SampleAsync(r => Send(r.method, r.target == "KNOWN" ? $"accounts({known})" : r.target, r.method == HttpMethod.Delete ? null : r.text), iter: Fuzz.Times(1500), threads: 1);
        await StillServes();
    }

    [Fact]
    public async Task AnyHeader_IsTakenOrRefused()
    {
        var header = Gen.Select(
            Gen.OneOf("Prefer", "If-Match", "If-None-Match", "MSCRMCallerID", "CallerObjectId", "OData-Version", "OData-MaxVersion", "Accept", "MSCRM.SuppressDuplicateDetection", "Content-Type"),
            Gen.OneOf(Fuzz.Text, Gen.OneOf("odata.maxpagesize=0", "odata.maxpagesize=99999999999", "odata.include-annotations=\"*\"", "return=representation", "W/\"1\"", "W/\"x\"", "*", "5.0", "multipart/mixed;boundary=", "application/xml")));
        await Gen.Select(url, header.Array[1, 3]).SampleAsync((u, headers) => Send(HttpMethod.Get, u, null, headers), iter: Fuzz.Times(700), threads: 1);
        await StillServes();
    }

    private async Task<int> Send(HttpMethod method, string relative, string? body, params (string Name, string Value)[] headers)
    {
        if (!Uri.TryCreate(client.BaseAddress, relative, out var address) || address.Authority != client.BaseAddress!.Authority) return 0;
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = Json(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, new string([.. value.Where(c => c is >= ' ' and <= '~')]));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        if (status < 400 || !address.AbsolutePath.StartsWith(client.BaseAddress.AbsolutePath, StringComparison.Ordinal)) return status;
        var error = JsonNode.Parse(text)?["error"];
        var message = error?["message"]?.GetValue<string>();
        Assert.False(string.IsNullOrWhiteSpace(message), $"{status}: {text}");
        Assert.True(error?["code"]?.GetValue<string>() is { Length: > 0 } code && !(code == "0x80040216" && Fuzz.NamesAnException(message!)), $"{method} {relative}\n{body}\n{text}");
        return status;
    }

    private async Task StillServes()
    {
        Assert.Empty(offending);
        Assert.Equal(200, await Send(HttpMethod.Get, "WhoAmI", null));
    }

    private static Gen<string> Condition(int depth) => depth == 0
        ? Gen.Select(property, Gen.OneOf("eq", "ne", "gt", "le", "in", "has", "add", "like"), literal).Select((p, o, l) => $"{p} {o} {l}")
        : Gen.OneOf(
            Condition(0),
            Gen.Select(Gen.OneOf("contains", "startswith", "endswith", "year", "length", "nothing", "Microsoft.Dynamics.CRM.Under", "Microsoft.Dynamics.CRM.LastXDays"), property, literal).Select((f, p, l) => $"{f}({p},{l})"),
            Gen.Select(Gen.OneOf("Microsoft.Dynamics.CRM.Between", "Microsoft.Dynamics.CRM.In", "Microsoft.Dynamics.CRM.ThisYear"), property, Fuzz.Text).Select((f, p, t) => $"{f}(PropertyName='{p}',PropertyValues=[\"{t}\",\"x\"])"),
            Gen.Select(Condition(depth - 1), Gen.OneOf("and", "or", "xor"), Condition(depth - 1)).Select((l, o, r) => $"({l}) {o} ({r})"),
            Condition(depth - 1).Select(c => $"not ({c})"),
            Gen.Select(property, Gen.OneOf("any", "all"), Condition(depth - 1)).Select((p, q, c) => $"{p}/{q}(o:o/{c})"));

    private static Gen<string> BodyProperty() => Gen.OneOf(
        Fuzz.Column, Gen.OneOf("primarycontactid@odata.bind", "parentaccountid@odata.bind", "ownerid@odata.bind", "contact_customer_accounts", "primarycontactid", "@odata.type", "@odata.id", "@odata.etag", "name@odata.type", "task_activity_parties", "", Fuzz.Marker));

    private static Gen<JsonNode?> Value(int depth) => depth == 0
        ? Gen.OneOf(
            Fuzz.Text.Select(t => (JsonNode?)JsonValue.Create(t)), Gen.Int.Select(i => (JsonNode?)JsonValue.Create(i)), Gen.Double.Where(double.IsFinite).Select(d => (JsonNode?)JsonValue.Create(d)),
            Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)), Gen.Guid.Select(g => (JsonNode?)JsonValue.Create($"/accounts({g})")), Gen.Const(() => (JsonNode?)null), Gen.Const(() => (JsonNode?)JsonValue.Create(Fuzz.MarkedNumber)))
        : Gen.Frequency(
            (5, Value(0)),
            (1, Value(depth - 1).Array[0, 3].Select(v => (JsonNode?)new JsonArray([.. v.Select(n => n?.DeepClone())]))),
            (1, Gen.Select(BodyProperty(), Value(depth - 1)).Array[0, 3].Select(p => (JsonNode?)JsonNode.Parse(Object(p)))));

    private static string Object((string Name, JsonNode? Value)[] properties) =>
        "{" + string.Join(',', properties.DistinctBy(p => p.Name).Select(p => JsonSerializer.Serialize(p.Name) + ":" + (p.Value?.ToJsonString() ?? "null"))) + "}";

    private static string Changed(string text, int change, int at, char character)
    {
        at %= text.Length;
        return change switch { 0 => text.Remove(at, 1), 1 => text.Insert(at, character.ToString()), 2 => text[..at], 3 => text.Replace("}", "," + text[1..], StringComparison.Ordinal), _ => text };
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
