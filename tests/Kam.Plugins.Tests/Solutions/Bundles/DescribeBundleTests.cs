using System;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Bundles;

public sealed class DescribeBundleTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ABundle_IsDescribedWithAllThatAConfigurationNeeds()
    {
        var bundle = new SmartLine(crm);
        crm.Create(new EnablementMaterialRow { Name = "Sales guide", SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle.Id), Url = "https://example.com/guide" });

        var described = Describe(bundle);

        Assert.Equal("Smart line", described.GetProperty("name").GetString());
        Assert.True(described.GetProperty("isReleased").GetBoolean());
        Assert.Equal("CHF", described.GetProperty("currency").GetString());
        var sensors = described.GetProperty("groups").EnumerateArray().Single();
        Assert.Equal([1, 2], new[] { sensors.GetProperty("minimum").GetInt32(), sensors.GetProperty("maximum").GetInt32() });
        var heat = Component(described, bundle.Heat);
        Assert.Equal(bundle.Sensors, heat.GetProperty("groupId").GetGuid());
        Assert.Equal("Option", heat.GetProperty("kind").GetString());
        Assert.Equal([1m, 10m, 100m, 40m, 5m], new[] { "minimumQuantity", "maximumQuantity", "unitPrice", "unitCost", "differentiation" }.Select(figure => heat.GetProperty(figure).GetDecimal()));
        Assert.Equal(["Core", "Option", "Option", "Option", "Service"], described.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("kind").GetString()).Order());
        var requires = described.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("kind").GetString() == "Requires");
        Assert.Equal([bundle.Service, bundle.Heat], new[] { requires.GetProperty("componentId").GetGuid(), requires.GetProperty("otherComponentId").GetGuid() });
        Assert.Equal("https://example.com/guide", described.GetProperty("materials")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void WhoMayNotReadCost_IsToldNone()
    {
        var bundle = new SmartLine(crm);
        var manager = new Member(crm, "KAM");

        Assert.All(Parsed(manager.Call("kam_DescribeBundle", ("SolutionBundleId", bundle.Id))).GetProperty("components").EnumerateArray(), component => Assert.False(component.TryGetProperty("unitCost", out _)));

        manager.Join("KAM Cost and Margin");
        Assert.Equal(40m, Component(Parsed(manager.Call("kam_DescribeBundle", ("SolutionBundleId", bundle.Id))), bundle.Heat).GetProperty("unitCost").GetDecimal());
    }

    [Fact]
    public void DescribingTakesSixRequests()
    {
        var bundle = new SmartLine(crm);
        Assert.Equal(6, crm.FromPlugins(() => Describe(bundle)).Count);
    }

    private JsonElement Describe(SmartLine bundle) => Parsed(crm.Call("kam_DescribeBundle", ("SolutionBundleId", bundle.Id)));

    private static JsonElement Component(JsonElement described, Guid id) => described.GetProperty("components").EnumerateArray().Single(component => component.GetProperty("componentId").GetGuid() == id);

    private static JsonElement Parsed(OrganizationResponse answer) => JsonDocument.Parse((string)answer["Bundle"]).RootElement;
}
