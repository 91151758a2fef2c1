using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>What judging costs in requests, and that nothing which bounds a price is ever older than the moment.</summary>
public sealed class JudgementRequestsTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TheFirstLineOfAServer_TakesThreeRequests_AndTheNextOne()
    {
        var shop = new PricedShop(crm);
        shop.Model(ConditionKindChoice.Volume, 1m, 2m);
        var quote = shop.Quote();
        var stranger = new Member(crm, "System Administrator"); // in whose language nothing was said yet

        Assert.Equal("kam_pricecondition quote usersettings", string.Join(" ", OfJudgement(() => stranger.Service.Create(shop.Line(quote, 99m))).Order(StringComparer.Ordinal)));
        Assert.Equal(["quote"], OfJudgement(() => stranger.Service.Create(shop.Line(quote, 99m))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoHundredLines_TakeOneRequestEachOnAverage(bool isMultiple)
    {
        var shop = new PricedShop(crm);
        shop.Model(ConditionKindChoice.Volume, 1m, 2m);
        var quote = shop.Quote();
        var first = crm.Create(shop.Line(quote, 80m));
        var lines = Enumerable.Range(0, 200).Select(number => (Entity)shop.Line(quote, 80m + (number % 20))).ToList();

        var sent = crm.FromPlugins(() =>
        {
            if (isMultiple)
            {
                crm.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection(lines) { EntityName = QuoteLineRow.Table } });
                return;
            }
            var together = new ExecuteTransactionRequest { Requests = [] };
            foreach (var line in lines) together.Requests.Add(new CreateRequest { Target = line });
            crm.Service.Execute(together);
        });

        Assert.Equal(201, crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote).Count(line => line.PriceStatus is not null));
        Assert.NotEqual(Guid.Empty, first);
        // All of pricing that happens around the lines, not the judgement alone.
        Assert.InRange(sent.Count(request => request.FromPlugin!.Contains(".Pricing.Lines.", StringComparison.Ordinal)), 1, 200);
    }

    [Fact]
    public void AFloorALevelAConditionOrACostThatChangesInTheSameTransaction_CountsFromTheNextLine()
    {
        var shop = new PricedShop(crm);
        var model = shop.Model(ConditionKindChoice.Volume, 1m, 0m);
        var quote = shop.Quote();
        crm.Create(shop.Line(quote, 86m));
        var tier = crm.All<ConditionTierRow>().Single(row => row.Name == "from 1");
        Assert.NotEqual(Guid.Empty, model);

        var answers = (ExecuteTransactionResponse)crm.Service.Execute(new ExecuteTransactionRequest
        {
            ReturnResponses = true,
            Requests =
            [
                new UpdateRequest { Target = new ConditionTierRow { Id = tier.Id, Percent = 2m } },
                new CreateRequest { Target = shop.Line(quote, 86m) }, // 84 in the pocket now
                new UpdateRequest { Target = new PriceCorridorRow { Id = shop.Corridor, Floor = new Money(84.50m) } },
                new CreateRequest { Target = shop.Line(quote, 86m) }, // below the new floor
                new UpdateRequest { Target = new PriceCorridorRow { Id = shop.Corridor, Minimum = new Money(84.50m) } },
                new UpdateRequest { Target = new ApprovalLevelRow { Id = shop.TeamLead, MaximumDeviationPercent = 0.5m } },
                new CreateRequest { Target = shop.Line(quote, 86m) }, // 0.59 % below the new minimum: level 2
            ],
        });

        var lines = answers.Responses.OfType<CreateResponse>().Select(answer => crm.Read<QuoteLineRow>(answer.id)).ToList();
        Assert.Equal(84m, lines[0].PocketPrice!.Value);
        Assert.Equal(VerdictChoice.NeedsApproval, lines[0].Verdict);
        Assert.Equal(VerdictChoice.Blocked, lines[1].Verdict);
        Assert.Equal(shop.TeamLead, lines[1].RequiredLevelId!.Id);
        Assert.Equal(shop.Management, lines[2].RequiredLevelId!.Id);
    }

    [Fact]
    public void AConditionThatIsRolledBack_IsForgotten()
    {
        var shop = new PricedShop(crm);
        shop.Model(ConditionKindChoice.Volume, 1m, 0m);
        var quote = shop.Quote();
        var tier = crm.All<ConditionTierRow>().Single(row => row.Name == "from 1");

        Assert.ThrowsAny<Exception>(() => crm.Service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new UpdateRequest { Target = new ConditionTierRow { Id = tier.Id, Percent = 50m } },
                new CreateRequest { Target = shop.Line(quote, 100m) },
                new UpdateRequest { Target = new AccountRow { Id = Guid.NewGuid(), Name = "Nobody" } },
            ],
        }));

        Assert.Equal(100m, crm.Read<QuoteLineRow>(crm.Create(shop.Line(quote, 100m))).PocketPrice!.Value);
    }

    private string[] OfJudgement(Action action) =>
        [.. crm.FromPlugins(action).Where(request => request.FromPlugin!.EndsWith(".JudgeQuoteLine", StringComparison.Ordinal) && request.MessageName != "Update").Select(request => request.Table!)];
}
