using System;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>Machines whose cost and sponsor are secured: the profile Cost opens cost for reading, the profile Sponsor everything of the sponsor.</summary>
public sealed class ColumnSecurityTests : IDisposable
{
    private const string CostProfile = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1b01", SponsorProfile = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1b02";
    private const int CreateMissing = unchecked((int)0x8004F502), UpdateMissing = unchecked((int)0x8004F507);

    private readonly SecuredOrganization organization = new();
    private readonly Guid user, sponsor, cheap, dear;

    public ColumnSecurityTests()
    {
        var solution = new TestSolution
        {
            WithStep = false,
            MoreColumns = TestSolution.Column("tst_Cost", "money", "<MinValue>0</MinValue><MaxValue>1000000</MaxValue><Accuracy>2</Accuracy><AccuracySource>2</AccuracySource><IsSecured>1</IsSecured>")
                + TestSolution.Column("tst_cost_Base", "money", "<MinValue>0</MinValue><MaxValue>1000000</MaxValue><Accuracy>4</Accuracy><AccuracySource>2</AccuracySource><CalculationOf>tst_cost</CalculationOf>")
                + TestSolution.Column("tst_SponsorId", "lookup", "<LookupStyle>single</LookupStyle><LookupTypes /><IsSecured>1</IsSecured>"),
            MoreRelationships = TestSolution.OneToMany("tst_account_sponsor", "Account", "tst_Machine", "tst_SponsorId", "RemoveLink"),
            Change = text => text.Replace("<EntityRelationships>", Profiles + "<EntityRelationships>", StringComparison.Ordinal)
                .Replace("<OwnershipTypeMask>", "<ChangeTrackingEnabled>1</ChangeTrackingEnabled><OwnershipTypeMask>", StringComparison.Ordinal),
        };
        using (var zip = solution.Zip()) organization.Dataverse.ImportSolution(zip);
        user = organization.User(organization.North, organization.Role(
            PrivilegeGrant.Global, "prvReadtst_Machine", "prvCreatetst_Machine", "prvWritetst_Machine", "prvAppendtst_Machine", "prvReadAccount", "prvAppendToAccount"));
        sponsor = organization.Account(organization.Dataverse.AdministratorId);
        cheap = Machine("Cheap", 10m, sponsor);
        dear = Machine("Dear", 900m, null);
    }

    private static string Profiles => "<FieldSecurityProfiles>"
        + Profile(CostProfile, "Cost", ("tst_cost", 4, 0, 0)) + Profile(SponsorProfile, "Sponsor", ("tst_sponsorid", 4, 4, 4)) + "</FieldSecurityProfiles>";

    private IOrganizationService Service => organization.Dataverse.ServiceFor(user);

    [Fact]
    public void AClosedColumn_IsAbsentFromARow()
    {
        foreach (var columns in new[] { new ColumnSet(true), new ColumnSet("tst_name", "tst_cost", "tst_cost_base", "tst_sponsorid") })
        {
            var row = Service.Retrieve("tst_machine", cheap, columns);

            Assert.Equal("Cheap", row["tst_name"]);
            AssertHidden(row, "tst_cost", "tst_cost_base", "tst_sponsorid");
        }
    }

    [Fact]
    public void AClosedColumn_IsAbsentFromChangedRows()
    {
        var changes = ((RetrieveEntityChangesResponse)Service.Execute(new RetrieveEntityChangesRequest { EntityName = "tst_machine", Columns = new ColumnSet(true) })).EntityChanges.Changes;

        Assert.Equal([cheap, dear], changes.Cast<NewOrUpdatedItem>().Select(c => c.NewOrUpdatedEntity.Id));
        foreach (var change in changes.Cast<NewOrUpdatedItem>()) AssertHidden(change.NewOrUpdatedEntity, "tst_cost", "tst_cost_base", "tst_sponsorid");
    }

