using System;
using System.Linq;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Queries;

/// <summary>Two clubs, five members and their bookings: the rows most query tests ask about.</summary>
internal sealed class ClubRows : IDisposable
{
    public ClubRows()
    {
        Rowing = Club.Create(new Entity("club") { ["name"] = "Rowing" });
        Archery = Club.Create(new Entity("club") { ["name"] = "Archery", ["parentclubid"] = new EntityReference("club", Rowing) });
        Ann = Member("Ann", Rowing, 30, 100m, 1, "2026-03-18T08:00:00Z");
        Bob = Member("Bob", Rowing, 40, 50.5m, 2, "2026-03-17T23:59:59Z");
        Cyd = Member("Cyd", Archery, 30, null, 3, "2026-02-10T00:00:00Z");
        Dan = Member("Dän", Archery, null, 20m, null, null);
        Eve = Member("eve", null, 50, 100m, 1, "2025-12-31T10:00:00Z");
        Book(Ann, "Boat", 2);
        Book(Ann, "Gym", 1);
        Book(Cyd, "Boat", 4);
    }

    public Club Club { get; } = new();

    public Guid Rowing { get; }

    public Guid Archery { get; }

    public Guid Ann { get; }

    public Guid Bob { get; }

    public Guid Cyd { get; }

    public Guid Dan { get; }

    public Guid Eve { get; }

    /// <summary>The calendar of the user who asks.</summary>
    public UserCalendar Calendar { get; set; } = UserCalendar.Utc;

    public DateTime Now { get; set; } = Club.Now;

    public EntityCollection Run(QueryBase query) => Club.Operations.RetrieveMultiple(Club.As(at: Now, calendar: Calendar), query);

    public EntityCollection Fetch(string inner, string attributes = "") => Run(new FetchExpression($"<fetch {attributes}>{inner}</fetch>"));

    /// <summary>Names of the members a FetchXML filter finds, in order of the name.</summary>
    public string Found(string filter, string links = "") =>
        Names(Fetch($"<entity name='member'><attribute name='name'/>{links}<filter>{filter}</filter><order attribute='name'/></entity>"));

    /// <summary>Names of the members a condition finds, in order of the name.</summary>
    public string Found(ConditionExpression condition)
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), Criteria = { Conditions = { condition } } };
        query.AddOrder("name", OrderType.Ascending);
        return Names(Run(query));
    }

    public static string Names(EntityCollection rows, string column = "name") => string.Join(" ", rows.Entities.Select(e => Plain(e.Contains(column) ? e[column] : null)));

    public static object? Plain(object? value) => value switch
    {
        AliasedValue aliased => Plain(aliased.Value),
        OptionSetValue option => option.Value,
        Money money => money.Value,
        EntityReference reference => reference.Name,
        null => "-",
        _ => value,
    };

    public void Dispose() => Club.Dispose();

    private Guid Member(string name, Guid? club, int? age, decimal? fee, int? level, string? seen)
    {
        var row = new Entity("member") { ["name"] = name, ["age"] = age, ["level"] = level is null ? null : new OptionSetValue(level.Value) };
        if (club is { } c) row["clubid"] = new EntityReference("club", c);
        if (fee is { } f) row["fee"] = new Money(f);
        if (seen is not null) row["lastseen"] = DateTime.Parse(seen, null, System.Globalization.DateTimeStyles.RoundtripKind);
        return Club.Create(row);
    }

    private void Book(Guid member, string title, int seats) =>
        Club.Create(new Entity("booking") { ["title"] = title, ["seats"] = seats, ["memberid"] = new EntityReference("member", member) });
}
