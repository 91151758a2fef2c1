using System;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>Values of every type a client may put where another one belongs.</summary>
internal static class ValueGen
{
    public static readonly Gen<object?> Any = Gen.OneOf(
        Gen.Const((object?)null),
        Fuzz.Text.Select(t => (object?)t),
        Gen.Int.Select(i => (object?)i),
        Gen.Long.Select(i => (object?)i),
        Gen.Double.Select(d => (object?)d),
        Gen.Decimal.Select(d => (object?)d),
        Gen.Bool.Select(b => (object?)b),
        Gen.Guid.Select(g => (object?)g),
        Gen.DateTime.Select(d => (object?)d),
        Gen.OneOf<object?>(double.NaN, double.PositiveInfinity, decimal.MaxValue, DateTime.MinValue, DateTime.MaxValue, long.MinValue, new string('x', 200_000), 'c', (byte)1, DayOfWeek.Friday, new object()),
        Gen.Decimal.Select(d => (object?)new Money(d)),
        Gen.OneOf(-1, 0, 1, 2, Fuzz.MarkedNumber).Select(i => (object?)new OptionSetValue(i)),
        Gen.OneOf<object?>(new OptionSetValueCollection([new OptionSetValue(1), new OptionSetValue(1)]), new EntityCollection(), new EntityCollection([new Entity("activityparty")]), new Entity("account"), new BooleanManagedProperty(true)),
        Gen.Select(Fuzz.Table, Gen.Guid).Select((table, id) => (object?)new EntityReference(table, id)),
        Gen.Const((object?)new EntityReference("account", "accountnumber", Fuzz.Marker)),
        Gen.OneOf<object?>(new int[] { 1, 2 }, new object?[] { null, "x", 3 }, new byte[] { 1 }, new Guid[] { Guid.Empty }));
}
