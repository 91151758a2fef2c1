using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Customization;

public sealed class OptionMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public OptionMessageTests()
    {
        organization.Service.Execute(new CreateOptionSetRequest
        {
            OptionSet = new OptionSetMetadata { Name = "new_rank", IsGlobal = true, DisplayName = new Label("Rank", 1033), Options = { Option("Gold", 1), Option("Silver", 2) } },
        });
        foreach (var name in new[] { "new_Rank", "new_OldRank" })
        {
            organization.Service.Execute(new CreateAttributeRequest
            {
                EntityName = "account",
                Attribute = new PicklistAttributeMetadata { SchemaName = name, OptionSet = new OptionSetMetadata { IsGlobal = true, Name = "new_rank" } },
            });
        }
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AnInsertedOption_CanBeChosenInEveryColumnThatUsesTheChoice()
    {
        var value = ((InsertOptionValueResponse)organization.Service.Execute(new InsertOptionValueRequest { OptionSetName = "new_rank", Label = new Label("Bronze", 1033) })).NewOptionValue;

        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_rank"] = new OptionSetValue(value), ["new_oldrank"] = new OptionSetValue(value) });

        var read = organization.Service.Retrieve("account", row, new ColumnSet("new_rank", "new_oldrank"));
        Assert.Equal(("Bronze", "Bronze"), (read.FormattedValues["new_rank"], read.FormattedValues["new_oldrank"]));
        Assert.Equal(100_000_000, value);
    }

    [Fact]
    public void AnOptionOfAColumnsOwnChoice_IsInsertedThere()
    {
        organization.Service.Execute(new InsertOptionValueRequest { EntityLogicalName = "account", AttributeLogicalName = "industrycode", Label = new Label("Space", 1033), Value = 9001 });

        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["industrycode"] = new OptionSetValue(9001) });

        Assert.Equal("Space", organization.Service.Retrieve("account", row, new ColumnSet("industrycode")).FormattedValues["industrycode"]);
    }

    [Theory, InlineData(true, "1031 Erster;1033 Gold"), InlineData(false, "1031 Erster")]
    public void AnUpdatedOption_MergesItsLabelsWhenAsked(bool merges, string labels)
    {
        organization.Service.Execute(new UpdateOptionValueRequest { OptionSetName = "new_rank", Value = 1, Label = new Label("Erster", 1031), MergeLabels = merges });

        Assert.Equal(labels, string.Join(';', Choice().Options[0].Label.LocalizedLabels.Select(l => $"{l.LanguageCode} {l.Label}").Order()));
    }

    [Fact]
    public void ADeletedOption_CannotBeChosenAndRowsKeepItsValue()
    {
        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_rank"] = new OptionSetValue(2) });

        organization.Service.Execute(new DeleteOptionValueRequest { OptionSetName = "new_rank", Value = 2 });

        var read = organization.Service.Retrieve("account", row, new ColumnSet("new_rank"));
        Assert.Equal(2, read.GetAttributeValue<OptionSetValue>("new_rank").Value);
        Assert.False(read.FormattedValues.ContainsKey("new_rank"));
        Assert.Equal(unchecked((int)0x8004431A), TestOrganization.Refused(() => organization.Service.Create(new Entity("account") { ["name"] = "B", ["new_rank"] = new OptionSetValue(2) })).ErrorCode);
    }

    [Fact]
    public void OrderedOptions_StandInThatOrder()
    {
        organization.Service.Execute(new OrderOptionRequest { OptionSetName = "new_rank", Values = [2, 1] });

        Assert.Equal([2, 1], Choice().Options.Select(o => o.Value!.Value));
        TestOrganization.Refused(() => organization.Service.Execute(new OrderOptionRequest { OptionSetName = "new_rank", Values = [2] }));
    }

    [Fact]
    public void AnInsertedStatusReason_BelongsToItsState()
    {
        var value = ((InsertStatusValueResponse)organization.Service.Execute(
            new InsertStatusValueRequest { EntityLogicalName = "account", AttributeLogicalName = "statuscode", StateCode = 1, Label = new Label("Bankrupt", 1033) })).NewOptionValue;
        var row = organization.Account("Muster AG");

        organization.Service.Update(new Entity("account", row) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(value) });

        Assert.Equal("Bankrupt", organization.Service.Retrieve("account", row, new ColumnSet("statuscode")).FormattedValues["statuscode"]);
        Assert.Equal(unchecked((int)0x80048408), TestOrganization.Refused(() => organization.Service.Update(
            new Entity("account", row) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(value) })).ErrorCode);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        OrganizationRequest[] requests =
        [
            new InsertOptionValueRequest { OptionSetName = "new_rank", Value = 1, Label = new Label("Again", 1033) },
            new InsertOptionValueRequest { OptionSetName = "new_nosuch", Label = new Label("x", 1033) },
            new InsertOptionValueRequest { EntityLogicalName = "account", AttributeLogicalName = "creditonhold", Label = new Label("Maybe", 1033) },
            new InsertOptionValueRequest { EntityLogicalName = "account", AttributeLogicalName = "name", Label = new Label("x", 1033) },
            new UpdateOptionValueRequest { OptionSetName = "new_rank", Value = 3, Label = new Label("x", 1033) },
            new DeleteOptionValueRequest { EntityLogicalName = "account", AttributeLogicalName = "statecode", Value = 0 },
            new InsertStatusValueRequest { EntityLogicalName = "account", AttributeLogicalName = "statuscode", StateCode = 7, Label = new Label("x", 1033) },
            new DeleteOptionSetRequest { Name = "new_rank" },
        ];

        Assert.All(requests, request => TestOrganization.Refused(() => organization.Service.Execute(request)));
        Assert.Equal([1, 2], Choice().Options.Select(o => o.Value!.Value));
    }

    [Fact]
    public void AChoiceThatNothingUses_CanBeDeleted()
    {
        foreach (var column in new[] { "new_rank", "new_oldrank" }) organization.Service.Execute(new DeleteAttributeRequest { EntityLogicalName = "account", LogicalName = column });

        organization.Service.Execute(new DeleteOptionSetRequest { Name = "new_rank" });

        Assert.Equal(unchecked((int)0x80040217), TestOrganization.Refused(() => Choice()).ErrorCode);
    }

    private OptionSetMetadata Choice() => (OptionSetMetadata)((RetrieveOptionSetResponse)organization.Service.Execute(new RetrieveOptionSetRequest { Name = "new_rank" })).OptionSetMetadata;

    private static OptionMetadata Option(string label, int value) => new(new Label(label, 1033), value);
}
