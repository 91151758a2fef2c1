using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Autonumber columns: format, sequence, seed.</summary>
public sealed class AutoNumberTests
{
    private static Workshop Numbered(string format = "M-{SEQNUM:5}") => new Workshop().Plain("tst_Number", "nvarchar", $"<MaxLength>100</MaxLength><AutoNumberFormat>{format}</AutoNumberFormat>");

    [Fact]
    public void ASequence_BeginsAtAThousandAndGoesUp()
    {
        using var shop = Numbered();

        Assert.Equal(["M-01000", "M-01001", "M-01002"], Enumerable.Range(0, 3).Select(_ => Number(shop)));
    }

    [Fact]
    public void AValueThatIsGiven_WinsAndTakesNoNumber()
    {
        using var shop = Numbered();

        Assert.Equal("own", shop.Read<string>("tst_machine", shop.Machine(("tst_number", "own")), "tst_number"));
        Assert.Equal("M-01000", Number(shop));
    }

    [Fact]
    public void AFormat_MayMixSequenceChanceAndTime()
    {
        var clock = new StillClock(new DateTimeOffset(2026, 3, 18, 8, 5, 0, TimeSpan.Zero));
        using var shop = new Workshop { Options = new LocalDataverseOptions { Clock = clock } }.Plain("tst_Number", "nvarchar", "<MaxLength>100</MaxLength><AutoNumberFormat>{DATETIMEUTC:yyyyMMddhhmm}-{RANDSTRING:6}-{SEQNUM:4}</AutoNumberFormat>");

        Assert.Matches(new Regex("^202603180805-[A-Z0-9]{6}-1000$"), Number(shop));
    }

    [Fact]
    public void ASeed_IsTheNextNumberForwardAndBack()
    {
        using var shop = Numbered();
        Assert.Equal((1000L, 1000L), (Seed(shop), Next(shop)));
        Number(shop);
        Assert.Equal((1000L, 1001L), (Seed(shop), Next(shop)));

        shop.Service.Execute(new SetAutoNumberSeedRequest { EntityName = "tst_machine", AttributeName = "tst_number", Value = 70000 });
        Assert.Equal("M-70000", Number(shop));
        Assert.Equal((70000L, 70001L), (Seed(shop), Next(shop)));

        shop.Service.Execute(new SetAutoNumberSeedRequest { EntityName = "tst_machine", AttributeName = "tst_number", Value = 5 });
        Assert.Equal("M-00005", Number(shop));
    }

    [Fact]
    public void AnySeed_GivesNumbersThatGrowByOne() => Gen.Long[0, 1_000_000_000].Sample(
        seed =>
        {
            using var shop = Numbered("{SEQNUM:1}");
            shop.Service.Execute(new SetAutoNumberSeedRequest { EntityName = "tst_machine", AttributeName = "tst_number", Value = seed });
            Assert.Equal([seed, seed + 1, seed + 2], Enumerable.Range(0, 3).Select(_ => long.Parse(Number(shop), CultureInfo.InvariantCulture)));
        },
        iter: 5);

    [Fact]
    public async Task NumbersGivenToManyAtOnce_AreUnique()
    {
        using var shop = Numbered();
        _ = shop.Dataverse;
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 25).Select(_ => Number(shop)).ToList(), TestContext.Current.CancellationToken)));

        Assert.Equal(200, numbers.SelectMany(n => n).Distinct().Count());
    }

    [Fact]
    public void AnOrdinaryColumn_HasNoSeed()
    {
        using var shop = Numbered();

        Assert.Contains("'tst_name'", Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(
            () => shop.Service.Execute(new GetAutoNumberSeedRequest { EntityName = "tst_machine", AttributeName = "tst_name" })).Message, StringComparison.Ordinal);
    }

    private static string Number(Workshop shop) => shop.Read<string>("tst_machine", shop.Machine(("tst_name", "Press")), "tst_number");

    private static long Seed(Workshop shop) => ((GetAutoNumberSeedResponse)shop.Service.Execute(new GetAutoNumberSeedRequest { EntityName = "tst_machine", AttributeName = "tst_number" })).AutoNumberSeedValue;

    private static long Next(Workshop shop) => ((GetNextAutoNumberValueResponse)shop.Service.Execute(new GetNextAutoNumberValueRequest { EntityName = "tst_machine", AttributeName = "tst_number" })).NextAutoNumberValue;
}
