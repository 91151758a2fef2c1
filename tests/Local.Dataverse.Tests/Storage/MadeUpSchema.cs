using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Tests.Storage;

/// <summary>A small schema of its own: a club with members, bookings, tags, and what the platform keeps beside it.</summary>
internal static class MadeUpSchema
{
    public static readonly OptionSet Levels = new("member_level", false, Labels.None,
        [new Option(1, Labels.English("Gold")), new Option(2, Labels.English("Bronze")), new Option(3, new Labels(new Dictionary<int, string> { [1033] = "Silver", [1031] = "Silber" }))]);

    public static DataverseSchema Build(params Column[] moreMemberColumns) => Build([], moreMemberColumns);

    public static DataverseSchema Build(Table[] moreTables, Column[] moreMemberColumns)
    {
        var tables = new List<Table> { User(), Team(), BusinessUnit(), Currency(), Club(), Member(moreMemberColumns), Booking(), Tag(), Meeting(), Party() };
        tables.AddRange(moreTables);
        return new DataverseSchema(tables.ToDictionary(t => t.LogicalName), Relationships(), Pairs(), new Dictionary<string, OptionSet>());
    }

    public static Column Text(string name, int length = 100, RequiredLevel required = RequiredLevel.None) =>
        new() { LogicalName = name, SchemaName = name, Type = ColumnType.String, MaxLength = length, Required = required, DisplayName = Labels.English(name) };

    public static Column Of(ColumnType type, string name, params string[] targets) => new() { LogicalName = name, SchemaName = name, Type = type, Targets = targets };

    public static Column Decimal(string name, int precision, decimal min = -1000000m, decimal max = 1000000m) =>
        new() { LogicalName = name, SchemaName = name, Type = ColumnType.Decimal, Precision = precision, MinValue = min, MaxValue = max };

    private static Column Platform(ColumnType type, string name, params string[] targets) =>
        new() { LogicalName = name, SchemaName = name, Type = type, Targets = targets, ValidForCreate = false, ValidForUpdate = false };

    private static Column Money(string name, PrecisionSource source = PrecisionSource.Currency) =>
        new() { LogicalName = name, SchemaName = name, Type = ColumnType.Money, Precision = 2, PrecisionSource = source, MinValue = -922337203685477m, MaxValue = 922337203685477m };

    private static Column Base(string of) => new()
    {
        LogicalName = of + "_base",
        SchemaName = of + "_base",
        Type = ColumnType.Money,
        Precision = 4,
        PrecisionSource = PrecisionSource.Currency,
        BaseOf = of,
        ValidForCreate = false,
        ValidForUpdate = false,
    };

    private static IEnumerable<Column> Stamps() =>
    [
        Platform(ColumnType.DateTime, "createdon"), Platform(ColumnType.Lookup, "createdby", "systemuser"), Platform(ColumnType.Lookup, "createdonbehalfby", "systemuser"),
        Platform(ColumnType.DateTime, "modifiedon"), Platform(ColumnType.Lookup, "modifiedby", "systemuser"), Platform(ColumnType.Lookup, "modifiedonbehalfby", "systemuser"),
        Of(ColumnType.DateTime, "overriddencreatedon"), Platform(ColumnType.BigInt, "versionnumber"),
    ];

    private static IEnumerable<Column> Owned() =>
    [
        Of(ColumnType.Owner, "ownerid", "systemuser", "team"), Platform(ColumnType.Lookup, "owninguser", "systemuser"),
        Platform(ColumnType.Lookup, "owningteam", "team"), Platform(ColumnType.Lookup, "owningbusinessunit", "businessunit"),
    ];

    private static IEnumerable<Column> States(string table) =>
    [
        new Column
        {
            LogicalName = "statecode", SchemaName = "statecode", Type = ColumnType.State, ValidForCreate = false,
            OptionSet = new OptionSet(table + "_statecode", false, Labels.None,
                [new Option(0, Labels.English("Active"), DefaultStatus: 1, InvariantName: "Active"), new Option(1, Labels.English("Inactive"), DefaultStatus: 2, InvariantName: "Inactive")]),
        },
        new Column
        {
            LogicalName = "statuscode", SchemaName = "statuscode", Type = ColumnType.Status,
            OptionSet = new OptionSet(table + "_statuscode", false, Labels.None,
                [new Option(1, Labels.English("Active"), State: 0), new Option(2, Labels.English("Left"), State: 1), new Option(3, Labels.English("Waiting"), State: 0)]),
        },
    ];

    private static Table Make(string name, string schemaName, string primaryName, Ownership ownership, IEnumerable<Column> columns, params TableKey[] keys)
    {
        var id = new Column { LogicalName = name + "id", SchemaName = schemaName + "Id", Type = ColumnType.Uniqueidentifier, IsPrimaryId = true, ValidForUpdate = false };
        return new Table
        {
            LogicalName = name,
            SchemaName = schemaName,
            EntitySetName = name + "s",
            PrimaryId = id.LogicalName,
            PrimaryName = primaryName,
            Ownership = ownership,
            Columns = columns.Prepend(id).ToDictionary(c => c.LogicalName),
            Keys = keys,
        };
    }

    private static Table User() => Make("systemuser", "SystemUser", "fullname", Ownership.BusinessUnit,
        [Platform(ColumnType.String, "fullname"), Text("firstname"), Text("lastname"), Of(ColumnType.Lookup, "businessunitid", "businessunit"), .. Stamps()]);

