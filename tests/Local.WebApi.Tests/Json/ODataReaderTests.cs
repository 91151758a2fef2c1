using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using System.Xml;
using Local.WebApi.Tests.Hosting;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Json;

/// <summary>
/// Every kind of answer, read by the ODataMessageReader of Microsoft.OData.Core against the served $metadata, with all its validations: what the server
/// writes by hand means to OData's own reader what it should.
/// </summary>
public sealed class ODataReaderTests(ODataReaderTests.Running running) : IClassFixture<ODataReaderTests.Running>
{
    private const string AllAnnotations = "odata.include-annotations=\"*\"";

    private TestServer Server => running.Server;

    // what is asked | Prefer | rows of the set itself | rows in it and in what was expanded
    public static TheoryData<string, string?, int, int> Sets => new()
    {
        { "accounts?$select=name,revenue,numberofemployees,creditonhold,createdon,_primarycontactid_value,industrycode", null, 3, 3 },
        { "accounts", AllAnnotations, 3, 3 },
        { "accounts?$select=name&$count=true", AllAnnotations, 3, 3 },
        { "accounts?$select=name&$orderby=name", "odata.maxpagesize=2," + AllAnnotations, 2, 2 },
        { "accounts?$select=name&$expand=primarycontactid($select=fullname)", null, 3, 4 },
        { "accounts?$select=name&$expand=contact_customer_accounts($select=fullname;$orderby=fullname),primarycontactid,ownerid", AllAnnotations, 3, 9 },
        { "accounts?$select=name&$expand=primarycontactid/$ref", null, 3, 4 },
        { "contacts?$select=fullname,birthdate&$expand=parentcustomerid_account($select=name;$expand=primarycontactid($select=lastname))", null, 2, 6 },
        { "accounts?$filter=startswith(name,'E')&$select=name", null, 1, 1 },
        { "accounts?$filter=name eq 'nobody'", null, 0, 0 },
        { "tasks?$select=subject,scheduledend&$expand=regardingobjectid_account_task($select=name)", AllAnnotations, 1, 2 },
        { "activitypointers?$select=subject,activitytypecode&$filter=activityid eq {task}", null, 1, 1 },
        { "systemusers?$select=fullname,domainname", null, 2, 2 },
        { "EntityDefinitions?$select=LogicalName,SchemaName,ObjectTypeCode&$filter=LogicalName eq 'account'", null, 1, 1 },
        { "EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName,AttributeType&$filter=LogicalName eq 'name'", null, 1, 1 },
        { "EntityDefinitions(LogicalName='account')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$filter=LogicalName eq 'industrycode'&$expand=OptionSet", null, 1, 2 },
        { "savedqueries?$select=name,isdefault,iscustomizable", null, 1, 1 },
    };

    [Theory, MemberData(nameof(Sets))]
    public async Task ASetOfRows_IsReadAsOne(string url, string? prefer, int rows, int all)
    {
        var read = await ReadSet(url, prefer, knowsAll: true);

        // Labels and options are objects of definitions, but no rows.
        Assert.Equal((rows, all), (read.Top, read.Rows.Count(r => r.TypeName is null || running.Model.FindDeclaredType(r.TypeName) is IEdmEntityType)));
    }

    [Theory]
    [InlineData("accounts?$apply=aggregate(revenue with sum as total)", 1)]
    [InlineData("accounts?$apply=groupby((creditonhold),aggregate($count as number))", 2)]
    [InlineData("accounts?fetchXml=<fetch><entity name='account'><attribute name='name'/><link-entity name='contact' from='contactid' to='primarycontactid' alias='c'><attribute name='lastname' alias='who'/></link-entity></entity></fetch>", 1)]
    [InlineData("accounts?fetchXml=<fetch aggregate='true'><entity name='account'><attribute name='accountid' alias='n' aggregate='count'/></entity></fetch>", 1)]
    public async Task ASetWithAliases_IsReadAsOne(string url, int rows) =>
        Assert.Equal(rows, (await ReadSet(url, AllAnnotations, knowsAll: false)).Top);

