using System;
using System.IO;
using System.Linq;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Import;

public sealed class ConfigurationDataTests : IDisposable
{
    private const string Press = "11111111-0000-0000-0000-000000000001", Lathe = "11111111-0000-0000-0000-000000000002",
        Customer = "22222222-0000-0000-0000-000000000001", Contact = "33333333-0000-0000-0000-000000000001";

    private const string Declaration = """
        <entities>
          <entity name="tst_machine" primaryidfield="tst_machineid" disableplugins="true"><fields>
            <field name="tst_machineid" type="guid" primaryKey="true" /><field name="tst_name" type="string" /><field name="tst_serialnumber" type="string" updateCompare="true" />
            <field name="tst_hours" type="decimal" /><field name="tst_price" type="money" /><field name="tst_builton" type="datetime" /><field name="tst_risk" type="optionsetvalue" />
            <field name="tst_customerid" type="entityreference" lookupType="account" /><field name="transactioncurrencyid" type="entityreference" lookupType="transactioncurrency" />
            <field name="statecode" type="state" /><field name="statuscode" type="status" /></fields></entity>
          <entity name="account" primaryidfield="accountid"><fields><field name="accountid" type="guid" primaryKey="true" /><field name="name" type="string" /><field name="creditonhold" type="bool" /></fields></entity>
          <entity name="contact" primaryidfield="contactid"><fields><field name="contactid" type="guid" primaryKey="true" /><field name="lastname" type="string" /></fields></entity>
        </entities>
        """;

    private readonly LocalDataverse organization = LocalDataverse.Open(new LocalDataverseOptions());

    public ConfigurationDataTests() => organization.ImportSolution(new TestSolution { WithStep = false }.Zip());

    private IOrganizationService Service => organization.AdministratorService;

    [Fact]
    public void EveryTypeOfValue_ArrivesAsTheColumnTakesIt()
    {
        Assert.Equal(4, Load(Data()));
        var press = Read(Press);
        Assert.Equal(("Press 7", 12.5m, 900m), (press["tst_name"], press["tst_hours"], press.GetAttributeValue<Money>("tst_price").Value));
        Assert.Equal(new DateTime(2019, 4, 1), press["tst_builton"]);
        Assert.Equal(123450000, press.GetAttributeValue<OptionSetValue>("tst_risk").Value);
        Assert.True(Service.Retrieve("account", Guid.Parse(Customer), new ColumnSet("creditonhold")).GetAttributeValue<bool>("creditonhold"));
    }

    [Fact]
    public void ALookupToARecordThatComesLater_IsSetAfterwards()
    {
        Load(Data());
        Assert.Equal(Guid.Parse(Customer), Read(Press).GetAttributeValue<EntityReference>("tst_customerid").Id);
    }

    [Fact]
    public void ALookupToACurrencyWithAnotherId_IsFoundByItsName()
    {
        var currency = Service.Retrieve("transactioncurrency", organization.BaseCurrencyId, new ColumnSet("currencyname"));
        Load(Data(more: $"""<field name="transactioncurrencyid" value="99999999-0000-0000-0000-000000000009" lookupentity="transactioncurrency" lookupentityname="{currency["currencyname"]}" />"""));
        Assert.Equal(organization.BaseCurrencyId, Read(Press).GetAttributeValue<EntityReference>("transactioncurrencyid").Id);
    }

    [Fact]
    public void AnInactiveRecord_IsCreatedAndThenDeactivated()
    {
        Load(Data());
        var lathe = Read(Lathe);
        Assert.Equal((1, 2), (lathe.GetAttributeValue<OptionSetValue>("statecode").Value, lathe.GetAttributeValue<OptionSetValue>("statuscode").Value));
    }

    [Fact]
    public void RecordsOfAManyToManyRelationship_AreTied_AndASecondImportChangesNothing()
    {
        Load(Data());
        Load(Data());
        Assert.Single(Service.RetrieveMultiple(new QueryExpression("tst_machine_contact") { ColumnSet = new ColumnSet(true) }).Entities);
        Assert.Equal(2, Service.RetrieveMultiple(new QueryExpression("tst_machine")).Entities.Count);
    }

