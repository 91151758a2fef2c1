using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>The commands a solution adds to the command bars, as its ribbon says.</summary>
public sealed class CommandTests(Browser browser) : IAsyncLifetime
{
    private const string Subgrid = """
        <row><cell><labels><label description="Subsidiaries" languagecode="1033"/></labels><control id="subsidiaries" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters>
        <TargetEntityType>account</TargetEntityType><RelationshipName>account_parent_account</RelationshipName></parameters></control></cell></row>
        """;

    private MadeUpApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await MadeUpApp.Start();
        app.Form(MadeUpApp.Columns([new("name"), new("accountnumber")]).Replace("</rows>", Subgrid + "</rows>", StringComparison.Ordinal));
        app.WebResource("tst_/commands.js", 3, """
            var Tst = {
              number: (form, text, count) => form.getAttribute("accountnumber").setValue(text + count),
              isPress: (form) => Promise.resolve(form.getAttribute("name").getValue().startsWith("Press")),
              say: (...values) => Xrm.Navigation.openAlertDialog({ text: JSON.stringify(values) }),
              chosen: (grid, references, all) => Tst.say(grid.getGrid().getSelectedRows().getLength(), references, all.length),
              refuse: () => { throw new Error("The press is not ready."); },
            };
            """);
        app.WebResource("tst_/press.svg", 11, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16'/></svg>");
        var parent = app.Service.Create(new Entity("account") { ["name"] = "Press 1" });
        app.Service.Create(new Entity("account") { ["name"] = "Press 2", ["parentaccountid"] = new EntityReference("account", parent) });
        app.Service.Create(new Entity("account") { ["name"] = "Saw 3" });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ACommandOfAForm_RunsItsFunctionWithTheFormAndItsValues()
    {
        Import(Button("Form", "Number", "Number it", Call("Tst.number", "<CrmParameter Value='PrimaryControl'/><StringParameter Value='P-'/><IntParameter Value='7'/>"), image: "tst_/press.svg"));
        await using var page = await app.OpenFirstAccount(browser);

        await page.Command("Number it").ClickAsync();

        await Assertions.Expect(page.Main.GetByLabel("Account Number")).ToHaveValueAsync("P-7");
        Assert.EndsWith("/WebResources/tst_/press.svg", await page.Command("Number it").Locator("img").GetAttributeAsync("src"), StringComparison.Ordinal);
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task ACommand_IsThereOnlyWhereItsRulesHold()
    {
        Import(
            Button("Form", "Press", "For presses", Call("Tst.say"), "<EnableRules><EnableRule Id='tst.IsPress'/></EnableRules>")
            + Button("Form", "New", "For new ones", Call("Tst.say"), "<DisplayRules><DisplayRule Id='tst.IsNew'/></DisplayRules>")
            + Button("Form", "Closed", "For closed ones", Call("Tst.say"), "<EnableRules><EnableRule Id='tst.IsClosed'/></EnableRules>")
            + Button("Form", "Writers", "For writers", Call("Tst.say"), "<DisplayRules><DisplayRule Id='tst.MayWrite'/></DisplayRules>"),
            $"""
            <DisplayRules><DisplayRule Id='tst.IsNew'><FormStateRule State='Create'/></DisplayRule>
            <DisplayRule Id='tst.MayWrite'><EntityPrivilegeRule EntityName='account' PrivilegeType='Write' PrivilegeDepth='Basic'/><RecordPrivilegeRule AppliesTo='PrimaryEntity' PrivilegeType='Write'/></DisplayRule></DisplayRules>
            <EnableRules><EnableRule Id='tst.IsPress'>{Function("CustomRule", "Tst.isPress", "<CrmParameter Value='PrimaryControl'/>")}</EnableRule>
            <EnableRule Id='tst.IsClosed'><ValueRule Field='statecode' Value='1'/></EnableRule></EnableRules>
            """);
        await using var page = await app.OpenFirstAccount(browser);

        await page.Command("For presses").WaitForAsync();
        await page.Command("For writers").WaitForAsync();
        Assert.False(await page.Command("For new ones").IsVisibleAsync());
        Assert.False(await page.Command("For closed ones").IsVisibleAsync());

        await page.Command("Deactivate").ClickAsync();
        await page.Command("For closed ones").WaitForAsync();

        await page.Navigate("Accounts");
        await page.OpenRow(2);
        await page.Command("For writers").WaitForAsync();
        Assert.False(await page.Command("For presses").IsVisibleAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task ACommandOfAView_KnowsWhatIsChosen()
    {
        var parameters = "<CrmParameter Value='SelectedControl'/><CrmParameter Value='SelectedControlSelectedItemReferences'/><CrmParameter Value='SelectedControlAllItemIds'/>";
        Import(
            Button("HomepageGrid", "Chosen", "Take them", Call("Tst.chosen", parameters), "<EnableRules><EnableRule Id='tst.Two'/></EnableRules>"),
            "<EnableRules><EnableRule Id='tst.Two'><SelectionCountRule AppliesTo='SelectedEntity' Minimum='2' Maximum='2'/></EnableRule></EnableRules>");
        await using var page = await app.Open(browser);
        await page.Navigate("Accounts");
        await page.WaitForRows();
        await page.Grid.GetByRole(AriaRole.Checkbox, new() { Name = "Select row" }).Nth(0).ClickAsync();
        Assert.False(await page.Command("Take them").IsVisibleAsync());
        await page.Grid.GetByRole(AriaRole.Checkbox, new() { Name = "Select row" }).Nth(2).ClickAsync();

        await page.Command("Take them").ClickAsync();

        await Assertions.Expect(page.Dialog).ToContainTextAsync("[2,[");
        await Assertions.Expect(page.Dialog).ToContainTextAsync("\"Name\":\"Press 1\",\"TypeCode\":1,\"TypeName\":\"account\"");
        await Assertions.Expect(page.Dialog).ToContainTextAsync("\"Name\":\"Saw 3\"");
        await Assertions.Expect(page.Dialog).ToContainTextAsync("],3]");
    }

    [Fact]
    public async Task ACommandOfASubgrid_KnowsTheFormAroundItAndTheGrid()
    {
        Import(Button("SubGrid", "Sub", "Ask the grid", Call("Tst.say", "<CrmParameter Value='FirstPrimaryItemId'/><CrmParameter Value='SelectedEntityTypeName'/><CrmParameter Value='SelectedControlAllItemCount'/><CrmParameter Value='UserLcid'/>")));
        var parent = app.Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryByAttribute("account") { Attributes = { "name" }, Values = { "Press 1" } }).Entities.Single().Id;
        await using var page = await app.OpenFirstAccount(browser);
        await page.Main.GetByRole(AriaRole.Grid, new() { Name = "Subsidiaries" }).Locator("[data-index='0']").WaitForAsync();

        await page.Main.GetByRole(AriaRole.Toolbar, new() { Name = "Subsidiaries" }).GetByRole(AriaRole.Button, new() { Name = "Ask the grid" }).ClickAsync();

        await Assertions.Expect(page.Dialog).ToContainTextAsync($"[\"{parent}\",\"account\",1,1033]");
    }

    [Fact]
    public async Task WhatACommandThrows_IsSaid_AndWhatIsNotHereIsNamed()
    {
        Import(
            Button("Form", "Refuse", "Refuse", Call("Tst.refuse"))
            + Button("Form", "Sku", "Another edition", Call("Tst.say"), "<DisplayRules><DisplayRule Id='tst.Sku'/></DisplayRules>"),
            "<DisplayRules><DisplayRule Id='tst.Sku'><SkuRule Sku='Online'/></DisplayRule></DisplayRules>");
        await using var page = await app.OpenFirstAccount(browser);

        await Assertions.Expect(page.Main).ToContainTextAsync("Another edition: Not supported here: the rule SkuRule");
        await page.Command("Refuse").ClickAsync();

        await Assertions.Expect(page.Dialog).ToContainTextAsync("The press is not ready.");
    }

    private void Import(string actionsAndCommands, string rules = "") => app.Ribbon($"""
        <CustomActions>{string.Concat(actionsAndCommands.Split("<!--command-->").Where((_, at) => at % 2 == 0))}</CustomActions><Templates><RibbonTemplates Id="Mscrm.Templates" /></Templates>
        <CommandDefinitions>{string.Concat(actionsAndCommands.Split("<!--command-->").Where((_, at) => at % 2 == 1))}</CommandDefinitions><RuleDefinitions><TabDisplayRules />{rules}</RuleDefinitions><LocLabels />
        """);

    private static string Button(string location, string id, string label, string action, string rules = "", string image = "") => $"""
        <CustomAction Id="tst.{id}.Action" Location="Mscrm.{location}.account.MainTab.Save.Controls._children" Sequence="10"><CommandUIDefinition>
        <Button Id="tst.{id}.Button" Command="tst.{id}" LabelText="{label}" {(image == "" ? "" : $"ModernImage=\"$webresource:{image}\"")} TemplateAlias="o1" /></CommandUIDefinition></CustomAction>
        <!--command--><CommandDefinition Id="tst.{id}">{rules}<Actions>{action}</Actions></CommandDefinition><!--command-->
        """;

    private static string Call(string function, string parameters = "") => Function("JavaScriptFunction", function, parameters);

    private static string Function(string element, string function, string parameters) => $"<{element} FunctionName=\"{function}\" Library=\"$webresource:tst_/commands.js\">{parameters}</{element}>";
}
