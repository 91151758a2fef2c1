using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CsCheck;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>Whatever happens in whatever order: no line goes out below the minimum that nobody signed for exactly what it says.</summary>
public sealed class ApprovalSequenceTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void NoSeriesOfEvents_BringsAnUncoveredLineIntoAnActiveQuote()
    {
        var desk = new ApprovalDesk(crm);
        var active = 0;
        Gen.Int[0, 10].Array[4, 14].Sample(events =>
        {
            var signed = new HashSet<string>();
            var quote = desk.Quoted(90m).QuoteId!.Id;
            desk.Added(quote, 82m);
            foreach (var one in events) Try(() => Happen(desk, quote, one, signed));
            if (crm.Read<QuoteRow>(quote).StateCode != QuoteState.Active) return;
            active++;
            Assert.All(crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote), line => Assert.True(line.PocketPrice!.Value >= 85m || signed.Contains(Terms(line)), $"{Terms(line)} after {string.Join(",", events)}"));
        }, iter: 40, threads: 1);
        Assert.InRange(active, 1, 40);
    }

    private void Happen(ApprovalDesk desk, Guid quote, int what, HashSet<string> signed)
    {
        var lines = crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote);
        if (lines.Count == 0) return;
        var line = lines[what % lines.Count];
        switch (what)
        {
            case 0 or 1:
                foreach (var each in lines) Try(() => desk.Ask(each.Id));
                return;
            case 2 or 3 or 4:
                foreach (var waiting in crm.All<PriceExceptionRow>(PriceExceptionRow.Column.QuoteId, quote).Where(one => one.StatusCode == PriceExceptionStatusReason.Requested))
                {
                    Try(() => ApprovalDesk.Decide(desk.Carla, waiting.Id, approves: true));
                    if (desk.Status(waiting.Id) == PriceExceptionStatusReason.Approved) signed.Add(Terms(crm.Read<QuoteLineRow>(waiting.QuoteLineId!.Id)));
                }
                return;
            case 5:
                crm.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(line.PricePerUnit!.Value == 82m ? 80m : 82m) });
                return;
            case 6:
                crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = line.Quantity + 1m });
                return;
            case 7:
                crm.Service.Delete(QuoteLineRow.Table, line.Id);
                return;
            case 8:
                desk.Added(quote, 79m);
                return;
            default:
                desk.Activate(quote);
                return;
        }
    }

    private static string Terms(QuoteLineRow line) => FormattableString.Invariant($"{line.Id} {line.Quantity:0.##} at {line.PricePerUnit!.Value:0.##}");

    // A refusal is an outcome like another; what counts is what stands in the end.
    private static void Try(Action happen)
    {
        try
        {
            happen();
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            Assert.NotEmpty(refused.Detail.Message);
        }
    }
}