    private static Table Team() => Make("team", "Team", "name", Ownership.BusinessUnit, [Text("name"), Of(ColumnType.Lookup, "businessunitid", "businessunit"), .. Stamps()]);

    private static Table BusinessUnit() => Make("businessunit", "BusinessUnit", "name", Ownership.Organization, [Text("name"), .. Stamps()]);

    private static Table Currency() => Make("transactioncurrency", "TransactionCurrency", "currencyname", Ownership.Organization,
    [
        Text("currencyname"), Text("isocurrencycode"), Text("currencysymbol"),
        new Column { LogicalName = "currencyprecision", SchemaName = "CurrencyPrecision", Type = ColumnType.Integer, MinValue = 0, MaxValue = 4 },
        Decimal("exchangerate", 10, 0.0000000001m, 100000000m), .. Stamps(),
    ]);

    private static Table Club() => Make("club", "Club", "name", Ownership.Organization,
        [Text("name"), Of(ColumnType.Lookup, "parentclubid", "club"), .. Stamps(), .. States("club")]);

    private static Table Member(Column[] more) => Make("member", "Member", "name", Ownership.User,
    [
        Text("name", 20), Text("number", 10), Of(ColumnType.Memo, "notes"), Text("nickname", 20, RequiredLevel.SystemRequired),
        new Column { LogicalName = "age", SchemaName = "Age", Type = ColumnType.Integer, MinValue = 0, MaxValue = 120 },
        Decimal("weight", 2), Of(ColumnType.Double, "factor"), Money("fee"), Base("fee"), Money("deposit", PrecisionSource.Organization), Base("deposit"),
        Of(ColumnType.Lookup, "transactioncurrencyid", "transactioncurrency"), Platform(ColumnType.Decimal, "exchangerate") with { Precision = 10 },
        new Column { LogicalName = "active", SchemaName = "Active", Type = ColumnType.Boolean, DefaultValue = 1, OptionSet = new OptionSet("yesno", false, Labels.None, [new Option(1, Labels.English("In")), new Option(0, Labels.English("Out"))]) },
        new Column { LogicalName = "level", SchemaName = "Level", Type = ColumnType.Picklist, OptionSet = Levels, DefaultValue = 3 },
        new Column { LogicalName = "hobbies", SchemaName = "Hobbies", Type = ColumnType.MultiSelectPicklist, OptionSet = Levels },
        new Column { LogicalName = "birthday", SchemaName = "Birthday", Type = ColumnType.DateTime, DateBehavior = DateBehavior.DateOnly, Format = "date" },
        Of(ColumnType.DateTime, "lastseen"), Of(ColumnType.Uniqueidentifier, "token"),
        Of(ColumnType.Lookup, "clubid", "club"), Of(ColumnType.Lookup, "mentorid", "member"), Of(ColumnType.Customer, "sponsorid", "club", "member"),
        .. Stamps(), .. Owned(), .. States("member"), .. more,
    ], new TableKey("member_number", "member_number", ["number"], Labels.English("Member number")));

    private static Table Booking() => Make("booking", "Booking", "title", Ownership.None,
        [Text("title"), Of(ColumnType.Lookup, "memberid", "member") with { Required = RequiredLevel.SystemRequired }, Of(ColumnType.Integer, "seats"), Of(ColumnType.DateTime, "starts"), .. Stamps()]);

    private static Table Tag() => Make("tag", "Tag", "name", Ownership.Organization, [Text("name"), .. Stamps()]);

    private static Table Meeting()
    {
        var table = Make("meeting", "Meeting", "subject", Ownership.User,
            [Text("subject"), Of(ColumnType.PartyList, "to"), Of(ColumnType.PartyList, "from"), .. Stamps(), .. Owned(), .. States("meeting")]);
        return table with { IsActivity = true };
    }

    private static Table Party() => Make("activityparty", "ActivityParty", null!, Ownership.None,
    [
        Of(ColumnType.Lookup, "activityid", "meeting", "activitypointer"), Of(ColumnType.Lookup, "partyid", "member", "systemuser"), Text("addressused"),
        Of(ColumnType.Picklist, "participationtypemask"),
    ]);

    private static OneToMany[] Relationships() =>
    [
        Relation("club_parent", "club", "club", "parentclubid", Cascade.RemoveLink) with { IsHierarchical = true },
        Relation("member_club", "club", "member", "clubid", Cascade.Restrict),
        Relation("member_mentor", "member", "member", "mentorid", Cascade.RemoveLink),
        Relation("member_sponsor_club", "club", "member", "sponsorid", Cascade.RemoveLink),
        Relation("member_bookings", "member", "booking", "memberid", Cascade.Cascade),
        Relation("meeting_parties", "meeting", "activityparty", "activityid", Cascade.Cascade),
    ];

    private static OneToMany Relation(string name, string one, string many, string column, Cascade delete) =>
        new() { SchemaName = name, ReferencedTable = one, ReferencingTable = many, ReferencingColumn = column, Delete = delete };

    private static ManyToMany[] Pairs() =>
    [
        new ManyToMany { SchemaName = "member_tag", Table1 = "member", Table2 = "tag", IntersectTable = "member_tag", Column1 = "memberid", Column2 = "tagid" },
        new ManyToMany { SchemaName = "member_friend", Table1 = "member", Table2 = "member", IntersectTable = "member_friend", Column1 = "memberidone", Column2 = "memberidtwo" },
    ];
}
