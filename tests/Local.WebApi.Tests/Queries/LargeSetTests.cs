using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>The platform's limits on one answer: 5,000 rows, counts up to 5,000, aggregates over 50,000.</summary>
public sealed class LargeSetTests : IDisposable
{
    private const int Most = 5_000, MostAggregated = 50_000;

    private readonly SampleRows rows = new(filled: false);

    public void Dispose() => rows.Dispose();

    [Fact]
    public void PagesCountsAndExpansions_StopAtFiveThousand()
    {
        var parent = rows.Account("Parent", null, null, null, null, null, null);
        Create(Most + 1, parent);

        var page = rows.Ask("accounts?$select=name&$count=true&$filter=startswith(name,'Child')");
        Assert.Equal((Most, Most, true), (page.Rows.Count, page.Count, page.CountLimitExceeded!.Value));
        var rest = rows.Ask("accounts?" + page.NextQuery);
        Assert.Equal((1, null), (rest.Rows.Count, rest.NextQuery));
        Assert.Equal(Most + 1, page.Rows.Concat(rest.Rows).Select(r => r.Id).Distinct().Count());
        Assert.Equal(Most, rows.Ask("accounts/$count").Count);
        var plan = rows.Plan($"accounts?$select=name&$filter=name eq 'Parent'&$expand=account_parent_account($select=name)");
        Assert.Equal(Most, plan.Read(rows.Service).Rows.Single().RelatedEntities[plan.Projection.Expansions[0].Navigation.Key].Entities.Count);
        Assert.Equal(Most, rows.Ask("accounts?$top=6000").Rows.Count);
    }

    [Fact]
    public void AnAggregateOverMoreThanFiftyThousandRows_IsRefused()
    {
        for (var i = 0; i < 10; i++) Create(MostAggregated / 10, parent: null);
        Assert.Equal(MostAggregated, ((AliasedValue)rows.Ask("accounts?$apply=aggregate($count as n)").Rows.Single()["n"]).Value);

        rows.Account("One too many", null, null, null, null, null, null);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Ask("accounts?$apply=aggregate($count as n)"));
        Assert.Equal(unchecked((int)0x8004E023), fault.Detail.ErrorCode);
        Assert.Equal(1, ((AliasedValue)rows.Ask("accounts?$apply=filter(name eq 'One too many')/aggregate($count as n)").Rows.Single()["n"]).Value);
    }

    private void Create(int count, Guid? parent)
    {
        var targets = new EntityCollection { EntityName = "account" };
        for (var i = 0; i < count; i++)
        {
            var row = new Entity("account") { ["name"] = $"Child {i}" };
            if (parent is { } id) row["parentaccountid"] = new EntityReference("account", id);
            targets.Entities.Add(row);
        }
        rows.Service.Execute(new CreateMultipleRequest { Targets = targets });
    }
}
