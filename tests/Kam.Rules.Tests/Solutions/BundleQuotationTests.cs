using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Solutions;

public sealed class BundleQuotationTests
{
    private static readonly Currency Francs = new("CHF", 2);

    private static readonly Gen<BundleConfiguration> Configurations = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 900_000], Gen.Int[1, 9_999]).Array[1, 6].Select(parts =>
    {
        var components = parts.Select((part, place) => new BundleComponent(
            new Guid(place + 1, 0, 0, new byte[8]), $"C{place}", null, ComponentKind.Option, 0.01m, 100m, part.Item1 / 1000m, part.Item2 / 1000m, 3, null)).ToArray();
        return new BundleConfiguration(
            new SolutionBundle(Guid.Empty, "B", [], components, []), parts.Select((part, place) => new BundleChoice(components[place].Id, part.Item3 / 100m)));
    });

    [Fact]
    public void AnotherCurrency_IsConvertedByUnitAndRoundedOnceEach()
    {
        var component = new BundleComponent(new Guid(1, 0, 0, new byte[8]), "C", null, ComponentKind.Core, 1m, 10m, 99.99m, 50m, 3, null);
        var configuration = new BundleConfiguration(new SolutionBundle(Guid.Empty, "B", [], [component], []), [new BundleChoice(component.Id, 3m)]);

        var quotation = new BundleQuotation(configuration, 0.9531m, new Currency("EUR", 2));

        // 99.99 x 0.9531 = 95.300469; three of 95.30 are 285.90; 150 x 0.9531 = 142.965.
        Assert.Equal(95.30m, quotation.Lines.Single().UnitPrice);
        Assert.Equal(285.90m, quotation.Price);
        Assert.Equal(142.97m, quotation.Cost);
        Assert.Equal(142.93m, quotation.Margin);
    }

    [Fact]
    public void ThePrice_IsTheSumOfTheLines_AndMarginAndCostAddUpToIt() =>
        Gen.Select(Configurations, Gen.Int[1, 50_000]).Sample((configuration, rate) =>
        {
            var quotation = new BundleQuotation(configuration, rate / 10_000m, Francs);
            return quotation.Price == quotation.Lines.Sum(line => line.Amount) && quotation.Cost + quotation.Margin == quotation.Price
                && quotation.Lines.All(line => Francs.Round(line.Amount) == line.Amount && Francs.Round(line.UnitPrice) == line.UnitPrice);
        });

    [Fact]
    public void InItsOwnCurrency_TheQuotationIsThePriceOfTheConfiguration_ToTheRoundingOfEachLine() =>
        Configurations.Sample(configuration =>
        {
            var quotation = new BundleQuotation(configuration, 1m, Francs);
            var tolerance = quotation.Lines.Sum(line => 0.005m + (0.005m * line.Quantity));
            return Math.Abs(quotation.Price - configuration.Price) <= tolerance;
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ARateThatIsNone_IsRefused(int rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BundleQuotation(new BundleConfiguration(new SolutionBundle(Guid.Empty, "B", [], [], []), []), rate, Francs));
}