    // what is asked | Prefer | rows in it and in what was expanded
    public static TheoryData<string, string?, int> Singles => new()
    {
        { "accounts({account})", AllAnnotations, 1 },
        { "accounts({account})?$select=name,revenue,createdon", null, 1 },
        { "accounts({account})?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=fullname)", AllAnnotations, 4 },
        { "accounts({account})?$expand=ownerid", null, 2 },
        { "accounts({account})/primarycontactid", null, 1 },
        { "tasks({task})?$expand=regardingobjectid_account_task", null, 2 },
        { "systemusers({user})?$select=fullname", null, 1 },
        { "EntityDefinitions(LogicalName='account')?$select=LogicalName,DisplayName", null, 4 },
        { "EntityDefinitions(LogicalName='account')/Attributes(LogicalName='industrycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet", null, 2 },
        { "WhoAmI", null, 1 },
        { "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')", null, 2 },
        { "RetrieveTotalRecordCount(EntityNames=['account','contact'])", null, 2 },
        { "systemusers({user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t={\"@odata.id\":\"accounts({account})\"}", null, 1 },
        { "InitializeFrom(EntityMoniker=@e,TargetEntityName='contact',TargetFieldType=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate')?@e={\"@odata.id\":\"accounts({account})\"}", null, 1 },
        { "test_Product(test_Factor=6,test_Other=7)", null, 1 },
    };

    [Theory, MemberData(nameof(Singles))]
    public async Task ARowOrAnObject_IsReadAsOne(string url, string? prefer, int all)
    {
        var answer = await Get(url, prefer);
        using var message = Message(answer).Open(Server.Root, running.Model);

        var read = Read(message.CreateODataResourceReader());

        Assert.True(all <= read.Rows.Count, $"{read.Rows.Count} in {answer.Text}");
    }

    [Theory]
    [InlineData("POST", "leads", """{"lastname":"Neu"}""", "return=representation")]
    [InlineData("POST", "leads?$select=lastname&$expand=parentcontactid($select=fullname)", """{"lastname":"Neu","parentcontactid@odata.bind":"contacts({contact})"}""", "return=representation," + AllAnnotations)]
    [InlineData("PATCH", "accounts({account})?$select=name,telephone1", """{"telephone1":"1"}""", "return=representation")]
    public async Task WhatAWriteGivesBack_IsReadAsARow(string method, string url, string body, string prefer)
    {
        var answer = await Server.Send(new HttpMethod(method), running.Filled(url), running.Filled(body), ("Prefer", prefer));
        Assert.True(answer.Status is 200 or 201, answer.Text);
        using var message = Message(answer).Open(Server.Root, running.Model);

        Assert.NotEmpty(Read(message.CreateODataResourceReader()).Rows);
    }

    [Fact]
    public async Task ValuesAndAnnotations_ReachTheReaderWithTheirTypes()
    {
        var read = await ReadSet("accounts?$select=name,revenue,numberofemployees,creditonhold,createdon,_primarycontactid_value&$filter=name eq 'Eins'", AllAnnotations, knowsAll: true);

        var row = read.Rows.Single();
        var values = row.Properties.OfType<ODataProperty>().ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(("Eins", 1234.5m, 7, true), (values["name"], values["revenue"], values["numberofemployees"], values["creditonhold"]));
        Assert.IsType<DateTimeOffset>(values["createdon"]);
        Assert.Equal(running.Contact, values["_primarycontactid_value"]);
        Assert.StartsWith("W/\"", row.ETag, StringComparison.Ordinal);
        var lookup = row.Properties.Single(p => p.Name == "_primarycontactid_value").InstanceAnnotations.ToDictionary(a => a.Name, a => ((ODataPrimitiveValue)a.Value).Value);
        Assert.Equal(("Ann Amsler", "contact"), (lookup["OData.Community.Display.V1.FormattedValue"], lookup["Microsoft.Dynamics.CRM.lookuplogicalname"]));
    }

