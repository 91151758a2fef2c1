using System;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse;
using Local.Dataverse.Tests.Import;
using Local.WebApi.Model;
using Local.WebApi.Queries;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>Queries over a table that a solution brings: alternate key, custom lookup, choices, days, many to many, and its view.</summary>
public sealed class SolutionTableTests : IDisposable
{
    private readonly LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions());
    private readonly QueryTranslator translator;
    private readonly Guid account, press, lathe;

    public SolutionTableTests()
    {
        var kinds = TestSolution.Column("tst_Kinds", "multiselectpicklist", "<OptionSetName>tst_risk</OptionSetName>");
        using (var zip = new TestSolution { WithStep = false, MoreColumns = kinds }.Zip()) dataverse.ImportSolution(zip);
        translator = new QueryTranslator(EdmModelOfSchema.Build(dataverse.Schema, []));
        account = Service.Create(new Entity("account") { ["name"] = "Alpina" });
        press = Machine("Press", "S'1", new DateTime(2025, 5, 17), 123450000, 123450001);
        lathe = Machine("Lathe", "S2", null, 123450001);
        Machine("Crane", null, new DateTime(2026, 1, 1));
        var ann = Service.Create(new Entity("contact") { ["lastname"] = "Ann" });
        Service.Associate("tst_machine", press, new Relationship("tst_machine_contact"), [new EntityReference("contact", ann)]);
    }

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void ARowByAlternateKey_IsRetrieved_AlsoAtTheBeginningOfAPath()
    {
        Assert.Equal(press, Ask("tst_machines(tst_serialnumber='S''1')?$select=tst_name").Rows.Single().Id);
        Assert.Equal("Alpina", Ask("tst_machines(tst_serialnumber='S2')/tst_CustomerId?$select=name").Rows.Single()["name"]);
        Assert.Equal("Ann", Ask("tst_machines(tst_serialnumber='S''1')/tst_machine_contact?$select=lastname").Rows.Single()["lastname"]);
        Assert.Equal(lathe, Ask($"accounts({account})/tst_account_machine(tst_serialnumber='S2')").Rows.Single().Id);
    }

    [Theory]
    [InlineData("tst_machines(tst_serialnumber='none')", 0x80060891)]
    [InlineData("tst_machines(tst_name='Press')", 0x80060888)]
    [InlineData("tst_machines('Press')", 0x80060888)]
    [InlineData("tst_machines(tst_serialnumber=)", 0x80060888)]
    public void AKeyThatIsNone_IsRefused(string url, uint code)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Ask(url));
        Assert.Equal($"{code:X8}: {fault.Message}", $"{fault.Detail.ErrorCode:X8}: {fault.Message}");
    }

    [Theory]
    [InlineData("tst_kinds eq '123450000,123450001'", "Press")]
    [InlineData("tst_kinds eq '123450001'", "Lathe")]
    [InlineData("tst_kinds ne '123450001'", "Crane Press")]
    [InlineData("tst_kinds eq null", "Crane")]
    [InlineData("Microsoft.Dynamics.CRM.ContainValues(PropertyName='tst_kinds',PropertyValues=['123450001'])", "Lathe Press")]
    [InlineData("Microsoft.Dynamics.CRM.DoesNotContainValues(PropertyName='tst_kinds',PropertyValues=['123450000'])", "Crane Lathe")]
    [InlineData("tst_builton eq 2026-01-01", "Crane")]
    [InlineData("tst_builton lt 2026-01-01", "Press")]
    [InlineData("tst_CustomerId/name eq 'Alpina' and tst_serialnumber ne null", "Lathe Press")]
    [InlineData("tst_machine_contact/any(c:c/lastname eq 'Ann')", "Press")]
    [InlineData("tst_machine_contact/all(c:c/lastname eq 'Bea')", "Crane Lathe")]
    public void AFilter_FindsItsRows(string filter, string names) =>
        Assert.Equal(names, SampleRows.Names(Ask("tst_machines?$select=tst_name&$orderby=tst_name&$filter=" + Uri.EscapeDataString(filter)), "tst_name"));

    [Fact]
    public void ItsView_IsASavedQuery() =>
        Assert.Equal(["Crane", "Lathe", "Press"], Ask($"tst_machines?savedQuery={TestSolution.ViewId}").Rows.Select(r => (string)r["tst_name"]).Order());

    [Fact]
    public void ManyToMany_GoesWithItsLikeAlone()
    {
        var plan = Plan("tst_machines?$select=tst_name&$orderby=tst_name&$expand=tst_machine_contact($select=lastname)");
        Assert.Equal([0, 0, 1], plan.Read(Service).Rows.Select(r => r.RelatedEntities[plan.Projection.Expansions[0].Navigation.Key].Entities.Count));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Plan("tst_machines?$expand=tst_machine_contact,tst_CustomerId"));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Plan("tst_machines?$expand=tst_machine_contact($expand=owninguser)"));
    }

    private RowsPlan Plan(string url) => translator.Translate(url, new QueryPreferences(null, FormattedValues: false), Service);

    private RowsPage Ask(string url) => Plan(url).Read(Service);

    private Guid Machine(string name, string? serial, DateTime? built, params int[] kinds) => Service.Create(new Entity("tst_machine")
    {
        ["tst_name"] = name,
        ["tst_serialnumber"] = serial,
        ["tst_builton"] = built,
        ["tst_customerid"] = new EntityReference("account", account),
        ["tst_kinds"] = kinds.Length == 0 ? null : new OptionSetValueCollection(kinds.Select(k => new OptionSetValue(k)).ToList()),
    });
}
