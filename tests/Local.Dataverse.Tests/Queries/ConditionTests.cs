using System;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class ConditionTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    public static TheoryData<string, string> Conditions => new()
    {
        { "<condition attribute='name' operator='eq' value='ANN'/>", "Ann" },
        { "<condition attribute='name' operator='eq' value='dan'/>", "Dän" }, // neither case nor accent counts
        { "<condition attribute='name' operator='ne' value='Ann'/>", "Bob Cyd Dän eve" },
        { "<condition attribute='age' operator='ne' value='30'/>", "Bob Dän eve" }, // null is not 30 either
        { "<condition attribute='age' operator='gt' value='30'/>", "Bob eve" },
        { "<condition attribute='age' operator='ge' value='30'/>", "Ann Bob Cyd eve" },
        { "<condition attribute='age' operator='lt' value='40'/>", "Ann Cyd" },
        { "<condition attribute='age' operator='le' value='40'/>", "Ann Bob Cyd" },
        { "<condition attribute='age' operator='between'><value>30</value><value>40</value></condition>", "Ann Bob Cyd" },
        { "<condition attribute='age' operator='not-between'><value>30</value><value>40</value></condition>", "eve" },
        { "<condition attribute='age' operator='in'><value>40</value><value>50</value></condition>", "Bob eve" },
        { "<condition attribute='age' operator='not-in'><value>40</value><value>50</value></condition>", "Ann Cyd Dän" },
        { "<condition attribute='age' operator='null'/>", "Dän" },
        { "<condition attribute='age' operator='not-null'/>", "Ann Bob Cyd eve" },
        { "<condition attribute='name' operator='like' value='_n%'/>", "Ann" },
        { "<condition attribute='name' operator='like' value='[a-c]%'/>", "Ann Bob Cyd" },
        { "<condition attribute='name' operator='like' value='[^a-c]%'/>", "Dän eve" },
        { "<condition attribute='name' operator='like' value='%[%]%'/>", "" },
        { "<condition attribute='name' operator='not-like' value='%n%'/>", "Bob Cyd eve" },
        { "<condition attribute='clubid' operator='like' value='row%'/>", "Ann Bob" }, // of a lookup the name
        { "<condition attribute='clubid' operator='not-like' value='row%'/>", "Cyd Dän eve" },
        { "<condition attribute='age' operator='like' value='_0'/>", "Ann Bob Cyd eve" }, // the digits of a whole number
        { "<condition attribute='age' operator='begins-with' value='3'/>", "Ann Cyd" },
        { "<condition attribute='age' operator='not-like' value='3%'/>", "Bob Dän eve" },
        { "<condition attribute='fee' operator='like' value='100.00'/>", "Ann eve" }, // money as SQL Server writes it: two digits
        { "<condition attribute='fee' operator='ends-with' value='.50'/>", "Bob" },
        { "<condition attribute='fee' operator='not-begin-with' value='100'/>", "Bob Cyd Dän" },
        { "<condition attribute='level' operator='like' value='g%'/>", "Ann eve" }, // of a choice the label
        { "<condition attribute='level' operator='not-begin-with' value='Sil'/>", "Ann Bob Dän eve" },
        { "<condition attribute='level' operator='ends-with' value='x'/>", "" },
        { "<condition attribute='name' operator='begins-with' value='a'/>", "Ann" },
        { "<condition attribute='name' operator='not-begin-with' value='a'/>", "Bob Cyd Dän eve" },
        { "<condition attribute='name' operator='ends-with' value='N'/>", "Ann Dän" },
        { "<condition attribute='name' operator='not-end-with' value='n'/>", "Bob Cyd eve" },
        { "<condition attribute='fee' operator='ge' value='50.5'/>", "Ann Bob eve" },
        { "<condition attribute='fee' operator='gt' value='50.49999'/>", "Ann Bob eve" }, // finer than money is kept
        { "<condition attribute='fee' operator='eq' value='50.50001'/>", "" },
        { "<condition attribute='level' operator='eq' value='1'/>", "Ann eve" },
        { "<condition attribute='active' operator='eq' value='1'/>", "Ann Bob Cyd Dän eve" },
        { "<condition attribute='active' operator='eq' value='false'/>", "" },
        { "<condition attribute='ownerid' operator='eq-userid'/>", "Ann Bob Cyd Dän eve" },
        { "<condition attribute='ownerid' operator='ne-userid'/>", "" },
        { "<condition attribute='owningbusinessunit' operator='eq-businessid'/>", "Ann Bob Cyd Dän eve" },
        { "<condition attribute='clubidname' operator='like' value='row%'/>", "Ann Bob" },
        { "<condition attribute='age' operator='gt' valueof='fee'/>", "!" },
        { "<condition attribute='fee' operator='eq' valueof='fee_base'/>", "Ann Bob Dän eve" },
        { "<condition attribute='createdon' operator='eq' valueof='modifiedon'/>", "Ann Bob Cyd Dän eve" },
        // Now is Wednesday 18 March 2026, 14:30:15.
        { "<condition attribute='lastseen' operator='today'/>", "Ann" },
        { "<condition attribute='lastseen' operator='yesterday'/>", "Bob" },
        { "<condition attribute='lastseen' operator='this-week'/>", "Ann Bob" },
        { "<condition attribute='lastseen' operator='last-week'/>", "" },
        { "<condition attribute='lastseen' operator='this-month'/>", "Ann Bob" },
        { "<condition attribute='lastseen' operator='last-month'/>", "Cyd" },
        { "<condition attribute='lastseen' operator='this-year'/>", "Ann Bob Cyd" },
        { "<condition attribute='lastseen' operator='last-year'/>", "eve" },
        { "<condition attribute='lastseen' operator='last-seven-days'/>", "Ann Bob" },
        { "<condition attribute='lastseen' operator='last-x-days' value='1'/>", "Ann Bob" },
        { "<condition attribute='lastseen' operator='last-x-hours' value='7'/>", "Ann" },
        { "<condition attribute='lastseen' operator='last-x-months' value='2'/>", "Ann Bob Cyd" },
        { "<condition attribute='lastseen' operator='olderthan-x-days' value='1'/>", "Cyd eve" },
        { "<condition attribute='lastseen' operator='olderthan-x-months' value='2'/>", "eve" },
        { "<condition attribute='lastseen' operator='on' value='2026-03-17'/>", "Bob" },
        { "<condition attribute='lastseen' operator='on-or-before' value='2026-03-17'/>", "Bob Cyd eve" },
        { "<condition attribute='lastseen' operator='on-or-after' value='2026-03-17'/>", "Ann Bob" },
        { "<condition attribute='lastseen' operator='next-x-days' value='5'/>", "" },
    };

    [Theory, MemberData(nameof(Conditions))]
    public void ACondition_FindsItsRows(string condition, string expected)
    {
        if (expected == "!") Club.Refused(0x80040203, () => rows.Found(condition));
        else Assert.Equal(expected, rows.Found(condition));
    }

    [Fact]
    public void TypedValues_AreTakenAsTheyAre()
    {
        Assert.Equal("Ann eve", rows.Found(new ConditionExpression("level", ConditionOperator.Equal, 1)));
        Assert.Equal("Ann eve", rows.Found(new ConditionExpression("level", ConditionOperator.Equal, new OptionSetValue(1))));
        Assert.Equal("Ann Bob", rows.Found(new ConditionExpression("clubid", ConditionOperator.Equal, rows.Rowing)));
        Assert.Equal("Ann Cyd", rows.Found(new ConditionExpression("memberid", ConditionOperator.In, new[] { rows.Ann, rows.Cyd })));
        Assert.Equal("Ann eve", rows.Found(new ConditionExpression("fee", ConditionOperator.Equal, new Money(100m))));
        Assert.Equal("Ann", rows.Found(new ConditionExpression("lastseen", ConditionOperator.Equal, new DateTime(2026, 3, 18, 8, 0, 0, DateTimeKind.Utc))));
        Assert.Equal("Ann Dän", rows.Found(new ConditionExpression("name", ConditionOperator.Contains, "n")));
    }

    [Fact]
    public void FiltersNest()
    {
        Assert.Equal("Ann Dän", rows.Found(
            "<filter type='or'><condition attribute='age' operator='null'/><filter><condition attribute='age' operator='eq' value='30'/><condition attribute='fee' operator='not-null'/></filter></filter>"));
    }

    [Fact]
    public void SeveralValuesOfAChoice_AreContained()
    {
        rows.Club.Update(new Entity("member", rows.Ann) { ["hobbies"] = new OptionSetValueCollection { new(1), new(3) } });
        rows.Club.Update(new Entity("member", rows.Bob) { ["hobbies"] = new OptionSetValueCollection { new(3) } });

        Assert.Equal("Ann Bob", rows.Found("<condition attribute='hobbies' operator='contain-values'><value>3</value><value>2</value></condition>"));
        Assert.Equal("Bob", rows.Found("<condition attribute='hobbies' operator='eq' value='3'/>"));
        Assert.Equal("Cyd Dän eve", rows.Found("<condition attribute='hobbies' operator='not-contain-values'><value>3</value></condition>"));
    }

    [Fact]
    public void Hierarchies_AreFollowedToTheirEnd()
    {
        var juniors = rows.Club.Create(new Entity("club") { ["name"] = "Juniors", ["parentclubid"] = new EntityReference("club", rows.Archery) });

        string Clubs(string comparison, Guid of) => ClubRows.Names(rows.Fetch(
            $"<entity name='club'><attribute name='name'/><filter><condition attribute='clubid' operator='{comparison}' value='{of}'/></filter><order attribute='name'/></entity>"));

        Assert.Equal("Archery Juniors", Clubs("under", rows.Rowing));
        Assert.Equal("Archery Juniors Rowing", Clubs("eq-or-under", rows.Rowing));
        Assert.Equal("Rowing", Clubs("not-under", rows.Rowing));
        Assert.Equal("Archery Rowing", Clubs("above", juniors));
        Assert.Equal("Archery Juniors Rowing", Clubs("eq-or-above", juniors));
        Assert.Equal("Ann Bob Cyd Dän", rows.Found($"<condition attribute='clubid' operator='eq-or-under' value='{rows.Rowing}'/>"));
    }

    [Fact]
    public void WhatDoesNotFit_IsRefusedWithItsCode()
    {
        Assert.Contains("'member.age'", Club.Refused(0x80040203, () => rows.Found("<condition attribute='age' operator='eq' value='old'/>")), StringComparison.Ordinal);
        Assert.Contains("null is not a valid value", Club.Refused(0x80040203, () => rows.Found(new ConditionExpression("age", ConditionOperator.Equal, (object)null!))), StringComparison.Ordinal);
        Club.Refused(0x80041106, () => rows.Found("<condition attribute='age' operator='eq'/>"));
        Club.Refused(0x80040203, () => rows.Found("<condition attribute='hobbies' operator='in'><value>rowing</value></condition>"));
        Club.Refused(0x80041120, () => rows.Found("<condition attribute='age' operator='approximately' value='3'/>"));
        Assert.Contains("'nosuch'", Club.Refused(0x80041103, () => rows.Found("<condition attribute='nosuch' operator='null'/>")), StringComparison.Ordinal);
        Club.Refused(0x8004110b, () => rows.Found("<condition entityname='nosuch' attribute='name' operator='null'/>"));
        foreach (var reserved in new[] { ConditionOperator.ChildOf, ConditionOperator.Mask, ConditionOperator.NotMask, ConditionOperator.MasksSelect, ConditionOperator.EqualRoleBusinessId })
        {
            Club.Refused(0x80041120, () => rows.Found(new ConditionExpression("age", reserved, 1))); // "for internal use only"
        }
    }

    [Fact]
    public void AValue_IsNeverSql()
    {
        Assert.Equal("", rows.Found("<condition attribute='name' operator='eq' value=\"x' OR '1'='1\"/>"));
        Assert.Equal("Ann Bob Cyd Dän eve", rows.Found("<condition attribute='name' operator='ne' value=\"'; DROP TABLE member; --\"/>"));
    }
}
