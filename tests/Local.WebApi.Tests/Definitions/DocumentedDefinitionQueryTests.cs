using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Xunit;

namespace Local.WebApi.Tests.Definitions;

/// <summary>Definitions as "Query table definitions using the Web API" asks for them.</summary>
public sealed class DocumentedDefinitionQueryTests(DocumentedDefinitionQueryTests.Server fixture) : IClassFixture<DocumentedDefinitionQueryTests.Server>
{
    private readonly TestServer server = fixture.Running;

    [Fact]
    public async Task ATable_IsReadByItsName_WithWhatIsSelected()
    {
        var table = await server.Get("EntityDefinitions(LogicalName='account')?$select=DisplayName,EntitySetName,OwnershipType");

        Assert.Equal(200, table.Status);
        Assert.Equal("accounts", table["EntitySetName"].GetString());
        Assert.Equal("UserOwned", table["OwnershipType"].GetString());
        Assert.Equal("Account", table["DisplayName"].GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());
        Assert.Equal(5, table.Body.EnumerateObject().Count());
        var same = await server.Get($"EntityDefinitions({table["MetadataId"].GetGuid()})?$select=LogicalName");
        Assert.Equal("account", same["LogicalName"].GetString());
    }

    [Fact]
    public async Task Tables_AreFilteredByPrimitivesEnumerationsAndManagedProperties()
    {
        async Task<string[]> Names(string filter) => [.. (await server.Get("EntityDefinitions?$select=LogicalName&$filter=" + filter))["value"].EnumerateArray().Select(t => t.GetProperty("LogicalName").GetString()!)];
        var tables = server.Dataverse.Schema.Tables.Values;

        Assert.Equal(["account"], await Names("LogicalName eq 'account'"));
        Assert.Equal(tables.Where(t => t.IsActivity).Select(t => t.LogicalName).Order(), (await Names("IsActivity eq true")).Order());
        Assert.Equal(tables.Where(t => t.Ownership == Local.Dataverse.Schema.Ownership.User).Select(t => t.LogicalName).Order(), (await Names("OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'")).Order());
        Assert.Equal(tables.Count(), (await Names("IsCustomizable/Value eq true")).Length);
        Assert.Equal(tables.Count(t => t.ObjectTypeCode < 10 && !t.IsIntersect), (await Names("ObjectTypeCode lt 10 and not (IsIntersect eq true)")).Length);
        Assert.Equal(tables.Count().ToString(System.Globalization.CultureInfo.InvariantCulture), (await server.Get("EntityDefinitions/$count")).Text);
    }

    [Fact]
    public async Task Columns_ComeWithExpand_FilteredAndSelected()
    {
        var table = await server.Get("EntityDefinitions(LogicalName='account')?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist')");
        var columns = table["Attributes"].EnumerateArray().ToList();

        Assert.Contains("industrycode", columns.Select(c => c.GetProperty("LogicalName").GetString()));
        Assert.All(columns, c => Assert.Equal("#Microsoft.Dynamics.CRM.PicklistAttributeMetadata", c.GetProperty("@odata.type").GetString()));
        Assert.All(columns, c => Assert.Equal(3, c.EnumerateObject().Count()));
        var plain = await server.Get("EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName");
        Assert.Equal(server.Dataverse.Schema.Tables["account"].Columns.Count, plain["value"].GetArrayLength());
    }

    [Fact]
    public async Task AChoice_IsReadByCast_WithItsOptions()
    {
        var column = await server.Get("EntityDefinitions(LogicalName='account')/Attributes(LogicalName='accountcategorycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet");
        var options = column["OptionSet"].GetProperty("Options").EnumerateArray().Select(o => (o.GetProperty("Value").GetInt32(), o.GetProperty("Label").GetProperty("UserLocalizedLabel").GetProperty("Label").GetString()));

        Assert.Equal([(1, "Preferred Customer"), (2, "Standard")], options);
        Assert.Equal(JsonValueKind.Null, column["GlobalOptionSet"].ValueKind);
        var alone = await server.Get("EntityDefinitions(LogicalName='account')/Attributes(LogicalName='accountcategorycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata/OptionSet?$select=Options");
        Assert.Equal(2, alone["Options"].GetArrayLength());
        var all = await server.Get("EntityDefinitions(LogicalName='account')/Attributes/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName,Precision");
        Assert.Contains("revenue", all["value"].EnumerateArray().Select(c => c.GetProperty("LogicalName").GetString()));
        Assert.All(all["value"].EnumerateArray(), c => Assert.Equal(JsonValueKind.Number, c.GetProperty("Precision").ValueKind));
        Assert.Equal(404, (await server.Get("EntityDefinitions(LogicalName='account')/Attributes(LogicalName='name')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata")).Status);
    }

    [Fact]
    public async Task Relationships_AreReadOfATableAndByName()
    {
        var ofTable = await server.Get("EntityDefinitions(LogicalName='account')/OneToManyRelationships?$select=SchemaName,ReferencingEntity&$filter=ReferencingEntity eq 'contact'");
        Assert.Contains("contact_customer_accounts", ofTable["value"].EnumerateArray().Select(r => r.GetProperty("SchemaName").GetString()));
        var one = await server.Get("RelationshipDefinitions(SchemaName='contact_customer_accounts')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata");
        Assert.Equal("parentcustomerid", one["ReferencingAttribute"].GetString());
        var many = await server.Get("RelationshipDefinitions/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata?$select=SchemaName");
        Assert.Equal(server.Dataverse.Schema.ManyToMany.Count, many["value"].GetArrayLength());
    }

    [Fact]
    public async Task GlobalChoices_AreReadTogetherAndByName()
    {
        var all = await server.Get("GlobalOptionSetDefinitions?$select=Name");
        Assert.Equal(server.Dataverse.Schema.GlobalOptionSets.Count, all["value"].GetArrayLength());
        Assert.Equal(404, (await server.Get("GlobalOptionSetDefinitions(Name='nothing')")).Status);
    }

    [Theory]
    [InlineData("EntityDefinitions(LogicalName='nothing')", 400, "0x80041102")]
    [InlineData("EntityDefinitions(00000000-0000-0000-0000-000000000001)", 404, "0x80040217")]
    [InlineData("EntityDefinitions?$select=Nothing", 400, "0x80060888")]
    [InlineData("EntityDefinitions?$filter=DisplayName eq 'x'", 400, "0x80060888")]
    [InlineData("EntityDefinitions?$top=3", 400, "0x80060888")]
    [InlineData("EntityDefinitions?$orderby=LogicalName", 400, "0x80060888")]
    [InlineData("EntityDefinitionsOf", 404, "0x8006088a")]
    public async Task WhatIsNotThere_IsRefused(string url, int status, string code)
    {
        var answer = await server.Get(url);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    public sealed class Server : IAsyncLifetime
    {
        internal TestServer Running { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Running = await TestServer.Start();

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
