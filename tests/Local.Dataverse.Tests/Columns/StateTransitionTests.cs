using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Status reasons follow each other as the table's transitions allow.</summary>
public sealed class StateTransitionTests
{
    private const string Transitions = " TransitionData=\"&lt;allowedtransitions xmlns=&quot;http://schemas.microsoft.com/crm/2009/WebServices&quot;&gt;&lt;allowedtransition sourcestatusid=&quot;1&quot; tostatusid=&quot;2&quot; /&gt;&lt;/allowedtransitions&gt;\"";

    // From Active to Inactive, and never back.
    private static Workshop OneWay() => new()
    {
        Change = text => text.Replace("<status value=\"1\" state=\"0\">", $"<status value=\"1\" state=\"0\"{Transitions}>", StringComparison.Ordinal)
            .Replace("<OwnershipTypeMask>UserOwned</OwnershipTypeMask>", "<OwnershipTypeMask>UserOwned</OwnershipTypeMask><EnforceStateTransitions>1</EnforceStateTransitions>", StringComparison.Ordinal),
    };

    [Fact]
    public void ATransitionThatIsDefined_IsMade_AndOneThatIsNot_IsRefused()
    {
        using var shop = OneWay();
        var id = shop.Machine(("tst_name", "Press"));
        shop.Service.Update(new Entity("tst_machine", id) { ["statecode"] = new OptionSetValue(1) });

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Service.Update(new Entity("tst_machine", id) { ["statecode"] = new OptionSetValue(0) })).Detail;
        Assert.Equal(unchecked((int)0x80048408), fault.ErrorCode);
        Assert.Equal(1, shop.Read<OptionSetValue>("tst_machine", id, "statecode").Value);
    }

    [Theory]
    [InlineData("Inactive", 2, true)]
    [InlineData("1", 2, true)]
    [InlineData("Active", 1, true)]
    [InlineData("Active", 2, false)]
    [InlineData("Gone", 2, false)]
    public void AskedBefore_ThePlatformSaysWhatItWouldDo(string state, int status, bool expected)
    {
        using var shop = OneWay();

        Assert.Equal(expected, IsValid(shop, shop.Machine(("tst_name", "Press")), state, status));
    }

    [Fact]
    public void AfterTheOnlyTransition_NothingIsValidAnyMore()
    {
        using var shop = OneWay();
        var id = shop.Machine(("tst_name", "Press"));
        shop.Service.Update(new Entity("tst_machine", id) { ["statecode"] = new OptionSetValue(1) });

        Assert.False(IsValid(shop, id, "Active", 1));
    }

    [Fact]
    public void TheDefinitions_ShowTheTransitions()
    {
        using var shop = OneWay();
        var table = ((RetrieveEntityResponse)shop.Service.Execute(new RetrieveEntityRequest { LogicalName = "tst_machine", EntityFilters = EntityFilters.Attributes })).EntityMetadata;
        var reasons = ((StatusAttributeMetadata)table.Attributes.Single(a => a.LogicalName == "statuscode")).OptionSet.Options.Cast<StatusOptionMetadata>().ToList();

        Assert.True(table.EnforceStateTransitions);
        Assert.Equal("<allowedtransitions xmlns=\"http://schemas.microsoft.com/crm/2009/WebServices\"><allowedtransition sourcestatusid=\"1\" tostatusid=\"2\" /></allowedtransitions>", reasons[0].TransitionData);
        Assert.Null(reasons[1].TransitionData);
    }

    [Fact]
    public void ATableThatEnforcesNone_TakesEveryReasonOfTheState()
    {
        using var shop = new Workshop();
        var id = shop.Machine(("tst_name", "Press"));
        shop.Service.Update(new Entity("tst_machine", id) { ["statecode"] = new OptionSetValue(1) });

        Assert.True(IsValid(shop, id, "Active", 1));
    }

    private static bool IsValid(Workshop shop, Guid id, string state, int status) => ((IsValidStateTransitionResponse)shop.Service.Execute(
        new IsValidStateTransitionRequest { Entity = new EntityReference("tst_machine", id), NewState = state, NewStatus = status })).IsValid;
}