    [Fact]
    public async Task CountAndNextLink_ReachTheReader()
    {
        var read = await ReadSet("accounts?$select=name&$count=true", "odata.maxpagesize=2", knowsAll: true);

        Assert.Equal(3, read.Set!.Count);
        var next = await Server.Get(read.Set.NextPageLink.AbsoluteUri, "odata.maxpagesize=2");
        Assert.Single(next["value"].EnumerateArray());
    }

    [Fact]
    public async Task References_AreReadAsLinks()
    {
        var answer = await Get("accounts({account})/contact_customer_accounts/$ref", null);
        using var many = Message(answer).Open(Server.Root, running.Model);
        Assert.Equal(2, many.ReadEntityReferenceLinks().Links.Count());

        var single = await Get("accounts({account})/primarycontactid/$ref", null);
        using var one = Message(single).Open(Server.Root, running.Model);
        Assert.Equal(new Uri(Server.Root, $"contacts({running.Contact})"), one.ReadEntityReferenceLink().Url);
    }

    [Fact]
    public async Task APropertyAlone_IsReadAsOne()
    {
        using var name = Message(await Get("accounts({account})/name", null)).Open(Server.Root, running.Model);
        Assert.Equal("Eins", name.ReadProperty().Value);

        using var revenue = Message(await Get("accounts({account})/revenue", null)).Open(Server.Root, running.Model);
        Assert.Equal(1234.5m, revenue.ReadProperty().Value);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)")]
    [InlineData("accounts?$filter=nonsense eq 1")]
    [InlineData("accounts?$select=name&$top=x")]
    public async Task AnError_IsReadAsOne(string url)
    {
        var answer = await Server.Get(url);
        Assert.True(answer.Status >= 400, answer.Text);
        using var message = Message(answer).Open(Server.Root, model: null);

        var error = message.ReadError();

        Assert.Equal((answer.Code, answer.Message), (error.Code, error.Message));
    }

    [Fact]
    public async Task TheServiceDocument_NamesTheSetsOfTheModel()
    {
        using var message = Message(await Get("", null)).Open(Server.Root, running.Model);

        var sets = message.ReadServiceDocument().EntitySets.Select(s => s.Name).ToHashSet();

        Assert.Superset(running.Model.EntityContainer.EntitySets().Select(s => s.Name).Where(n => n is "accounts" or "EntityDefinitions").ToHashSet(), sets);
    }

