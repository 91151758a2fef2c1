using System;
using System.Collections.Generic;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Validation;

public sealed class ColumnValueTests : IDisposable
{
    private readonly Club club = new();

    public void Dispose() => club.Dispose();

    private Guid Write(string column, object? value) => club.Create(new Entity("member") { [column] = value });

    public static IEnumerable<TheoryDataRow<string, object>> WrongTypes() =>
    [
        new("name", 1), new("notes", new Money(1m)), new("age", "1"), new("age", 1L), new("weight", 1), new("factor", 1m), new("fee", 1m), new("active", 1),
        new("level", 1), new("hobbies", new OptionSetValue(1)), new("lastseen", "2026-01-01"), new("clubid", Guid.NewGuid()), new("token", "x"),
        new("statuscode", 1),
    ];

    [Theory, MemberData(nameof(WrongTypes))]
    public void AValueOfAnotherType_IsRefusedByItsType(string column, object value)
    {
        var message = Club.Refused(0x80040203, () => Write(column, value));

        Assert.StartsWith($"Incorrect attribute value type {value.GetType()}", message, StringComparison.Ordinal);
        Assert.EndsWith(column, message, StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string, object, uint>> OutOfBounds() =>
    [
        new("name", new string('x', 21), 0x80044331), new("age", -1, 0x80044330), new("age", 121, 0x80044330), new("weight", 1000000.01m, 0x80044330),
        new("fee", new Money(922337203685478m), 0x80044330), new("factor", double.NaN, 0x80044330), new("level", new OptionSetValue(9), 0x8004431A),
        new("hobbies", new OptionSetValueCollection { new(1), new(9) }, 0x8004431A), new("lastseen", new DateTime(1752, 12, 31), 0x80040239),
        new("clubid", new EntityReference("member", Guid.NewGuid()), 0x80040203), new("clubid", new EntityReference("club", Guid.NewGuid()), 0x80040217),
        new("sponsorid", new EntityReference("booking", Guid.NewGuid()), 0x80040203), new("ownerid", new EntityReference("systemuser", Guid.NewGuid()), 0x80040217),
    ];

    [Theory, MemberData(nameof(OutOfBounds))]
    public void AValueBeyondItsBounds_IsRefused(string column, object value, uint code) => Club.Refused(code, () => Write(column, value));

    [Fact]
    public void ARefusal_SaysWhatWouldHaveBeenRight()
    {
        Assert.Equal(
            "A validation error occurred. The value 9 of 'level' on record of type 'member' is outside the valid range. Accepted Values: 1,2,3",
            Club.Refused(0x8004431A, () => Write("level", new OptionSetValue(9))));
        Assert.Equal(
            "A validation error occurred. The length of the 'name' attribute of the 'member' entity exceeded the maximum allowed length of '20'.",
            Club.Refused(0x80044331, () => Write("name", new string('x', 21))));
    }

    [Fact]
    public void AtTheBound_AValueIsTaken()
    {
        var row = club.Read("member", club.Create(new Entity("member") { ["name"] = new string('x', 20), ["age"] = 120, ["weight"] = 1000000m }));

        Assert.Equal(120, row["age"]);
        Assert.Equal(1000000m, row["weight"]);
    }

    [Fact]
    public void Numbers_AreRoundedToTheirPrecision()
    {
        var row = club.Read("member", club.Create(new Entity("member") { ["weight"] = 61.255m, ["fee"] = new Money(0.005m) }));

        Assert.Equal(61.26m, row["weight"]);
        Assert.Equal(new Money(0.01m), row["fee"]);
    }

    [Fact]
    public void Moments_AreWholeSecondsOfUtc()
    {
        var local = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Local);
        var row = club.Read("member", club.Create(new Entity("member") { ["lastseen"] = local, ["birthday"] = new DateTime(1984, 5, 6, 23, 59, 59, DateTimeKind.Utc) }));

        Assert.Equal(local.ToUniversalTime().AddMilliseconds(-678), row["lastseen"]);
        Assert.Equal(DateTimeKind.Utc, row.GetAttributeValue<DateTime>("lastseen").Kind);
        Assert.Equal(new DateTime(1984, 5, 6), row["birthday"]);
    }

    [Fact]
    public void ARefusedRow_IsNotThere()
    {
        var id = Guid.NewGuid();

        Club.Refused(0x80044330, () => club.Create(new Entity("member", id) { ["name"] = "Ann", ["age"] = 500 }));

        Club.Refused(0x80040217, () => club.Read("member", id));
    }

    [Fact]
    public void AReferenceByKey_PointsToTheRow()
    {
        var ann = club.Create(new Entity("member") { ["name"] = "Ann", ["number"] = "A1" });

        var bob = club.Create(new Entity("member") { ["name"] = "Bob", ["mentorid"] = new EntityReference("member", "number", "A1") });

        Assert.Equal(ann, club.Read("member", bob).GetAttributeValue<EntityReference>("mentorid").Id);
        Club.Refused(0x80060891, () => Write("mentorid", new EntityReference("member", "number", "none")));
    }
}