    [Fact]
    public void ARecordUnderAnotherId_IsFoundByItsCompareColumnAndUpdated()
    {
        var known = Service.Create(new Entity("tst_machine") { ["tst_name"] = "Old name", ["tst_serialnumber"] = "S-7" });
        Load(Data());
        Assert.Equal("Press 7", Service.Retrieve("tst_machine", known, new ColumnSet("tst_name"))["tst_name"]);
        Assert.Equal(2, Service.RetrieveMultiple(new QueryExpression("tst_machine")).Entities.Count);
    }

    [Theory]
    [InlineData("""<field name="tst_hours" value="many" />""", "field tst_hours: 'many' is not a number with a decimal point")]
    [InlineData("""<field name="tst_risk" value="5" />""", "field tst_risk: 5 is no option of tst_risk")]
    [InlineData("""<field name="tst_color" value="red" />""", "field tst_color: tst_machine has no such column")]
    [InlineData("""<field name="tst_builton" value="yesterday" />""", "field tst_builton: 'yesterday' is not a date")]
    [InlineData("""<field name="tst_customerid" value="44444444-0000-0000-0000-000000000001" lookupentity="account" />""", "neither in the package nor in this organisation")]
    [InlineData("""<field name="tst_customerid" value="44444444-0000-0000-0000-000000000001" lookupentity="lead" />""", "the column points to account")]
    [InlineData("""<field name="exchangerate" value="1" />""", "not declared in data_schema.xml")]
    [InlineData("""<field name="tst_hours" value="-1" />""", "tst_machine 11111111-0000-0000-0000-000000000002: A validation error occurred")]
    public void AFieldThatCannotBeLoaded_IsNamedWithTableRecordAndField_AndNothingIsKept(string field, string message)
    {
        var refused = Assert.Throws<SolutionImportException>(() => Load(Data(lathe: field)));
        Assert.Contains(message, refused.Message);
        Assert.Contains("tst_machine " + Lathe, refused.Message);
        Assert.Equal("data.xml", refused.Errors[0].File);
        Assert.True(refused.Errors[0].Line > 0);
        Assert.Empty(Service.RetrieveMultiple(new QueryExpression("tst_machine")).Entities);
        Assert.Empty(Service.RetrieveMultiple(new QueryExpression("account")).Entities);
    }

    [Fact]
    public void ATableThatDoesNotExist_IsRefused() =>
        Assert.Contains("'tst_robot' is not in this organisation", Assert.Throws<SolutionImportException>(() => Load(Data().Replace("entity name=\"contact\"", "entity name=\"tst_robot\""))).Message);

    [Fact]
    public void AFolder_IsLoadedLikeAZip()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "data.xml"), Data());
            File.WriteAllText(Path.Combine(folder.FullName, "data_schema.xml"), Declaration);
            Assert.Equal(4, organization.ImportConfigurationData(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => organization.Dispose();

    private Entity Read(string id) => Service.Retrieve("tst_machine", Guid.Parse(id), new ColumnSet(true));

    private int Load(string data) => organization.ImportConfigurationData(
        TestSolution.Zip(new[] { ("data_schema.xml", TestSolution.Utf8(Declaration)), ("data.xml", TestSolution.Utf8(data)) }.AsEnumerable()));

    private static string Data(string more = "", string lathe = "") => $"""
        <entities>
          <entity name="tst_machine"><records>
            <record id="{Press}"><field name="tst_machineid" value="{Press}" /><field name="tst_name" value="Press 7" /><field name="tst_serialnumber" value="S-7" />
              <field name="tst_hours" value="12.5" /><field name="tst_price" value="900.00" /><field name="tst_builton" value="2019-04-01T00:00:00.0000000Z" />
              <field name="tst_risk" value="123450000" /><field name="tst_customerid" value="{Customer}" lookupentity="account" lookupentityname="Muster AG" />{more}</record>
            <record id="{Lathe}"><field name="tst_name" value="Lathe 2" /><field name="statecode" value="1" /><field name="statuscode" value="2" />{lathe}</record>
          </records><m2mrelationships><m2mrelationship sourceid="{Press}" targetentityname="contact" targetentitynameidfield="contactid" m2mrelationshipname="tst_machine_contact">
            <targetids><targetid>{Contact}</targetid></targetids></m2mrelationship></m2mrelationships></entity>
          <entity name="account"><records><record id="{Customer}"><field name="name" value="Muster AG" /><field name="creditonhold" value="True" /></record></records></entity>
          <entity name="contact"><records><record id="{Contact}"><field name="lastname" value="Meier" /></record></records></entity>
        </entities>
        """;
}
