using System;
using System.ServiceModel;
using Local.Dataverse.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Dates in the user's time zone, labels in his language, and what an import or a message refuses by name.</summary>
public sealed class UserSettingsTests
{
    private const int Zurich = 110;

    [Fact]
    public void ADayInTheUsersTime_IsKeptAsHisMidnight_AndADayAloneAsItIs()
    {
        using var shop = new Workshop().Plain("tst_CheckedOn", "datetime", "<Format>date</Format><Behavior>1</Behavior>").Plain("tst_CalledOn", "datetime", "<Format>datetime</Format><Behavior>3</Behavior>");
        Set(shop, "timezonecode", Zurich);
        var id = shop.Machine(("tst_checkedon", new DateTime(2026, 7, 1, 22, 30, 0, DateTimeKind.Utc)), ("tst_builton", new DateTime(2026, 7, 1, 22, 30, 0)), ("tst_calledon", new DateTime(2026, 7, 1, 22, 30, 0)));
        var row = shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_checkedon", "tst_builton", "tst_calledon"));

        // 22:30 UTC is half past midnight of 2 July in Zurich, whose midnight is 22:00 UTC.
        Assert.Equal(new DateTime(2026, 7, 1, 22, 0, 0), row["tst_checkedon"]);
        Assert.Equal(new DateTime(2026, 7, 1), row["tst_builton"]);
        Assert.Equal(new DateTime(2026, 7, 1, 22, 30, 0), row["tst_calledon"]);
        Assert.Equal(("7/2/2026", "7/1/2026", "7/1/2026 10:30 PM"), (row.FormattedValues["tst_checkedon"], row.FormattedValues["tst_builton"], row.FormattedValues["tst_calledon"].Replace('\u202f', ' ')));
    }

    [Fact]
    public void Labels_AreInTheUsersLanguage_AndNumbersInHisLocale()
    {
        using var shop = new Workshop();
        Set(shop, "uilanguageid", 1031);
        Set(shop, "localeid", 2055);
        var id = shop.Machine(("tst_name", "Press"), ("tst_hours", 1234.5m), ("tst_risk", new OptionSetValue(123450000)));
        var row = shop.Service.Retrieve("tst_machine", id, new ColumnSet("tst_hours", "tst_risk"));
        var column = (PicklistAttributeMetadata)((RetrieveAttributeResponse)shop.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = "tst_machine", LogicalName = "tst_risk" })).AttributeMetadata;

        Assert.Equal(("1’234.50", "Hoch"), (row.FormattedValues["tst_hours"], row.FormattedValues["tst_risk"]));
        Assert.Equal(("tst_Risk DE", "Hoch", "Low"), (column.DisplayName.UserLocalizedLabel.Label, column.OptionSet.Options[0].Label.UserLocalizedLabel.Label, column.OptionSet.Options[1].Label.UserLocalizedLabel.Label));
    }

    [Fact]
    public void TheLanguagesOfTheOrganisation_AreTold()
    {
        using var shop = new Workshop { Options = new LocalDataverseOptions { Languages = [1031, 1033] } };

        Assert.Equal([1031, 1033], ((RetrieveProvisionedLanguagesResponse)shop.Service.Execute(new RetrieveProvisionedLanguagesRequest())).RetrieveProvisionedLanguages);
        Assert.Equal([1031, 1033], ((RetrieveAvailableLanguagesResponse)shop.Service.Execute(new RetrieveAvailableLanguagesRequest())).LocaleIds);
    }

    [Fact]
    public void ASecretVariable_IsRefusedByName()
    {
        using var shop = new Workshop();
        shop.Create("environmentvariabledefinition", ("schemaname", "tst_Key"), ("displayname", "Key"), ("type", new OptionSetValue(100000005)));

        Assert.Contains("Not supported here: the secret environment variable tst_Key", Fault(() => shop.Service.Execute(new OrganizationRequest("RetrieveEnvironmentVariableValue") { ["DefinitionSchemaName"] = "tst_Key" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnElasticTable_IsRefusedAtImport()
    {
        using var shop = new Workshop { Change = text => text.Replace("<OwnershipTypeMask>UserOwned</OwnershipTypeMask>", "<OwnershipTypeMask>UserOwned</OwnershipTypeMask><TableType>Elastic</TableType>", StringComparison.Ordinal) };

        Assert.Contains("Not supported here: elastic tables (tst_machine).", Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileOfANote_SaysItsSize()
    {
        using var shop = new Workshop();
        var note = shop.Create("annotation", ("subject", "Plan"), ("filename", "plan.txt"), ("documentbody", Convert.ToBase64String([1, 2, 3, 4, 5])));
        var row = shop.Service.Retrieve("annotation", note, new ColumnSet("filesize", "isdocument", "documentbody"));

        Assert.Equal((5, true, "AQIDBAU="), (row["filesize"], row["isdocument"], row["documentbody"]));
        Assert.Contains("Base64", Fault(() => shop.Create("annotation", ("documentbody", "no base64!"))).Message, StringComparison.Ordinal);
    }

    private static void Set(Workshop shop, string column, int value) => shop.Service.Update(new Entity("usersettings", shop.Dataverse.AdministratorId) { [column] = value });

    private static OrganizationServiceFault Fault(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;
}
