import { expect, it } from "vitest";
import { readRibbon } from "./ribbonXml";

const ribbon = readRibbon(`<RibbonDefinitions><RibbonDefinition><UI><Ribbon><Tabs Id="Mscrm.Tabs">
  <Tab Id="Mscrm.Form.account.MainTab"><Groups Id="Mscrm.Form.account.MainTab.Groups"><Group Id="Mscrm.Form.account.MainTab.Save"><Controls Id="Mscrm.Form.account.MainTab.Save.Controls">
    <Button Id="tst.Score" Command="tst.Score" LabelText="Score now" ToolTipTitle="Score this account" ModernImage="$webresource:tst_/score.svg" Sequence="10"/>
    <FlyoutAnchor Id="tst.More" LabelText="More"><Menu Id="tst.Menu"><MenuSection Id="tst.Section"><Controls Id="tst.Controls">
      <Button Id="tst.Brief" Command="tst.Brief" LabelText="Brief"/></Controls></MenuSection></Menu></FlyoutAnchor>
  </Controls></Group></Groups></Tab>
  <Tab Id="Mscrm.SubGrid.account.MainTab"><Groups/></Tab></Tabs></Ribbon></UI>
  <CommandDefinitions><CommandDefinition Id="tst.Score"><EnableRules><EnableRule Id="tst.One"/></EnableRules><DisplayRules><DisplayRule Id="tst.Saved"/></DisplayRules>
    <Actions><JavaScriptFunction Library="$webresource:tst_/commands.js" FunctionName="Tst.score"><CrmParameter Value="PrimaryControl"/><IntParameter Value="3"/><BoolParameter Value="true"/></JavaScriptFunction></Actions></CommandDefinition></CommandDefinitions>
  <RuleDefinitions><EnableRules><EnableRule Id="tst.One"><OrRule><Or><SelectionCountRule Minimum="1"/></Or><Or><EntityRule EntityName="account"/></Or></OrRule></EnableRule></EnableRules>
  <DisplayRules><DisplayRule Id="tst.Saved"><FormStateRule State="Create" InvertResult="true"/></DisplayRule></DisplayRules></RuleDefinitions></RibbonDefinition></RibbonDefinitions>`);

it("has the buttons of each place, menus with what they open", () => {
  const form = ribbon.buttons.get("Form") ?? [];

  expect(form.map(({ id, label, title, image }) => [id, label, title, image])).toEqual([
    ["tst.Score", "Score now", "Score this account", "/WebResources/tst_/score.svg"],
    ["tst.More", "More", "More", null],
  ]);
  expect(form[1]?.items.map((each) => each.label)).toEqual(["Brief"]);
  expect(ribbon.buttons.get("SubGrid")).toEqual([]);
});

it("knows what a command calls, with which parameters, and which rules it has", () => {
  const command = ribbon.commands.get("tst.Score");

  expect(command?.actions).toEqual([
    {
      kind: "function",
      call: {
        library: "tst_/commands.js",
        functionName: "Tst.score",
        parameters: [
          { kind: "crm", value: "PrimaryControl" },
          { kind: "value", value: 3 },
          { kind: "value", value: true },
        ],
      },
    },
  ]);
  expect([command?.enableRules, command?.displayRules]).toEqual([["tst.One"], ["tst.Saved"]]);
});

it("reads the groups of an OrRule", () => {
  const [or] = ribbon.enableRules.get("tst.One") ?? [];

  expect(or?.groups.map((group) => group.map((each) => each.kind))).toEqual([["SelectionCountRule"], ["EntityRule"]]);
});

it("refuses a kind of action or parameter it does not know", () => {
  const withAction = (action: string) => () =>
    readRibbon(
      `<RibbonDefinitions><CommandDefinitions><CommandDefinition Id="c"><Actions>${action}</Actions></CommandDefinition></CommandDefinitions></RibbonDefinitions>`,
    );

  expect(withAction("<PowerFxAction/>")).toThrow("Not supported here: the action PowerFxAction");
  expect(withAction("<JavaScriptFunction><FloatParameter/></JavaScriptFunction>")).toThrow(
    "Not supported here: the parameter FloatParameter",
  );
});
