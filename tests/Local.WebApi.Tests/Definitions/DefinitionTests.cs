using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Xunit;

namespace Local.WebApi.Tests.Definitions;

public sealed class DefinitionTests(DefinitionTests.Running running) : IClassFixture<DefinitionTests.Running>
{
    private TestServer Server => running.Server;

    [Fact]
    public async Task ATable_IsReadByItsName()
    {
        var table = await Server.Get("EntityDefinitions(LogicalName='tst_machine')?$select=LogicalName,EntitySetName,OwnershipType,DisplayName");

        Assert.Equal(("tst_machine", "tst_machines", "UserOwned"), (table["LogicalName"].GetString(), table["EntitySetName"].GetString(), table["OwnershipType"].GetString()));
        Assert.Equal("Machine", table["DisplayName"].GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());
        Assert.False(table.Body.TryGetProperty("SchemaName", out _));
        Assert.Equal("tst_machine", (await Server.Get($"EntityDefinitions({table["MetadataId"].GetGuid()})?$select=LogicalName"))["LogicalName"].GetString());
        Assert.Equal("tst_machines", (await Server.Get("EntityDefinitions(LogicalName='tst_machine')/EntitySetName"))["value"].GetString());
    }

    [Theory]
    [InlineData("EntitySetName eq 'accounts'", "account")]
    [InlineData("LogicalName eq 'account' or LogicalName eq 'contact'", "account contact")]
    [InlineData("IsCustomEntity eq true and startswith(LogicalName,'tst_') and IsIntersect eq false", "tst_machine")]
    [InlineData("OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned' and contains(SchemaName,'_Machine') and not endswith(LogicalName,'contact')", "tst_machine")]
    public async Task Tables_AreFiltered(string filter, string names)
    {
        var found = await Server.Get("EntityDefinitions?$select=LogicalName&$filter=" + Uri.EscapeDataString(filter));

        Assert.True(found.Status == 200, found.Text);
        Assert.Equal(names, string.Join(' ', found["value"].EnumerateArray().Select(t => t.GetProperty("LogicalName").GetString()).Order()));
    }

    [Theory, InlineData("State", "statecode", "DefaultStatus", 1), InlineData("Status", "statuscode", "State", 0)]
    public async Task StatesAndStatusReasons_AreReadWithWhatTheirOptionsHaveBeside(string kind, string name, string property, int first)
    {
        var found = await Server.Get($"EntityDefinitions(LogicalName='tst_machine')/Attributes/Microsoft.Dynamics.CRM.{kind}AttributeMetadata?$select=LogicalName&$expand=OptionSet");

        var column = found["value"].EnumerateArray().Single();
        Assert.Equal(name, column.GetProperty("LogicalName").GetString());
        Assert.Equal(first, column.GetProperty("OptionSet").GetProperty("Options")[0].GetProperty(property).GetInt32());
    }

    [Fact]
    public async Task Columns_AreReadByKindWithTheirOptions()
    {
        var columns = await Server.Get("EntityDefinitions(LogicalName='tst_machine')/Attributes?$select=LogicalName,AttributeType");
        var choice = await Server.Get("EntityDefinitions(LogicalName='tst_machine')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet($select=Name)");
        var text = await Server.Get("EntityDefinitions(LogicalName='tst_machine')/Attributes(LogicalName='tst_name')");

        Assert.Contains("Money", columns["value"].EnumerateArray().Select(c => c.GetProperty("AttributeType").GetString()));
        var risk = choice["value"].EnumerateArray().Single(c => c.GetProperty("LogicalName").GetString() == "tst_risk");
        Assert.Equal([123450000, 123450001], risk.GetProperty("OptionSet").GetProperty("Options").EnumerateArray().Select(o => o.GetProperty("Value").GetInt32()));
        Assert.Equal("tst_risk", risk.GetProperty("GlobalOptionSet").GetProperty("Name").GetString());
        Assert.Equal(("#Microsoft.Dynamics.CRM.StringAttributeMetadata", 120), (text["@odata.type"].GetString(), text["MaxLength"].GetInt32()));
    }

    [Fact]
    public async Task RelationshipsAndChoices_AreReadByTheirNames()
    {
        var oneToMany = await Server.Get("RelationshipDefinitions(SchemaName='tst_account_machine')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=ReferencingEntityNavigationPropertyName,ReferencedEntity");
        var many = await Server.Get("EntityDefinitions(LogicalName='tst_machine')/ManyToManyRelationships?$select=SchemaName");
        var choice = await Server.Get("GlobalOptionSetDefinitions(Name='tst_risk')/Microsoft.Dynamics.CRM.OptionSetMetadata");

        Assert.Equal(("tst_CustomerId", "account"), (oneToMany["ReferencingEntityNavigationPropertyName"].GetString(), oneToMany["ReferencedEntity"].GetString()));
        Assert.Equal("tst_machine_contact", many["value"][0].GetProperty("SchemaName").GetString());
        Assert.Equal(2, choice["Options"].GetArrayLength());
    }

    [Theory]
    [InlineData("EntityDefinitions(LogicalName='nonsense')")]
    [InlineData("EntityDefinitions(nonsense)")]
    [InlineData("EntityDefinitions?$filter=Nonsense eq 1")]
    [InlineData("EntityDefinitions?$select=Nonsense")]
    [InlineData("EntityDefinitions(LogicalName='account')/Nonsense")]
    [InlineData("EntityDefinitions(LogicalName='account'")]
    [InlineData("EntityDefinitionsNonsense")]
    public async Task AnUnknownDefinition_IsRefused(string url)
    {
        var answer = await Server.Get(url);

        Assert.True(answer.Status is 400 or 404, answer.Text);
        Assert.StartsWith("0x8", answer.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangingADefinition_IsRefusedByName()
    {
        var answer = await Server.Send(HttpMethod.Post, "EntityDefinitions", "{}");

        Assert.Equal((501, "0x80044180"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task ThePropertyNamesOfDefinitions_AreThoseOfTheModel()
    {
        // What definitions say a lookup is called in the Web API is what the Web API calls it.
        var metadata = System.Xml.Linq.XDocument.Parse((await Server.Get("$metadata")).Text);
        var properties = metadata.Descendants().Where(e => e.Name.LocalName == "EntityType")
            .ToLookup(e => e.Attribute("Name")!.Value, e => e.Elements().Where(p => p.Name.LocalName == "NavigationProperty").Select(p => p.Attribute("Name")!.Value));
        var relationships = await Server.Get("RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=ReferencingEntity,ReferencingEntityNavigationPropertyName");
        var missing = relationships["value"].EnumerateArray().Select(r => (Table: r.GetProperty("ReferencingEntity").GetString()!, Name: r.GetProperty("ReferencingEntityNavigationPropertyName").GetString()!))
            .Where(r => !properties[r.Table].SelectMany(n => n).Concat(properties["activitypointer"].SelectMany(n => n)).Contains(r.Name));

        Assert.Empty(missing);
        Assert.NotEqual(0, relationships["value"].GetArrayLength());
    }

    public sealed class Running : IAsyncLifetime
    {
        public TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await TestServer.Start(withMachines: true);

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
