using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>An agreed price below the minimum is signed like a quoted one.</summary>
public sealed class AgreementCoverTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnAgreement_ComesIntoForceOnlyWhenEachLineIsSigned()
    {
        var desk = new ApprovalDesk(crm);
        var agreement = desk.Anna.Given(PriceAgreementRow.Table, crm.Create(new PriceAgreementRow
        {
            Name = "2026",
            AccountId = new EntityReference(AccountRow.Table, desk.Shop.Customer),
            ValidFrom = Crm.Today,
            ValidUntil = Crm.Today.AddDays(365),
        }));
        var line = desk.Anna.Given(PriceAgreementLineRow.Table, crm.Create(new PriceAgreementLineRow
        {
            Name = "Sensors",
            PriceAgreementId = new EntityReference(PriceAgreementRow.Table, agreement),
            ProductId = new EntityReference(ProductRow.Table, desk.Shop.Sensor),
            PricePerUnit = new Money(82m),
            FromQuantity = 10m,
            TransactionCurrencyId = desk.Shop.Currency,
        }));

        var refusal = Crm.Refusal(() => Enforce(agreement));
        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(refusal));
        Assert.Contains("Sensors, Heat sensor", refusal.Message, StringComparison.Ordinal);

        var id = desk.Approved(line, table: PriceAgreementLineRow.Table);
        crm.Service.Update(new PriceAgreementLineRow { Id = line, FromQuantity = 9m });
        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
        Assert.Equal(["KAM-PRC-043"], Crm.CodesOf(() => Enforce(agreement)));

        desk.Approved(line, table: PriceAgreementLineRow.Table);
        Enforce(agreement);
        Assert.Equal(PriceAgreementStatusReason.InForce, crm.Read<PriceAgreementRow>(agreement).StatusCode);
    }

    private void Enforce(Guid agreement) => crm.Service.Update(new PriceAgreementRow { Id = agreement, StatusCode = PriceAgreementStatusReason.InForce });
}
