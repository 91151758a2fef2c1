using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using CsCheck;
using Xunit;

namespace Local.WebApi.Tests.Hosting;

/// <summary>
/// Bodies of rows, references and actions, and batches, made of valid pieces in senseless orders: every one is answered, none with an unexpected error.
/// URLs, headers and rows are the matter of Local.Reliability.Tests.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] values =
    [
        "null", "true", "1", "-1.5", "1e999", "\"\"", "\"x\"", "\"/contacts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)\"", "\"5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001\"", "\"2026-03-02T08:00:00Z\"", "{}", "[]",
        "[{}]", "[[]]", "{\"@odata.id\":\"x\"}", "{\"@odata.type\":\"Microsoft.Dynamics.CRM.contact\"}", "{\"@odata.type\":\"#Microsoft.Dynamics.CRM.expando\",\"a\":[1]}", "\"\\u0000\"",
    ];

    private static readonly string[] names =
    [
        "name", "accountid", "primarycontactid", "primarycontactid@odata.bind", "contact_customer_accounts", "contact_customer_accounts@odata.bind", "_primarycontactid_value", "ownerid@odata.bind",
        "statecode", "creditlimit", "lastonholdtime", "donotphone", "industrycode", "@odata.type", "@odata.id", "@odata.etag", "nonsense", "", "name@x.y", "Targets", "Account_Tasks", "value",
    ];

    private static readonly string[] targets =
    [
        "accounts", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)/name", "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)/primarycontactid/$ref",
        "accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)/contact_customer_accounts/$ref", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", "GrantAccess", "Merge", "WinOpportunity", "PublishXml", "ImportSolution", "emails",
    ];

    private static readonly Gen<string> Body = Gen.Select(OneOf(names), OneOf(values)).Array[0, 4]
        .Select(members => "{" + string.Join(',', members.Select(m => $"\"{m.Item1}\":{m.Item2}")) + "}");

    [Fact]
    public async Task AnyBody_IsAnsweredWithoutAnUnexpectedError()
    {
        await using var server = await TestServer.Start();
        await Gen.Select(OneOf(targets), OneOf("POST", "PATCH", "PUT"), Body).SampleAsync(
            async (target, method, body) => await Expected(server, new HttpMethod(method), target, body), iter: 600, threads: 1);
    }

    [Fact]
    public async Task AnyBatch_IsAnsweredWithoutAnUnexpectedError()
    {
        string[] lines = ["--b", "--b--", "--c", "--c--", "Content-Type: application/http", "Content-Type: multipart/mixed; boundary=c", "Content-Transfer-Encoding: binary", "Content-ID: 1", "", "POST accounts HTTP/1.1", "GET $1 HTTP/1.1", "{\"name\":\"A\"}", "nonsense"];
        await using var server = await TestServer.Start();
        await OneOf(lines).Array[0, 20].SampleAsync(
            async text =>
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join("\r\n", text) + "\r\n"));
                content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=b");
                using var response = await server.Client.PostAsync("$batch", content);
                Assert.True((int)response.StatusCode < 500, await response.Content.ReadAsStringAsync());
            },
            iter: 300, threads: 1);
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static async Task Expected(TestServer server, HttpMethod method, string url, string body)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.SendAsync(request);
        var answer = await Answer.Of(response);
        Assert.True(answer.Status is < 500 or 501, $"{method} {url} {body}: {answer.Text}");
        if (answer.Status >= 400) Assert.False(string.IsNullOrEmpty(answer.Message), $"{method} {url} {body}: {answer.Text}");
    }
}
