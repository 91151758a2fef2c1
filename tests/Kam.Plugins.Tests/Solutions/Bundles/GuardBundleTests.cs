using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Bundles;

public sealed class GuardBundleTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ASoundBundle_IsReleasedWithThePriceOfItsCore()
    {
        var bundle = new SmartLine(crm);

        Assert.Equal(SolutionBundleStatusReason.Released, bundle.Row.StatusCode);
        Assert.Equal(1_000m, bundle.Row.CorePrice!.Value);
    }

    [Fact]
    public void EverythingWrongWithABundle_IsToldWhenItIsReleased()
    {
        var bundle = new SmartLine(crm, isReleased: false);
        bundle.Group("Cables", 1, 1);
        bundle.Rule(KindOfRuleChoice.Excludes, bundle.Heat, bundle.Service);
        bundle.Rule(KindOfRuleChoice.Requires, bundle.Flow, bundle.Heat);
        bundle.Rule(KindOfRuleChoice.Requires, bundle.Heat, bundle.Flow);

        Assert.Equal(
            ["KAM-SOL-012", "KAM-SOL-002", "KAM-SOL-006", "KAM-SOL-007"],
            Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, StatusCode = SolutionBundleStatusReason.Released, ValidFrom = Crm.Today, ValidUntil = Crm.Today.AddDays(-1) })));
        Assert.Equal(SolutionBundleStatusReason.Draft, bundle.Row.StatusCode);
    }

    [Fact]
    public void AnEmptyBundle_IsNotReleased()
    {
        Assert.Equal(["KAM-SOL-010"], Crm.CodesOf(() => crm.Create(new SolutionBundleRow { Name = "Empty", StatusCode = SolutionBundleStatusReason.Released })));
        var empty = crm.Create(new SolutionBundleRow { Name = "Empty" });
        Assert.Equal(["KAM-SOL-010"], Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = empty, StatusCode = SolutionBundleStatusReason.Released })));
    }

    [Fact]
    public void AReleasedBundle_KeepsWhatItIs()
    {
        var bundle = new SmartLine(crm);

        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, Name = "Smarter line" })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, StatusCode = SolutionBundleStatusReason.Draft })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new BundleComponentRow { Id = bundle.Heat, UnitPrice = new Money(90m) })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new BundleComponentRow { Id = bundle.Heat, UnitCost = new Money(90m) })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Delete(BundleComponentRow.Table, bundle.Heat)));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => bundle.Group("Cables", 0, 1)));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => bundle.Rule(KindOfRuleChoice.Excludes, bundle.Heat, bundle.Light)));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([new BundleGroupRow { Name = "Cables", SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle.Id), Minimum = 0, Maximum = 1 }]) { EntityName = BundleGroupRow.Table },
        })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new BundleGroupRow { Id = bundle.Sensors, Maximum = 3 }]) { EntityName = BundleGroupRow.Table },
        })));
    }

    [Fact]
    public void APart_NeitherLeavesAReleasedBundleNorJoinsOne()
    {
        var released = new SmartLine(crm);
        var draft = new SmartLine(crm, isReleased: false);

        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new BundleComponentRow { Id = released.Heat, SolutionBundleId = new EntityReference(SolutionBundleRow.Table, draft.Id) })));
        Assert.Equal(["KAM-SOL-013"], Crm.CodesOf(() => crm.Service.Update(new BundleComponentRow { Id = draft.Heat, SolutionBundleId = new EntityReference(SolutionBundleRow.Table, released.Id) })));
    }

    [Fact]
    public void DescriptionAndLastDay_MayChangeAfterTheRelease()
    {
        var bundle = new SmartLine(crm);

        crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, Description = "For small lines", ValidUntil = Crm.Today });

        Assert.Equal(Crm.Today, bundle.Row.ValidUntil);
    }

    [Fact]
    public void ARetiredBundle_StaysRetired()
    {
        var bundle = new SmartLine(crm);
        crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, StateCode = SolutionBundleState.Inactive, StatusCode = SolutionBundleStatusReason.Retired });

        Assert.Equal(["KAM-SOL-014"], Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, StateCode = SolutionBundleState.Active })));
        Assert.Equal(["KAM-SOL-014"], Crm.CodesOf(() => crm.Service.Update(new SolutionBundleRow { Id = bundle.Id, StateCode = SolutionBundleState.Active, StatusCode = SolutionBundleStatusReason.Released })));
    }

    [Fact]
    public void ABundleWithoutOffers_GoesWithAllItsParts()
    {
        var bundle = new SmartLine(crm);

        crm.Service.Delete(SolutionBundleRow.Table, bundle.Id);

        Assert.Empty(crm.All<BundleComponentRow>());
        Assert.Empty(crm.All<BundleGroupRow>());
        Assert.Empty(crm.All<BundleRuleRow>());
    }

    [Fact]
    public void ABundleThatIsOffered_IsNotDeleted()
    {
        var bundle = new SmartLine(crm);
        crm.Call("kam_AddBundleToQuote", ("QuoteId", SmartLine.Quote(crm)), ("SolutionBundleId", bundle.Id), ("Choices", bundle.Good), ("RequestId", "x"));

        Assert.NotNull(Crm.Refusal(() => crm.Service.Delete(SolutionBundleRow.Table, bundle.Id)).Message);
        Assert.Single(crm.All<SolutionBundleRow>());
    }

    [Fact]
    public void AComponent_HasTheCurrencyOfItsBundle()
    {
        var euro = new EntityReference(CurrencyRow.Table, crm.Create(new CurrencyRow { CurrencyName = "Euro", ISOCurrencyCode = "EUR", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 0.95m }));
        var bundle = crm.Create(new SolutionBundleRow { Name = "Euro line", TransactionCurrencyId = euro });

        var component = crm.Create(new BundleComponentRow
        {
            Name = "Controller",
            SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle),
            Kind = KindOfComponentChoice.Core,
            MinimumQuantity = 1m,
            MaximumQuantity = 1m,
            UnitPrice = new Money(950m),
            Differentiation = 3,
        });

        Assert.Equal(euro.Id, crm.Read<BundleComponentRow>(component).TransactionCurrencyId!.Id);
        Assert.Equal(1_000m, crm.Read<BundleComponentRow>(component).UnitPriceBase!.Value);
    }

    [Fact]
    public void ARule_IsNamedByItsComponents()
    {
        var bundle = new SmartLine(crm, isReleased: false);

        Assert.Equal(["Flow sensor ≠ Light sensor", "Remote service → Heat sensor"], crm.All<BundleRuleRow>().Select(rule => rule.Name).Order());
        crm.Service.Update(new BundleRuleRow { Id = crm.All<BundleRuleRow>().Single(rule => rule.Kind == KindOfRuleChoice.Excludes).Id, Kind = KindOfRuleChoice.Requires });
        Assert.Contains("Flow sensor → Light sensor", crm.All<BundleRuleRow>().Select(rule => rule.Name));
        Assert.Equal(2, crm.All<BundleRuleRow>(BundleRuleRow.Column.SolutionBundleId, bundle.Id).Count);
    }
}
