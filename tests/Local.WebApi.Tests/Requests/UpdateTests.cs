using System;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class UpdateTests : IAsyncLifetime
{
    private static readonly (string, string) MustExist = ("If-Match", "*"), MustNotExist = ("If-None-Match", "*");

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(withMachines: true);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task PatchOfARow_ChangesWhatItNamesAndNothingElse()
    {
        var id = server.Service.Create(new Entity("account") { ["name"] = "Muster AG", ["telephone1"] = "044", ["primarycontactid"] = Contact() });

        var answer = await server.Patch($"accounts({id})", new { telephone1 = "043", fax = (string?)null });

        Assert.Equal(204, answer.Status);
        Assert.Equal(id, answer.Id);
        var row = Read("account", id);
        Assert.Equal(("Muster AG", "043", true), (row["name"], row["telephone1"], row.Contains("primarycontactid")));
    }

    [Theory]
    [InlineData("""{"telephone1":"043","primarycontactid":{"lastname":"Meier"}}""")]
    [InlineData("""{"telephone1":"043","contact_customer_accounts":[{"lastname":"Meier"}]}""")]
    [InlineData("""{"telephone1":"043","Account_Tasks":[{"subject":"Call"}]}""")]
    public async Task NestedRowsInAPatch_AreRefusedAndNothingIsWritten(string body)
    {
        var id = server.Account("A");
        foreach (var headers in new[] { Array.Empty<(string, string)>(), [MustExist] })
        {
            var answer = await server.Send(HttpMethod.Patch, $"accounts({id})", body, headers);

            Assert.Equal((400, "0x80048d19"), (answer.Status, answer.Code));
            Assert.Contains("Deep update is not supported", answer.Message, StringComparison.Ordinal);
        }
        Assert.False(Read("account", id).Contains("telephone1"));
        Assert.Empty(server.Organization.Rows("contact", "lastname", "Meier"));
    }

    [Fact]
    public async Task ANullBind_EmptiesTheLookup()
    {
        var id = server.Service.Create(new Entity("account") { ["name"] = "A", ["primarycontactid"] = Contact() });

        Assert.Equal(204, (await server.Send(HttpMethod.Patch, $"accounts({id})", """{"primarycontactid@odata.bind":null}""")).Status);

        Assert.False(Read("account", id).Contains("primarycontactid"));
    }

    [Theory]
    [InlineData(false, 204, 204)]
    [InlineData(true, 201, 200)]
    public async Task PatchOfARowThatIsNotThere_CreatesIt(bool representation, int created, int updated)
    {
        var url = $"accounts({Guid.NewGuid()})?$select=name";
        (string, string)[] headers = representation ? [("Prefer", "return=representation")] : [];

        Assert.Equal(created, (await server.Patch(url, new { name = "One" }, headers)).Status);
        Assert.Equal(updated, (await server.Patch(url, new { name = "Two" }, headers)).Status);
        Assert.Equal("Two", (await server.Get(url))["name"].GetString());
    }

    [Fact]
    public async Task IfMatchStar_DoesNotCreate()
    {
        var id = Guid.NewGuid();

        var answer = await server.Patch($"accounts({id})", new { name = "One" }, MustExist);

        Assert.Equal((404, "0x80040217"), (answer.Status, answer.Code));
        Assert.Equal(404, (await server.Get($"accounts({id})")).Status);
    }

    [Fact]
    public async Task IfNoneMatchStar_DoesNotUpdate()
    {
        var id = server.Account("Before");

        var answer = await server.Patch($"accounts({id})", new { name = "After" }, MustNotExist);

        Assert.Equal((412, "0x80040237"), (answer.Status, answer.Code));
        Assert.Equal("Before", Read("account", id)["name"]);
        Assert.Equal(204, (await server.Patch($"accounts({Guid.NewGuid()})", new { name = "New" }, MustNotExist)).Status);
    }

    [Fact]
    public async Task AnETag_LetsOnlyItsVersionBeChanged()
    {
        var id = server.Account("Before");
        var etag = (await server.Get($"accounts({id})?$select=name"))["@odata.etag"].GetString()!;

        Assert.Equal(204, (await server.Patch($"accounts({id})", new { name = "First" }, ("If-Match", etag))).Status);
        var late = await server.Patch($"accounts({id})", new { name = "Second" }, ("If-Match", etag));
        var lateDelete = await server.Send(HttpMethod.Delete, $"accounts({id})", null, ("If-Match", etag));

        Assert.Equal((412, "0x80060882"), (late.Status, late.Code));
        Assert.Equal(412, lateDelete.Status);
        Assert.Equal("First", Read("account", id)["name"]);
    }

    [Fact]
    public async Task ARowThatHasNotChanged_Is304()
    {
        var id = server.Account("Same");
        var etag = (await server.Get($"accounts({id})?$select=name"))["@odata.etag"].GetString()!;

        var unchanged = await server.Send(HttpMethod.Get, $"accounts({id})?$select=name", null, ("If-None-Match", etag));
        server.Service.Update(new Entity("account", id) { ["name"] = "Other" });
        var changed = await server.Send(HttpMethod.Get, $"accounts({id})?$select=name", null, ("If-None-Match", etag));

        Assert.Equal((304, ""), (unchanged.Status, unchanged.Text));
        Assert.Equal("Other", changed["name"].GetString());
    }

    [Fact]
    public async Task AnAlternateKey_NamesTheRowOfEveryRequest()
    {
        const string Url = "tst_machines(tst_serialnumber='O''Neil 7')";

        Assert.Equal(204, (await server.Patch(Url, new { tst_name = "Press" })).Status);
        Assert.Equal(204, (await server.Patch(Url, new { tst_hours = 12.25m })).Status);
        var read = await server.Get(Url + "?$select=tst_name,tst_hours,tst_serialnumber");
        Assert.Equal(("Press", 12.25m, "O'Neil 7"), (read["tst_name"].GetString(), read["tst_hours"].GetDecimal(), read["tst_serialnumber"].GetString()));
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, Url)).Status);
        var gone = await server.Get(Url);
        Assert.Equal((404, "0x80060891"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task AKeyOfALookupAndAChoice_NamesItsRow()
    {
        var account = server.Account("Muster AG");
        var created = await server.Send(HttpMethod.Post, "tst_machines", $$"""{"tst_name":"Press","tst_risk":123450000,"tst_CustomerId@odata.bind":"/accounts({{account}})"}""");
        Assert.Equal(204, created.Status);

        var url = $"tst_machines(_tst_customerid_value={account},tst_risk=123450000)";
        Assert.Equal("Press", (await server.Get(url + "?$select=tst_name"))["tst_name"].GetString());
        var bound = await server.Send(HttpMethod.Post, "contacts", $$"""{"lastname":"X","tst_machine_contact@odata.bind":["{{url}}"]}""");
        Assert.Equal(204, bound.Status);
        Assert.Equal("Press", (await server.Get($"contacts({bound.Id})?$expand=tst_machine_contact($select=tst_name)"))["tst_machine_contact"][0].GetProperty("tst_name").GetString());
    }

    [Fact]
    public async Task ASingleProperty_IsPutReadAndDeleted()
    {
        var id = server.Account("Muster AG");

        Assert.Equal(204, (await server.Send(HttpMethod.Put, $"accounts({id})/telephone1", new { value = "044" })).Status);
        var read = await server.Get($"accounts({id})/telephone1");
        Assert.Equal("044", read["value"].GetString());
        Assert.Equal($"{server.Root}$metadata#accounts({id})/telephone1", read["@odata.context"].GetString());
        Assert.Equal("044", (await server.Get($"accounts({id})/telephone1/$value")).Text);
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"accounts({id})/telephone1")).Status);
        Assert.Equal((204, ""), ((await server.Get($"accounts({id})/telephone1")) is var empty ? (empty.Status, empty.Text) : default));
    }

    [Fact]
    public async Task ADeletedRow_IsGone()
    {
        var id = server.Account("Muster AG");

        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"accounts({id})")).Status);

        Assert.Equal(404, (await server.Send(HttpMethod.Delete, $"accounts({id})")).Status);
        Assert.Equal(404, (await server.Get($"accounts({id})")).Status);
    }

    private EntityReference Contact() => new("contact", server.Service.Create(new Entity("contact") { ["lastname"] = "Meier" }));

    private Entity Read(string table, Guid id) => server.Service.Retrieve(table, id, new ColumnSet(true));
}
