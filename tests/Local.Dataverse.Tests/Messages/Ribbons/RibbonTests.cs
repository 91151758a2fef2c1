using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Local.Dataverse.Tests.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Ribbons;

public sealed class RibbonTests : IDisposable
{
    private const string Save = "Mscrm.Form.tst_machine.MainTab.Save.Controls", Main = "Mscrm.HomepageGrid.tst_machine.MainTab";

    private readonly LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions());

    private IOrganizationService Service => dataverse.AdministratorService;

    [Fact]
    public void AButton_StandsWhereItsLocationSays_AndBringsItsCommandAndRules()
    {
        Import(Action("tst.Stop", Save + "._children", 20) + Action("tst.Start", Save + "._children", 10));

        var ribbon = Ribbon("tst_machine", RibbonLocationFilters.All);

        Assert.Equal("RibbonDefinitions", ribbon.Name);
        var definition = ribbon.Element("RibbonDefinition")!;
        var tab = Assert.Single(definition.Element("UI")!.Element("Ribbon")!.Element("Tabs")!.Elements());
        Assert.Equal("Mscrm.Form.tst_machine.MainTab", (string?)tab.Attribute("Id"));
        var group = Assert.Single(tab.Element("Groups")!.Elements());
        Assert.Equal("Mscrm.Form.tst_machine.MainTab.Save", (string?)group.Attribute("Id"));
        Assert.Equal(["tst.Start", "tst.Stop"], group.Element("Controls")!.Elements("Button").Select(b => (string?)b.Attribute("Id")));
        Assert.Equal("tst.Command", (string?)Assert.Single(definition.Element("CommandDefinitions")!.Elements()).Attribute("Id"));
        Assert.Equal("tst.IsRunning", (string?)Assert.Single(definition.Element("RuleDefinitions")!.Element("EnableRules")!.Elements()).Attribute("Id"));
    }

    [Theory, InlineData(1033, "Start"), InlineData(1031, "Starten"), InlineData(1040, "Start")]
    public void ALabel_IsThatOfTheReadersLanguage_ElseOfTheBaseLanguage(int language, string label)
    {
        Import(Action("tst.Start", Save + "._children", 10));
        Service.Update(new Entity("usersettings", dataverse.AdministratorId) { ["uilanguageid"] = language });

        Assert.Equal(label, (string?)Ribbon("tst_machine", RibbonLocationFilters.All).Descendants("Button").Single().Attribute("LabelText"));
    }

    [Theory]
    [InlineData(RibbonLocationFilters.Form, "tst.Form")]
    [InlineData(RibbonLocationFilters.HomepageGrid, "tst.Grid")]
    [InlineData(RibbonLocationFilters.SubGrid, "tst.Sub")]
    [InlineData(RibbonLocationFilters.Form | RibbonLocationFilters.SubGrid, "tst.Form tst.Sub")]
    public void ALocationFilter_LeavesOutTheOthers(RibbonLocationFilters filter, string buttons)
    {
        Import(Action("tst.Form", Save + "._children", 1) + Action("tst.Grid", Main + ".Management.Controls._children", 2)
            + Action("tst.Sub", "Mscrm.SubGrid.tst_machine.MainTab.Actions.Controls._children", 3));

        Assert.Equal(buttons, string.Join(' ', Ribbon("tst_machine", filter).Descendants("Button").Select(b => (string?)b.Attribute("Id"))));
    }

    [Fact]
    public void AnActionInWhatAnotherBrings_IsPlacedThere_AndAHiddenOneIsGone()
    {
        Import(Action("tst.Inner", "tst.Group.Controls._children", 5) + Action("tst.Hidden", "tst.Group.Controls._children", 6)
            + $"<CustomAction Id=\"tst.Group.Action\" Location=\"{Main}.Groups._children\" Sequence=\"9\"><CommandUIDefinition><Group Id=\"tst.Group\"><Controls Id=\"tst.Group.Controls\" /></Group></CommandUIDefinition></CustomAction>"
            + "<HideCustomAction HideActionId=\"tst.Hide\" Location=\"tst.Hidden\" />");

        var groups = Ribbon("tst_machine", RibbonLocationFilters.All).Descendants("Groups").Single();

        Assert.Equal("tst.Group", (string?)Assert.Single(groups.Elements()).Attribute("Id"));
        Assert.Equal("tst.Inner", (string?)Assert.Single(groups.Descendants("Button")).Attribute("Id"));
    }

    [Fact]
    public void AnActionOfTheApplicationForEveryTable_StandsInEachTablesRibbon()
    {
        dataverse.ImportSolution((new TestSolution
        {
            Change = text => text.Replace("<Languages>", Difference(Action("tst.Every", "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children", 1) + Action("tst.Global", "Mscrm.GlobalTab.Groups._children", 2)) + "<Languages>"),
        }).Zip());

        Assert.Equal("Mscrm.Form.contact.MainTab", (string?)Ribbon("contact", RibbonLocationFilters.Form).Descendants("Tab").Single().Attribute("Id"));
        var application = ((RetrieveApplicationRibbonResponse)Service.Execute(new RetrieveApplicationRibbonRequest())).CompressedApplicationRibbonXml;
        Assert.Equal("tst.Global", (string?)Xml(application).Descendants("Button").Single().Attribute("Id"));
    }

    [Fact]
    public void ANewVersionWithoutAButton_TakesItAway()
    {
        Import(Action("tst.Start", Save + "._children", 10));
        dataverse.ImportSolution(new TestSolution { Version = "1.1.0.0" }.Zip());

        Assert.Empty(Ribbon("tst_machine", RibbonLocationFilters.All).Descendants("Button"));
        Assert.Empty(Service.RetrieveMultiple(new QueryExpression("ribboncommand")).Entities);
    }

    [Fact]
    public void ATableThatIsNotThere_HasNoRibbon()
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Ribbon("tst_nothing", RibbonLocationFilters.All));
        Assert.Equal(unchecked((int)0x80041102), fault.Detail.ErrorCode);
    }

    [Fact]
    public void IconsOfATable_AreRead()
    {
        dataverse.ImportSolution((new TestSolution
        {
            Change = text => text.Replace("<EntitySetName>tst_machines</EntitySetName>", "<EntitySetName>tst_machines</EntitySetName><IconVectorName>tst_/machine.svg</IconVectorName><IconSmallName>tst_/machine16.png</IconSmallName>"),
        }).Zip());

        var table = ((RetrieveEntityResponse)Service.Execute(new RetrieveEntityRequest { LogicalName = "tst_machine", EntityFilters = EntityFilters.Entity })).EntityMetadata;
        Assert.Equal(("tst_/machine.svg", "tst_/machine16.png", null), (table.IconVectorName, table.IconSmallName, table.IconLargeName));
    }

    public void Dispose() => dataverse.Dispose();

    private void Import(string actions) =>
        dataverse.ImportSolution((new TestSolution { Change = text => text.Replace("</SavedQueries></Entity>", "</SavedQueries>" + Difference(actions) + "</Entity>") }).Zip());

    private XElement Ribbon(string table, RibbonLocationFilters filter) =>
        Xml(((RetrieveEntityRibbonResponse)Service.Execute(new RetrieveEntityRibbonRequest { EntityName = table, RibbonLocationFilter = filter })).CompressedEntityXml);

    private static XElement Xml(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var part = zip.GetEntry("RibbonXml.xml")!.Open();
        return XElement.Load(part);
    }

    private static string Action(string id, string location, int sequence) =>
        $"<CustomAction Id=\"{id}.Action\" Location=\"{location}\" Sequence=\"{sequence}\"><CommandUIDefinition><Button Id=\"{id}\" Command=\"tst.Command\" LabelText=\"$LocLabels:tst.Label\" /></CommandUIDefinition></CustomAction>";

    private static string Difference(string actions) => $"""
        <RibbonDiffXml><CustomActions>{actions}</CustomActions><Templates><RibbonTemplates Id="Mscrm.Templates" /></Templates>
        <CommandDefinitions><CommandDefinition Id="tst.Command"><EnableRules><EnableRule Id="tst.IsRunning" /></EnableRules><DisplayRules />
        <Actions><JavaScriptFunction FunctionName="Tst.start" Library="$webresource:tst_/machine.js"><CrmParameter Value="PrimaryControl" /></JavaScriptFunction></Actions></CommandDefinition></CommandDefinitions>
        <RuleDefinitions><TabDisplayRules /><DisplayRules /><EnableRules><EnableRule Id="tst.IsRunning"><CustomRule FunctionName="Tst.isRunning" Library="$webresource:tst_/machine.js" Default="false" /></EnableRule></EnableRules></RuleDefinitions>
        <LocLabels><LocLabel Id="tst.Label"><Titles><Title description="Start" languagecode="1033" /><Title description="Starten" languagecode="1031" /></Titles></LocLabel></LocLabels></RibbonDiffXml>
        """;
}
