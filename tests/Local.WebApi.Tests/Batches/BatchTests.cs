using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Local.WebApi.Hosting;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Batches;

public sealed partial class BatchTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(new WebApiOptions { MostRequestsInBatch = 20 });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EachRequest_IsAnsweredInItsPlace()
    {
        var batch = await Batch(Part("POST accounts", """{"name":"A"}"""), Part("GET accounts?$select=name"), Part("GET WhoAmI"));

        Assert.Equal(200, batch.Status);
        Assert.Equal([204, 200, 200], Statuses(batch));
        Assert.Contains("\"name\":\"A\"", batch.Text, StringComparison.Ordinal);
        Assert.StartsWith("multipart/mixed; boundary=batchresponse_", batch.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailure_EndsTheBatchWithItsStatus()
    {
        var batch = await Batch(Part("POST accounts", """{"name":"A"}"""), Part("POST accounts", """{"nonsense":1}"""), Part("POST accounts", """{"name":"B"}"""));

        Assert.Equal(400, batch.Status);
        Assert.Equal([204, 400], Statuses(batch));
        Assert.Equal(["A"], Names());
    }

    [Fact]
    public async Task WithContinueOnError_TheOthersRunAll()
    {
        var batch = await Send([Part("POST accounts", """{"nonsense":1}"""), Part("DELETE accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)"), Part("POST accounts", """{"name":"B"}""")], "odata.continue-on-error");

        Assert.Equal(200, batch.Status);
        Assert.Equal([400, 404, 204], Statuses(batch));
        Assert.Equal(["B"], Names());
    }

    [Fact]
    public async Task AChangeSet_IsOneTransaction()
    {
        var batch = await Batch(
            ChangeSet(("1", Request("POST accounts", """{"name":"A"}""")), ("2", Request("POST accounts", $$"""{"name":"{{new string('x', 500)}}"}""")), ("3", Request("POST accounts", """{"name":"C"}"""))),
            Part("GET accounts"));

        Assert.Equal(400, batch.Status);
        Assert.Equal([400], Statuses(batch));
        Assert.Contains("Content-ID: 2", batch.Text, StringComparison.Ordinal);
        Assert.Contains("0x80044331", batch.Text, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task ARequestOfAChangeSet_NamesEarlierOnesByContentId()
    {
        var batch = await Batch(ChangeSet(
            ("contact", Request("POST contacts", """{"lastname":"Meier"}""")),
            ("account", Request("POST accounts", """{"name":"A","primarycontactid@odata.bind":"$contact"}""")),
            ("3", Request("PATCH $account", """{"telephone1":"044"}""")),
            ("4", Request("PUT $contact/parentcustomerid_account/$ref", """{"@odata.id":"$account"}""")),
            ("5", Request("PUT $account/fax", """{"value":"045"}"""))));

        Assert.Equal([204, 204, 204, 204, 204], Statuses(batch));
        var account = server.Service.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        var contact = server.Service.RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Assert.Equal((contact.Id, "044", "045"), (account.GetAttributeValue<EntityReference>("primarycontactid").Id, account["telephone1"], account["fax"]));
        Assert.Equal(account.Id, contact.GetAttributeValue<EntityReference>("parentcustomerid").Id);
    }

    [Fact]
    public async Task ReturnRepresentation_WorksInsideAChangeSet()
    {
        var batch = await Batch(ChangeSet(("1", Request("POST accounts?$select=name", """{"name":"A"}""", "Prefer: return=representation"))));

        Assert.Equal([201], Statuses(batch));
        Assert.Contains("\"name\":\"A\"", batch.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAction_CanBePartOfAChangeSet()
    {
        var batch = await Batch(ChangeSet(
            ("1", Request("POST accounts/Microsoft.Dynamics.CRM.CreateMultiple", """{"Targets":[{"name":"A"},{"name":"B"}]}""")),
            ("2", Request("POST accounts", """{"name":"C"}"""))));

        Assert.Equal([200, 204], Statuses(batch));
        Assert.Equal(["A", "B", "C"], Names());
    }

    public static TheoryData<string, string> BadBatches => new()
    {
        { "text/plain", "--b\r\n\r\n--b--\r\n" },
        { "multipart/mixed", "--b\r\n\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "" },
        { "multipart/mixed; boundary=b", "--b" },
        { "multipart/mixed; boundary=b", "nonsense" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET\r\n\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET accounts HTTP/1.1\r\nnonsense\r\n\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nGET accounts HTTP/1.1\r\n\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nPOST $batch HTTP/1.1\r\n\r\n{}\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: multipart/mixed; boundary=d\r\n\r\n--d--\r\n--c--\r\n--b--\r\n" },
        { "multipart/mixed; boundary=b", "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nGET accounts HTTP/1.1\r\n\r\n\r\n--c--\r\n--b--\r\n" },
    };

    [Theory, MemberData(nameof(BadBatches))]
    public async Task ABatchThatCannotBeRead_IsRefusedAndTheConnectionLives(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await server.Client.PostAsync("$batch", content);
        var answer = await Answer.Of(response);

        Assert.Equal(400, answer.Status);
        Assert.Contains("0x800", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await server.Get("WhoAmI")).Status);
    }

    [Fact]
    public async Task ABatchOfTooManyRequests_IsRefusedBeforeAnyRuns()
    {
        var batch = await Batch([.. Enumerable.Range(0, 21).Select(i => Part("POST accounts", """{"name":"A"}"""))]);

        Assert.Equal((400, "0x80040315"), (batch.Status, batch.Code));
        Assert.Empty(Names());
    }

    [Fact]
    public async Task AFetchOfTenThousandCharacters_TravelsInABatch()
    {
        var wanted = server.Service.Create(new Entity("account") { ["name"] = "A" });
        server.Service.Create(new Entity("account") { ["name"] = "B" });
        var values = string.Concat(Enumerable.Range(0, 150).Select(_ => $"<value>{Guid.NewGuid()}</value>")) + $"<value>{wanted}</value>";
        var fetch = $"<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='accountid' operator='in'>{values}</condition></filter></entity></fetch>";
        var url = "accounts?fetchXml=" + Uri.EscapeDataString(fetch);

        var batch = await Batch(Part("GET " + url), Part($"GET {server.Root}{url}"));

        Assert.InRange(url.Length, 9_000, 12_000);
        Assert.Equal([200, 200], Statuses(batch));
        Assert.Equal(2, batch.Text.Split("\"name\":\"A\"").Length - 1);
        Assert.DoesNotContain("\"name\":\"B\"", batch.Text, StringComparison.Ordinal);
    }

    private string[] Names() =>
        [.. server.Service.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("name") }).Entities.Select(a => (string)a["name"]).Order()];

    private Task<Answer> Batch(params string[] parts) => Send(parts, null);

    private async Task<Answer> Send(string[] parts, string? prefer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch");
        request.Content = new StringContent(string.Concat(parts.Select(p => "--b1\r\n" + p)) + "--b1--\r\n");
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=\"b1\"");
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        using var response = await server.Client.SendAsync(request);
        return await Answer.Of(response);
    }

    private static string Part(string line, string? body = null) => $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{Request(line, body)}\r\n";

    private static string Request(string line, string? body = null, string? header = null) =>
        $"{line} HTTP/1.1\r\nContent-Type: application/json\r\n{(header is null ? "" : header + "\r\n")}\r\n{body}\r\n";

    private static string ChangeSet(params (string ContentId, string Request)[] requests) =>
        "Content-Type: multipart/mixed; boundary=c1\r\n\r\n" +
        string.Concat(requests.Select(r => $"--c1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {r.ContentId}\r\n\r\n{r.Request}\r\n")) +
        "--c1--\r\n\r\n";

    private static IEnumerable<int> Statuses(Answer batch) =>
        Status().Matches(batch.Text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^HTTP/1\.1 (\d+)", RegexOptions.Multiline)]
    private static partial Regex Status();
}
