using System.Linq;
using Local.Dataverse.Schema;
using Xunit;

namespace Local.Dataverse.Tests.Schema;

public sealed class StandardSchemaTests
{
    private static readonly DataverseSchema Standard = StandardSchema.Load();

    [Fact]
    public void TheTablesTheProductStandsOn_AreThere()
    {
        string[] expected =
        [
            "account", "contact", "lead", "opportunity", "opportunityproduct", "quote", "quotedetail", "salesorder", "salesorderdetail",
            "invoice", "invoicedetail", "product", "pricelevel", "productpricelevel", "discounttype", "discount", "uom", "uomschedule",
            "transactioncurrency", "activitypointer", "task", "phonecall", "appointment", "email", "letter", "fax", "activityparty",
            "opportunityclose", "quoteclose", "orderclose", "incidentresolution", "incident", "annotation", "systemuser", "team",
            "teammembership", "businessunit", "organization", "usersettings", "solution", "publisher", "pluginassembly", "plugintype",
            "sdkmessage", "sdkmessagefilter", "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "customapi",
            "customapirequestparameter", "customapiresponseproperty", "environmentvariabledefinition", "environmentvariablevalue",
            "webresource", "systemform", "savedquery", "savedqueryvisualization", "role", "privilege", "roleprivileges", "systemuserroles",
            "fieldsecurityprofile", "fieldpermission", "appmodule", "sitemap", "asyncoperation", "plugintracelog",
        ];
        Assert.Empty(expected.Except(Standard.Tables.Keys));
    }

    [Fact]
    public void EveryLookup_PointsToATableThatExists()
    {
        var broken = from t in Standard.Tables.Values
                     from c in t.Columns.Values
                     where c.Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner
                     where c.Targets.Count == 0 || c.Targets.Any(x => Standard.Find(x) is null)
                     select $"{t.LogicalName}.{c.LogicalName}";
        Assert.Empty(broken);
    }

    [Fact]
    public void EveryRelationship_JoinsTablesAndAColumnThatExist()
    {
        var broken = Standard.OneToMany.Where(r => Standard.Find(r.ReferencedTable) is null
            || Standard.Find(r.ReferencingTable)?.Find(r.ReferencingColumn) is not { } column
            || !column.Targets.Contains(r.ReferencedTable));
        Assert.Empty(broken.Select(r => r.SchemaName));
        var brokenSets = Standard.ManyToMany.Where(r => Standard.Find(r.Table1) is null || Standard.Find(r.Table2) is null
            || Standard.Find(r.IntersectTable)?.Find(r.Column1) is null || Standard.Find(r.IntersectTable)?.Find(r.Column2) is null);
        Assert.Empty(brokenSets.Select(r => r.SchemaName));
    }

    [Fact]
    public void EveryStatusReason_BelongsToAState_AndEveryStateHasItsDefaultReason()
    {
        foreach (var table in Standard.Tables.Values)
        {
            var state = table.Columns.Values.SingleOrDefault(c => c.Type == ColumnType.State);
            var status = table.Columns.Values.SingleOrDefault(c => c.Type == ColumnType.Status);
            Assert.True(state is null == status is null, $"{table.LogicalName} has one of state and status reason without the other");
            if (state is null) continue;
            Assert.All(status!.OptionSet!.Options, o => Assert.True(o.State is { } s && state.OptionSet!.Find(s) is not null, $"{table.LogicalName} {o.Value}"));
            Assert.All(state.OptionSet!.Options, o =>
                Assert.True(o.DefaultStatus is { } d && status.OptionSet!.Find(d)?.State == o.Value, $"{table.LogicalName} state {o.Value}"));
        }
    }

    [Fact]
    public void EveryTable_HasItsPrimaryColumns()
    {
        foreach (var table in Standard.Tables.Values)
        {
            Assert.Equal(ColumnType.Uniqueidentifier, table.Find(table.PrimaryId)?.Type);
            if (table.PrimaryName is { } name) Assert.True(table.Find(name)?.Type is ColumnType.String or ColumnType.Memo, $"{table.LogicalName}.{name}");
        }
    }

    [Fact]
    public void EveryMoneyColumn_HasItsBaseColumnAndACurrency()
    {
        foreach (var table in Standard.Tables.Values)
        {
            foreach (var money in table.Columns.Values.Where(c => c.Type == ColumnType.Money && c.BaseOf is null))
            {
                Assert.True(table.Find(money.LogicalName + "_base")?.BaseOf == money.LogicalName, $"{table.LogicalName}.{money.LogicalName}");
                Assert.True(table.Find("transactioncurrencyid") is not null && table.Find("exchangerate") is not null, table.LogicalName);
            }
        }
    }

    [Fact]
    public void EveryUserOwnedTable_HasItsOwnerColumns()
    {
        string[] columns = ["ownerid", "owningbusinessunit", "owninguser", "owningteam", "createdby", "createdon", "modifiedby", "modifiedon", "versionnumber"];
        var broken = from t in Standard.Tables.Values
                     where t.Ownership == Ownership.User
                     from c in columns
                     where t.Find(c) is null && (t.LogicalName, c) is not ("asyncoperation", "versionnumber") // jobs have none on the platform either
                     select $"{t.LogicalName}.{c}";
        Assert.Empty(broken);
    }

    public static TheoryData<string, int, string, int> TypeCodes => new()
    {
        { "account", 1, "accounts", 2 }, { "contact", 2, "contacts", 2 }, { "opportunity", 3, "opportunities", 3 }, { "salesorder", 1088, "salesorders", 5 },
        { "salesorderdetail", 1089, "salesorderdetails", 0 }, { "product", 1024, "products", 4 }, { "transactioncurrency", 9105, "transactioncurrencies", 2 },
    };

    [Theory, MemberData(nameof(TypeCodes))]
    public void AStandardTable_HasThePlatformsTypeCodeSetNameAndStates(string table, int typeCode, string setName, int states)
    {
        var found = Standard.Tables[table];
        Assert.Equal(typeCode, found.ObjectTypeCode);
        Assert.Equal(setName, found.EntitySetName);
        Assert.Equal(states, found.Find("statecode")?.OptionSet!.Options.Count ?? 0);
    }

    [Fact]
    public void EverySetNameAndTypeCode_IsUnique()
    {
        Assert.Empty(Standard.Tables.Values.GroupBy(t => t.EntitySetName).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Standard.Tables.Values.GroupBy(t => t.ObjectTypeCode).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
