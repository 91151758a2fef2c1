using System.Collections.Generic;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Messages.Customization;

/// <summary>The columns and relationships the platform gives every new table: who and when, whose, state, version; and a currency to one that gets an amount.</summary>
internal static class StandardColumns
{
    /// <summary>Columns of a new table beside its key and its name.</summary>
    public static IEnumerable<Column> Of(string table, Ownership ownership)
    {
        foreach (var (name, label) in new[] { ("CreatedBy", "Created By"), ("CreatedOnBehalfBy", "Created By (Delegate)"), ("ModifiedBy", "Modified By"), ("ModifiedOnBehalfBy", "Modified By (Delegate)") })
        {
            yield return ByPlatform(name, ColumnType.Lookup, label) with { Targets = ["systemuser"] };
        }
        yield return ByPlatform("CreatedOn", ColumnType.DateTime, "Created On") with { Format = "datetime" };
        yield return ByPlatform("ModifiedOn", ColumnType.DateTime, "Modified On") with { Format = "datetime" };
        yield return ByPlatform("OverriddenCreatedOn", ColumnType.DateTime, "Record Created On") with { Format = "date", ValidForCreate = true };
        yield return ByPlatform("ImportSequenceNumber", ColumnType.Integer, "Import Sequence Number") with { MinValue = int.MinValue, MaxValue = int.MaxValue, ValidForCreate = true };
        foreach (var (name, label) in new[] { ("TimeZoneRuleVersionNumber", "Time Zone Rule Version Number"), ("UTCConversionTimeZoneCode", "UTC Conversion Time Zone Code") })
        {
            yield return ByPlatform(name, ColumnType.Integer, label) with { MinValue = -1, MaxValue = int.MaxValue, ValidForCreate = true, ValidForUpdate = true };
        }
        yield return ByPlatform("VersionNumber", ColumnType.BigInt, "Version Number");
        yield return ByPlatform("statecode", ColumnType.State, "Status") with
        {
            Required = RequiredLevel.SystemRequired,
            ValidForUpdate = true,
            OptionSet = new OptionSet($"{table}_statecode", false, Labels.English("Status"), [State(0, 1, "Active"), State(1, 2, "Inactive")]),
        };
        yield return ByPlatform("statuscode", ColumnType.Status, "Status Reason") with
        {
            ValidForCreate = true,
            ValidForUpdate = true,
            OptionSet = new OptionSet($"{table}_statuscode", false, Labels.English("Status Reason"), [new Option(1, Labels.English("Active"), State: 0), new Option(2, Labels.English("Inactive"), State: 1)]),
        };
        if (ownership == Ownership.Organization)
        {
            yield return ByPlatform("OrganizationId", ColumnType.Lookup, "Organization Id") with { Targets = ["organization"] };
            yield break;
        }
        yield return ByPlatform("OwnerId", ColumnType.Owner, "Owner") with { Targets = ["systemuser", "team"], Required = RequiredLevel.SystemRequired, ValidForCreate = true, ValidForUpdate = true };
        yield return ByPlatform("OwningBusinessUnit", ColumnType.Lookup, "Owning Business Unit") with { Targets = ["businessunit"] };
        yield return ByPlatform("OwningTeam", ColumnType.Lookup, "Owning Team") with { Targets = ["team"] };
        yield return ByPlatform("OwningUser", ColumnType.Lookup, "Owning User") with { Targets = ["systemuser"] };
    }

    /// <summary>The relationships behind the lookups among them, under the platform's names.</summary>
    public static IEnumerable<OneToMany> Relationships(string table, Ownership ownership)
    {
        foreach (var column in new[] { "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby" }) yield return Tie($"lk_{table}_{column}", "systemuser", table, column);
        if (ownership == Ownership.Organization)
        {
            yield return Tie($"organization_{table}", "organization", table, "organizationid");
            yield break;
        }
        yield return Tie($"business_unit_{table}", "businessunit", table, "owningbusinessunit") with { Delete = Cascade.Restrict };
        yield return Tie($"team_{table}", "team", table, "owningteam");
        yield return Tie($"user_{table}", "systemuser", table, "owninguser");
    }

    /// <summary>What a table gets with its first amount.</summary>
    public static void AddCurrency(SchemaDraft draft, string table)
    {
        draft.Put(table, ByPlatform("TransactionCurrencyId", ColumnType.Lookup, "Currency") with { Targets = ["transactioncurrency"], ValidForCreate = true, ValidForUpdate = true });
        draft.Put(table, ByPlatform("ExchangeRate", ColumnType.Decimal, "Exchange Rate") with { Precision = 12, MinValue = 0.000000000001m, MaxValue = 100_000_000_000m });
        draft.Put(Tie($"TransactionCurrency_{draft.Find(table)!.SchemaName}", "transactioncurrency", table, "transactioncurrencyid") with { Delete = Cascade.Restrict });
    }

    /// <summary>A relationship the platform makes.</summary>
    public static OneToMany Tie(string name, string one, string many, string column) => new()
    {
        SchemaName = name,
        ReferencedTable = one,
        ReferencingTable = many,
        ReferencingColumn = column,
        Delete = Cascade.NoCascade,
    };

    private static Option State(int value, int defaultStatus, string name) => new(value, Labels.English(name), DefaultStatus: defaultStatus, InvariantName: name);

    private static Column ByPlatform(string name, ColumnType type, string label) => new()
    {
        LogicalName = name.ToLowerInvariant(),
        SchemaName = name,
        Type = type,
        DisplayName = Labels.English(label),
        ValidForCreate = false,
        ValidForUpdate = false,
    };
}