    [Fact]
    public void AClosedColumn_IsAbsentFromQueries_AlsoOfALinkedTable()
    {
        var query = new QueryExpression("tst_machine") { ColumnSet = new ColumnSet(true) };
        foreach (var row in Service.RetrieveMultiple(query).Entities) AssertHidden(row, "tst_cost", "tst_cost_base", "tst_sponsorid");

        var named = new FetchExpression("<fetch><entity name='tst_machine'><attribute name='tst_cost' alias='c'/><attribute name='tst_sponsoridname'/></entity></fetch>");
        foreach (var row in Service.RetrieveMultiple(named).Entities) AssertHidden(row, "c", "tst_sponsoridname", "tst_cost");

        var linked = new QueryExpression("account");
        linked.AddLink("tst_machine", "accountid", "tst_customerid", JoinOperator.LeftOuter).Columns = new ColumnSet(true);
        foreach (var row in Service.RetrieveMultiple(linked).Entities) Assert.DoesNotContain(row.Attributes.Keys, k => k.Contains("cost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tst_cost", ConditionOperator.GreaterThan, 100)]
    [InlineData("tst_cost_base", ConditionOperator.GreaterThan, 100)]
    [InlineData("tst_cost", ConditionOperator.NotNull, null)]
    [InlineData("tst_sponsorid", ConditionOperator.NotNull, null)]
    [InlineData("tst_sponsoridname", ConditionOperator.Like, "%")]
    public void AConditionOnAClosedColumn_FindsIt_Empty(string column, ConditionOperator comparison, object? value)
    {
        var query = new QueryExpression("tst_machine");
        if (value is null) query.Criteria.AddCondition(column, comparison);
        else query.Criteria.AddCondition(column, comparison, value);

        Assert.Empty(Service.RetrieveMultiple(query).Entities);
        Assert.NotEmpty(organization.Admin.RetrieveMultiple(query).Entities);
    }

    [Theory]
    [InlineData("tst_cost", false)]
    [InlineData("tst_cost", true)]
    [InlineData("tst_sponsorid", false)]
    [InlineData("tst_sponsorid", true)]
    public void AnOrderByAClosedColumn_TellsNothing(string column, bool descending)
    {
        var query = new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_name") };
        query.AddOrder(column, descending ? OrderType.Descending : OrderType.Ascending);

        Assert.Equal([cheap, dear], Service.RetrieveMultiple(query).Entities.Select(e => e.Id));
    }

    [Fact]
    public void AggregatesAndGroupsOfAClosedColumn_AreEmpty()
    {
        var figures = Only("<fetch aggregate='true'><entity name='tst_machine'><attribute name='tst_cost' alias='s' aggregate='sum'/>" +
            "<attribute name='tst_cost' alias='m' aggregate='max'/><attribute name='tst_cost' alias='n' aggregate='countcolumn'/></entity></fetch>");
        Assert.Null(((AliasedValue)figures["s"]).Value);
        Assert.Null(((AliasedValue)figures["m"]).Value);
        Assert.Equal(0, ((AliasedValue)figures["n"]).Value);

        var groups = Only("<fetch aggregate='true'><entity name='tst_machine'><attribute name='tst_sponsorid' alias='g' groupby='true'/>" +
            "<attribute name='tst_machineid' alias='n' aggregate='count'/></entity></fetch>");
        Assert.False(groups.Contains("g"));
        Assert.Equal(2, ((AliasedValue)groups["n"]).Value);
    }

    [Fact]
    public void ALinkOverAClosedLookup_FindsNothing()
    {
        var query = new QueryExpression("tst_machine");
        query.AddLink("account", "tst_sponsorid", "accountid");

        Assert.Empty(Service.RetrieveMultiple(query).Entities);
    }

    [Fact]
    public void SettingAClosedColumn_IsRefused()
    {
        Assert.Equal(CreateMissing, SecuredOrganization.Code(() => Service.Create(new Entity("tst_machine") { ["tst_name"] = "New", ["tst_cost"] = new Money(1m) })));
        Assert.Equal(UpdateMissing, SecuredOrganization.Code(() => Service.Update(new Entity("tst_machine", cheap) { ["tst_cost"] = new Money(1m) })));
        Assert.Equal(UpdateMissing, SecuredOrganization.Code(() => Service.Update(new Entity("tst_machine", cheap) { ["tst_cost"] = null })));
        Assert.Equal(10m, organization.Admin.Retrieve("tst_machine", cheap, new ColumnSet("tst_cost")).GetAttributeValue<Money>("tst_cost").Value);
    }

    [Fact]
    public void AProfile_OpensWhatItSays()
    {
        Open(CostProfile, "systemuser", user);

        Assert.Equal(10m, Service.Retrieve("tst_machine", cheap, new ColumnSet("tst_cost")).GetAttributeValue<Money>("tst_cost").Value);
        Assert.True(Service.Retrieve("tst_machine", cheap, new ColumnSet(true)).Contains("tst_cost_base"));
        Assert.Equal(UpdateMissing, SecuredOrganization.Code(() => Service.Update(new Entity("tst_machine", cheap) { ["tst_cost"] = new Money(1m) })));
        AssertHidden(Service.Retrieve("tst_machine", cheap, new ColumnSet(true)), "tst_sponsorid");
    }

    [Fact]
    public void AProfileOfATeam_OpensItForItsMembers()
    {
        var team = organization.Team(organization.South, [user]);
        Open(SponsorProfile, "team", team);

        Service.Update(new Entity("tst_machine", dear) { ["tst_sponsorid"] = new EntityReference("account", sponsor) });
        var id = Service.Create(new Entity("tst_machine") { ["tst_name"] = "New", ["tst_sponsorid"] = new EntityReference("account", sponsor) });

        Assert.Equal(sponsor, Service.Retrieve("tst_machine", id, new ColumnSet("tst_sponsorid")).GetAttributeValue<EntityReference>("tst_sponsorid").Id);
    }

    private static string Profile(string id, string name, params (string Column, int Read, int Create, int Update)[] permissions) =>
        $"<FieldSecurityProfile name=\"{name}\" fieldsecurityprofileid=\"{{{id}}}\"><FieldPermissions>" + string.Concat(permissions.Select(p =>
            $"<FieldPermission><EntityName>tst_machine</EntityName><AttributeName>{p.Column}</AttributeName><CanRead>{p.Read}</CanRead><CanCreate>{p.Create}</CanCreate><CanUpdate>{p.Update}</CanUpdate></FieldPermission>"))
        + "</FieldPermissions></FieldSecurityProfile>";

    private static void AssertHidden(Entity row, params string[] columns)
    {
        foreach (var column in columns)
        {
            Assert.False(row.Contains(column));
            Assert.False(row.FormattedValues.ContainsKey(column));
        }
    }

    private void Open(string profile, string table, Guid principal) => organization.Admin.Associate(
        table, principal, new Relationship(table == "team" ? "teamprofiles_association" : "systemuserprofiles_association"),
        [new EntityReference("fieldsecurityprofile", new Guid(profile))]);

    private Entity Only(string fetch) => Assert.Single(Service.RetrieveMultiple(new FetchExpression(fetch)).Entities);

    private Guid Machine(string name, decimal cost, Guid? by) => organization.Admin.Create(new Entity("tst_machine")
    {
        ["tst_name"] = name,
        ["tst_cost"] = new Money(cost),
        ["tst_sponsorid"] = by is { } id ? new EntityReference("account", id) : null,
    });

    public void Dispose() => organization.Dispose();
}