    [Fact]
    public async Task ABatch_IsReadPartByPart()
    {
        var answer = await Server.Client.PostAsync("$batch", new StringContent(
            "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET accounts?$select=name HTTP/1.1\r\n\r\n\r\n"
            + "--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: 1\r\n\r\n"
            + "POST letters HTTP/1.1\r\nContent-Type: application/json\r\nPrefer: return=representation\r\n\r\n{\"subject\":\"In a batch\"}\r\n--c--\r\n--b--\r\n")
        { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed;boundary=b") } });
        var text = await answer.Content.ReadAsStringAsync();
        using var message = new ODataReply(200, answer.Content.Headers.ContentType!.ToString(), text).Open(Server.Root, running.Model);
        var reader = message.CreateODataBatchReader();
        var kinds = new List<string>();
        while (reader.Read())
        {
            if (reader.State != ODataBatchReaderState.Operation)
            {
                kinds.Add(reader.State.ToString());
                continue;
            }
            var part = reader.CreateOperationResponseMessage();
            using var stream = new StreamReader(part.GetStream());
            var inner = new ODataReply(part.StatusCode, part.GetHeader("Content-Type"), await stream.ReadToEndAsync());
            using var opened = inner.Open(Server.Root, running.Model);
            kinds.Add($"{part.StatusCode} {Read(part.StatusCode == 200 ? opened.CreateODataResourceSetReader() : opened.CreateODataResourceReader()).Rows.Count}");
        }

        Assert.Equal(["200 3", "ChangesetStart", "201 1", "ChangesetEnd"], kinds);
    }

    private async Task<SetRead> ReadSet(string url, string? prefer, bool knowsAll)
    {
        var answer = await Get(url, prefer);
        using var message = Message(answer).Open(Server.Root, running.Model, knowsAll);
        return Read(message.CreateODataResourceSetReader());
    }

    private async Task<Answer> Get(string url, string? prefer)
    {
        var answer = await Server.Get(running.Filled(url), prefer);
        Assert.True(answer.Status == 200, answer.Text);
        return answer;
    }

    // The platform names a table in the context of its parts by its name; OData's reader takes only the key that the model declares.
    private ODataReply Message(Answer answer) =>
        new(answer.Status, answer.Headers["Content-Type"], answer.Text.Replace("#EntityDefinitions('account')", $"#EntityDefinitions({running.Account})", StringComparison.Ordinal));

    private static SetRead Read(ODataReader reader)
    {
        var read = new SetRead();
        var depth = 0;
        while (reader.Read())
        {
            switch (reader.State)
            {
                case ODataReaderState.ResourceStart:
                    depth++;
                    break;
                case ODataReaderState.ResourceEnd:
                    if (--depth == 0) read.Top++;
                    if (reader.Item is ODataResource row) read.Rows.Add(row);
                    break;
                case ODataReaderState.EntityReferenceLink:
                    read.Rows.Add(new ODataResource());
                    break;
                case ODataReaderState.ResourceSetEnd when depth == 0:
                    read.Set = (ODataResourceSet)reader.Item;
                    break;
            }
        }
        return read;
    }

    private sealed class SetRead
    {
        public int Top { get; set; }
        public List<ODataResource> Rows { get; } = [];
        public ODataResourceSet? Set { get; set; }
    }

    public sealed class Running : IAsyncLifetime
    {
        private const int Integer = 7;

        public TestServer Server { get; private set; } = null!;
        public IEdmModel Model { get; private set; } = null!;
        public Guid Account { get; private set; }
        public Guid Contact { get; private set; }
        public Guid Task { get; private set; }
        public Guid Machine { get; private set; }

        public string Filled(string url) => url.Replace("{account}", $"{Account}", StringComparison.Ordinal).Replace("{contact}", $"{Contact}", StringComparison.Ordinal).Replace("{task}", $"{Task}", StringComparison.Ordinal)
            .Replace("{user}", $"{Server.Dataverse.AdministratorId}", StringComparison.Ordinal);

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.Start(withMachines: true);
            Server.Organization.CustomApi("test_Product", "Multiply", binding: 0, allowedSteps: 0, [("test_Factor", Integer, false), ("test_Other", Integer, true)], [("test_Product", Integer)], isFunction: true);
            var service = Server.Service;
            Contact = service.Create(new Entity("contact") { ["firstname"] = "Ann", ["lastname"] = "Amsler", ["birthdate"] = new DateTime(1980, 5, 17) });
            Account = service.Create(new Entity("account")
            {
                ["name"] = "Eins",
                ["revenue"] = new Money(1234.5m),
                ["numberofemployees"] = 7,
                ["creditonhold"] = true,
                ["industrycode"] = new OptionSetValue(1),
                ["primarycontactid"] = new EntityReference("contact", Contact),
            });
            Server.Account("Zwei");
            Server.Account("Drei");
            var parent = new EntityReference("account", Account);
            service.Update(new Entity("contact", Contact) { ["parentcustomerid"] = parent });
            service.Create(new Entity("contact") { ["firstname"] = "Bea", ["lastname"] = "Brun", ["parentcustomerid"] = parent });
            Task = service.Create(new Entity("task") { ["subject"] = "Visit", ["regardingobjectid"] = parent, ["scheduledend"] = new DateTime(2026, 3, 19, 9, 0, 0, DateTimeKind.Utc) });
            Machine = service.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7" });
            var csdl = await Server.Get("$metadata");
            using var xml = XmlReader.Create(new StringReader(csdl.Text));
            Model = CsdlReader.Parse(xml);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
