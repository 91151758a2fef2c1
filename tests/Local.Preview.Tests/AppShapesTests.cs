using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>An app made up for the purpose: many rows, a dashboard, a form with what the sample's forms do not have.</summary>
public sealed class AppShapesTests(Browser browser) : IAsyncLifetime
{
    private const int Accounts = 5000;

    private static readonly Guid Chart = new("5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f2a02");

    private MadeUpApp app = null!;

    private IOrganizationService Service => app.Service;

    public async ValueTask InitializeAsync() => app = await MadeUpApp.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task FiveThousandRows_ScrollWithoutABlankFrame()
    {
        foreach (var numbers in Enumerable.Range(1, Accounts).Chunk(1000))
        {
            var rows = numbers.Select(n => new Entity("account") { ["name"] = n.ToString("Account 0000", CultureInfo.InvariantCulture) }).ToList();
            Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection(rows) { EntityName = "account" } });
        }
        await using var page = await app.Open(browser);
        await page.Navigate("Accounts");
        await Assertions.Expect(page.Grid).ToHaveAttributeAsync("aria-rowcount", (Accounts + 1).ToString(CultureInfo.InvariantCulture));

        var blank = await page.Grid.EvaluateAsync<int>("""
            async (grid) => {
              const box = grid.getBoundingClientRect();
              let blank = 0;
              for (let top = 0; top < grid.scrollHeight; top += 1500) {
                grid.scrollTop = top;
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                const seen = [0.15, 0.5, 0.9].every((part) => document.elementFromPoint(box.left + 120, box.top + box.height * part)?.closest("[data-index]"));
                if (!seen) blank++;
              }
              return blank;
            }
            """);

        Assert.Equal(0, blank);
        Assert.Contains("Account 5000", await page.Column("Account Name"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task ADashboard_ShowsItsChartAndItsList()
    {
        for (var n = 1; n <= 3; n++) Service.Create(new Entity("account") { ["name"] = "Account " + n, ["accountcategorycode"] = new OptionSetValue(n == 1 ? 1 : 2) });
        Service.Create(new Entity("savedqueryvisualization", Chart)
        {
            ["name"] = "By category",
            ["primaryentitytypecode"] = "account",
            ["datadescription"] = """
                <datadefinition><fetchcollection><fetch aggregate="true"><entity name="account"><attribute alias="category" name="accountcategorycode" groupby="true"/>
                <attribute alias="count" name="accountid" aggregate="count"/></entity></fetch></fetchcollection>
                <categorycollection><category alias="category"><measurecollection><measure alias="count"/></measurecollection></category></categorycollection></datadefinition>
                """,
            ["presentationdescription"] = "<Chart><Series><Series ChartType='Pie'/></Series></Chart>",
        });
        Service.Create(new Entity("systemform")
        {
            ["name"] = "My day",
            ["objecttypecode"] = "none",
            ["type"] = new OptionSetValue(0),
            ["formactivationstate"] = new OptionSetValue(1),
            ["formxml"] = $$"""
                <form><tabs><tab name="t" showlabel="false"><columns><column width="100%"><sections><section name="s" columns="11"><rows><row>
                {{Tile("chart", "Chart")}}{{Tile("list", "Grid")}}
                </row></rows></section></sections></column></columns></tab></tabs></form>
                """,
        });

        await using var page = await app.Open(browser);

        await page.Main.GetByRole(AriaRole.Heading, new() { Name = "My day" }).WaitForAsync();
        var picture = page.Main.GetByRole(AriaRole.Img, new() { Name = "By category" });
        await picture.WaitForAsync();
        Assert.Contains("Preferred Customer: 1; Standard: 2", await picture.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        await page.WaitForRows();
        Assert.Equal(["Account 1", "Account 2", "Account 3"], await page.Column("Account Name"));

        await page.Main.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Row, new() { Name = "Standard" })).ToContainTextAsync("2");
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task AScriptThatUsesWhatIsNotHere_SaysItsName()
    {
        app.WebResource("tst_/form.js", 3, "var Tst = { load: (context) => context.getFormContext().ui.process.setVisible(true) };");
        Service.Create(new Entity("systemform")
        {
            ["name"] = "Account",
            ["objecttypecode"] = "account",
            ["type"] = new OptionSetValue(2),
            ["formactivationstate"] = new OptionSetValue(1),
            ["formxml"] = """
                <form><tabs><tab name="t"><labels><label description="General" languagecode="1033"/></labels><columns><column width="100%"><sections><section name="s"><rows><row>
                <cell><control id="name" classid="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}" datafieldname="name"/></cell></row></rows></section></sections></column></columns></tab></tabs>
                <events><event name="onload"><Handlers><Handler functionName="Tst.load" libraryName="tst_/form.js" enabled="true" passExecutionContext="true"/></Handlers></event></events>
                <formLibraries><Library name="tst_/form.js"/></formLibraries></form>
                """,
        });
        await using var page = await app.Open(browser);
        await page.Navigate("Accounts");
        await page.Command("New").ClickAsync();

        await Assertions.Expect(page.Dialog).ToContainTextAsync("Not supported here: formContext.ui.process");
    }

    [Fact]
    public async Task AVirtualControl_ShowsTheValueOfItsColumnAndChangesIt()
    {
        Service.Create(new Entity("customcontrol")
        {
            ["name"] = "tst_Tst.Gauge",
            ["manifest"] = """
                <manifest><control namespace="Tst" constructor="Gauge" version="1.0.0" control-type="virtual">
                <property name="value" of-type="Whole.None" usage="bound" required="true"/><resources><code path="bundle.js" order="1"/><resx path="strings/Gauge.1033.resx"/></resources></control></manifest>
                """,
        });
        app.WebResource("cc_tst_Tst.Gauge/strings/Gauge.1033.resx", 12, "<root><data name='more'><value>One more</value></data></root>");
        app.WebResource("cc_tst_Tst.Gauge/bundle.js", 3, """
            (function () {
              class Gauge {
                init(context, changed) { this.changed = changed; }
                updateView(context) {
                  const { raw } = context.parameters.value;
                  const add = () => { this.value = raw + 1; this.changed(); };
                  return Reactv16.createElement("div", null,
                    Reactv16.createElement("output", null, "Employees: " + raw),
                    Reactv16.createElement(FluentUIReactv940.Button, { onClick: add }, context.resources.getString("more")));
                }
                getOutputs() { return { value: this.value }; }
                destroy() {}
              }
              ComponentFramework.registerControl("Tst.Gauge", Gauge);
            })();
            """);
        Service.Create(new Entity("systemform")
        {
            ["name"] = "Account",
            ["objecttypecode"] = "account",
            ["type"] = new OptionSetValue(2),
            ["formactivationstate"] = new OptionSetValue(1),
            ["formxml"] = """
                <form><tabs><tab name="t"><labels><label description="General" languagecode="1033"/></labels><columns><column width="100%"><sections><section name="s"><rows>
                <row><cell><control id="name" classid="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}" datafieldname="name"/></cell></row>
                <row><cell><control id="numberofemployees" classid="{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}" datafieldname="numberofemployees" uniqueid="{11111111-0000-0000-0000-000000000001}"/></cell></row>
                </rows></section></sections></column></columns></tab></tabs>
                <controlDescriptions><controlDescription forControl="{11111111-0000-0000-0000-000000000001}"><customControl name="tst_Tst.Gauge" formFactor="2"><parameters><value>numberofemployees</value></parameters></customControl></controlDescription></controlDescriptions></form>
                """,
        });
        Service.Create(new Entity("account") { ["name"] = "Muster AG", ["numberofemployees"] = 41 });
        await using var page = await app.Open(browser);
        await page.Navigate("Accounts");
        await page.OpenRow(0);
        await page.Main.GetByText("Employees: 41").WaitForAsync();

        await page.Main.GetByRole(AriaRole.Button, new() { Name = "One more" }).ClickAsync();
        await page.Main.GetByText("Employees: 42").WaitForAsync();
        await page.Command("Save").ClickAsync();

        await Assertions.Expect(page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync("Unsaved");
        var query = new Microsoft.Xrm.Sdk.Query.QueryExpression("account") { ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet("numberofemployees") };
        Assert.Equal(42, Service.RetrieveMultiple(query).Entities.Single()["numberofemployees"]);
        Assert.Empty(page.Complaints);
    }

    private static string Tile(string id, string mode) => $$"""
        <cell id="{{{Guid.NewGuid()}}}" colspan="5" showlabel="false"><labels><label description="Accounts" languagecode="1033"/></labels>
        <control id="{{id}}" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters><ViewId>{{{MadeUpApp.View}}}</ViewId><TargetEntityType>account</TargetEntityType>
        <VisualizationId>{{{Chart}}}</VisualizationId><ChartGridMode>{{mode}}</ChartGridMode></parameters></control></cell>
        """;
}
