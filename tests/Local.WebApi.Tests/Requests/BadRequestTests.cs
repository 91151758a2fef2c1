using System;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class BadRequestTests(BadRequestTests.Running running) : IClassFixture<BadRequestTests.Running>
{
    private TestServer Server => running.Server;

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "A request body is needed" },
        { "{", "Invalid JSON" },
        { "{\"name\":\"A\",}", "Invalid JSON" },
        { "{\"name\":'A'}", "Invalid JSON" },
        { "{\"name\":\"A\"} {}", "Invalid JSON" },
        { "[]", "a row is a JSON object" },
        { "\"A\"", "a row is a JSON object" },
        { "null", "a row is a JSON object" },
        { new string('[', 100_000), "Invalid JSON" },
        { "{\"name\":\"\\uD800\"}", "Invalid JSON" },
        { "{\"nonsense\":1}", "Invalid property 'nonsense' was found in entity 'Microsoft.Dynamics.CRM.account'" },
        { "{\"Name\":\"A\"}", "Invalid property 'Name' was found" },
        { "{\"name\":5}", "Cannot read the value '5'" },
        { "{\"name\":{\"a\":1}}", "Cannot read the value" },
        { "{\"numberofemployees\":\"many\"}", "Cannot convert the literal 'many' to the expected type 'Edm.Int32'" },
        { "{\"numberofemployees\":1.5}", "Cannot convert the literal '1.5' to the expected type 'Edm.Int32'" },
        { "{\"numberofemployees\":99999999999}", "expected type 'Edm.Int32'" },
        { "{\"creditlimit\":\"1000\"}", "parameter 'IEEE754Compatible' false/true" },
        { "{\"creditlimit\":1e400}", "expected type 'Edm.Decimal'" },
        { "{\"donotphone\":1}", "expected type 'Edm.Boolean'" },
        { "{\"lastonholdtime\":\"2026-03-02\"}", "expected type 'Edm.DateTimeOffset'" },
        { "{\"lastonholdtime\":\"2026-02-30T00:00:00Z\"}", "expected type 'Edm.DateTimeOffset'" },
        { "{\"accountid\":\"x\"}", "expected type 'Edm.Guid'" },
        { "{\"industrycode\":\"Accounting\"}", "expected type 'Edm.Int32'" },
        { "{\"_primarycontactid_value\":\"5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001\"}", "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead." },
        { "{\"primarycontactid\":\"5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001\"}", "a row is a JSON object" },
        { "{\"nonsense@odata.bind\":\"/contacts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)\"}", "An undeclared property 'nonsense'" },
        { "{\"primarycontactid@odata.bind\":5}", "must have a non-null string value" },
        { "{\"contact_customer_accounts@odata.bind\":\"x\"}", "must have an array value" },
        { "{\"contact_customer_accounts\":{}}", "An array is needed" },
        { "{\"@logicalName\":\"account\"}", "'logicalName' is an invalid instance annotation name" },
        { "{\"@odata.type\":\"Microsoft.Dynamics.CRM.nonsense\"}", "could not be resolved by the model" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task ABodyThatCannotBeRead_IsRefusedWithAReason(string body, string reason)
    {
        var answer = await Server.Send(HttpMethod.Post, "accounts", body);

        Assert.Equal((400, "0x80048d19"), (answer.Status, answer.Code));
        Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Service.RetrieveMultiple(new QueryExpression("account")).Entities);
    }

    public static TheoryData<string, string, int, string> Urls => new()
    {
        { "GET", "Account", 404, "0x8006088a" },
        { "GET", "nonsenses(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", 404, "0x8006088a" },
        { "GET", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", 404, "0x80040217" },
        { "GET", "accounts(nonsense)", 400, "0x80060888" },
        { "GET", "accounts(", 400, "0x80060888" },
        { "GET", "accounts('", 400, "0x80060888" },
        { "GET", "accounts(name='A')", 400, "0x80060888" },
        { "GET", "accounts(nonsense='A')", 400, "0x80060888" },
        { "GET", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)/nonsense", 404, "0x8006088a" },
        { "GET", "accounts?$select=nonsense", 400, "0x80060888" },
        { "GET", "accounts?$filter=name eq", 400, "0x80060888" },
        { "GET", "accounts?$filter=name eq 5", 400, "0x80060888" },
        { "GET", "%", 404, "0x8006088a" },
        { "GET", "accounts?$top=-1", 400, "0x80060888" },
        { "DELETE", "accounts", 405, "0x80060888" },
        { "PATCH", "accounts", 405, "0x80060888" },
        { "PUT", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", 405, "0x80060888" },
        { "POST", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", 405, "0x80060888" },
        { "POST", "WhoAmI", 405, "0x80060888" },
        { "GET", "PublishAllXml", 405, "0x80060888" },
        { "POST", "Nonsense", 404, "0x8006088a" },
        { "GET", "$batch", 405, "0x80060888" },
        { "TRACE", "accounts", 405, "0x80060888" },
        { "NONSENSE", "accounts", 405, "0x80060888" },
        { "GET", "$metadata/nonsense", 404, "0x8006088a" },
    };

    [Theory, MemberData(nameof(Urls))]
    public async Task AUrlThatLeadsNowhere_IsRefusedWithThePlatformsCode(string method, string url, int status, string code)
    {
        var answer = await Server.Send(new HttpMethod(method), url);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.False(string.IsNullOrWhiteSpace(answer.Message));
        Assert.Equal(200, (await Server.Get("WhoAmI")).Status);
    }

    [Fact]
    public async Task ErrorAnnotations_AreWrittenWhenAskedFor()
    {
        var plain = await Server.Get("accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)");
        var annotated = await Server.Get("accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", "odata.include-annotations=\"*\"");

        Assert.False(plain["error"].TryGetProperty("@Microsoft.PowerApps.CDS.HelpLink", out _));
        Assert.Contains("80040217", annotated["error"].GetProperty("@Microsoft.PowerApps.CDS.HelpLink").GetString(), StringComparison.Ordinal);
        Assert.Equal(annotated.Message, annotated["error"].GetProperty("@Microsoft.PowerApps.CDS.InnerError.Message").GetString());
    }

    [Fact]
    public async Task WhatTheEngineRefuses_KeepsItsCode()
    {
        var tooLong = await Server.Post("accounts", new { name = new string('x', 500) });
        var noOption = await Server.Post("accounts", new { name = "A", industrycode = 999 });

        Assert.Equal((400, "0x80044331"), (tooLong.Status, tooLong.Code));
        Assert.Equal((400, "0x8004431a"), (noOption.Status, noOption.Code));
    }

    public sealed class Running : IAsyncLifetime
    {
        public TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await TestServer.Start();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
