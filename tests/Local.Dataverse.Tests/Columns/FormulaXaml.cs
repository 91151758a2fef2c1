using System;
using System.Linq;
using System.Security;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Writes definitions of calculated and rollup columns in the shape in which exports have them.</summary>
internal static class FormulaXaml
{
    private const string Workflow = "Microsoft.Crm.Workflow, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    public static string Definition(params string[] activities) => $"""
        <Activity x:Class="XrmWorkflow00000000000000000000000000000000" xmlns="http://schemas.microsoft.com/netfx/2009/xaml/activities" xmlns:mcwc="clr-namespace:Microsoft.Crm.Workflow.ClientActivities;assembly={Workflow}"
          xmlns:mxs="clr-namespace:Microsoft.Xrm.Sdk;assembly=Microsoft.Xrm.Sdk" xmlns:mxsq="clr-namespace:Microsoft.Xrm.Sdk.Query;assembly=Microsoft.Xrm.Sdk" xmlns:mxswa="clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;assembly=Microsoft.Xrm.Sdk.Workflow"
          xmlns:s="clr-namespace:System;assembly=mscorlib" xmlns:scg="clr-namespace:System.Collections.Generic;assembly=mscorlib" xmlns:sco="clr-namespace:System.Collections.ObjectModel;assembly=mscorlib" xmlns:x="http://schemas.microsoft.com/winfx/2006/xaml">
        <x:Members><x:Property Name="InputEntities" Type="InArgument(scg:IDictionary(x:String, mxs:Entity))" /></x:Members>
        <mxswa:Workflow>{string.Concat(activities)}</mxswa:Workflow></Activity>
        """;

    /// <summary>Reads a column into a variable: of the row, or of the row a lookup points to (<c>related_lookup#table</c>).</summary>
    public static string Get(string column, string into, string entity = "primaryEntity") =>
        $"<mxswa:GetEntityProperty Attribute=\"{column}\" Entity=\"[InputEntities(&quot;{entity}&quot;)]\" EntityName=\"x\" Value=\"[{into}]\"><mxswa:GetEntityProperty.TargetType><InArgument x:TypeArguments=\"s:Type\"><mxswa:ReferenceLiteral x:TypeArguments=\"s:Type\"><x:Null /></mxswa:ReferenceLiteral></InArgument></mxswa:GetEntityProperty.TargetType></mxswa:GetEntityProperty>";

    public static string Constant(string kind, string value, string into) => Expression("CreateCrmType", into, "Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType." + kind, $"\"{value}\"");

    public static string Expression(string name, string into, params string[] items) => Reference("EvaluateExpression", $"""
        <InArgument x:TypeArguments="x:String" x:Key="ExpressionOperator">{name}</InArgument>
        <InArgument x:TypeArguments="s:Object[]" x:Key="Parameters" xml:space="preserve">[New Object() {"{"} {Escape(items)} {"}"}]</InArgument>
        <InArgument x:TypeArguments="s:Type" x:Key="TargetType"><mxswa:ReferenceLiteral x:TypeArguments="s:Type" Value="x:Decimal" /></InArgument>
        <OutArgument x:TypeArguments="x:Object" x:Key="Result">[{into}]</OutArgument>
        """);

    public static string Condition(string name, string operand, string into, params string[] items) => Reference("EvaluateCondition", $"""
        <InArgument x:TypeArguments="mxsq:ConditionOperator" x:Key="ConditionOperator">{name}</InArgument>
        {(items.Length == 0 ? "<x:Null x:Key=\"Parameters\" />" : $"<InArgument x:TypeArguments=\"s:Object[]\" x:Key=\"Parameters\">[New Object() {"{"} {Escape(items)} {"}"}]</InArgument>")}
        <InArgument x:TypeArguments="x:Object" x:Key="Operand">[{operand}]</InArgument><OutArgument x:TypeArguments="x:Boolean" x:Key="Result">[{into}]</OutArgument>
        """);

    public static string Logical(string name, string left, string right, string into) => Reference("EvaluateLogicalCondition", $"""
        <InArgument x:TypeArguments="mxsq:LogicalOperator" x:Key="LogicalOperator">{name}</InArgument><InArgument x:TypeArguments="x:Boolean" x:Key="LeftOperand">[{left}]</InArgument>
        <InArgument x:TypeArguments="x:Boolean" x:Key="RightOperand">[{right}]</InArgument><OutArgument x:TypeArguments="x:Boolean" x:Key="Result">[{into}]</OutArgument>
        """);

    /// <summary>If, else if, else: each branch computes its condition first.</summary>
    public static string Branches(params string[] activities) =>
        $"<mxswa:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities.ConditionSequence, {Workflow}\" DisplayName=\"ConditionStep1\"><mxswa:ActivityReference.Arguments><InArgument x:TypeArguments=\"x:Boolean\" x:Key=\"Wait\">False</InArgument></mxswa:ActivityReference.Arguments><mxswa:ActivityReference.Properties><sco:Collection x:TypeArguments=\"Variable\" x:Key=\"Variables\" /><sco:Collection x:TypeArguments=\"Activity\" x:Key=\"Activities\">{string.Concat(activities)}</sco:Collection><x:Boolean x:Key=\"ContainsElseBranch\">False</x:Boolean></mxswa:ActivityReference.Properties></mxswa:ActivityReference>";

    public static string Branch(string condition, string then, string? otherwise = null) =>
        $"<mxswa:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities.ConditionBranch, {Workflow}\"><mxswa:ActivityReference.Arguments><InArgument x:TypeArguments=\"x:Boolean\" x:Key=\"Condition\">[{condition}]</InArgument></mxswa:ActivityReference.Arguments><mxswa:ActivityReference.Properties>{Composite("Then", then)}{(otherwise is null ? "<x:Null x:Key=\"Else\" />" : Composite("Else", otherwise))}<x:Null x:Key=\"Description\" /></mxswa:ActivityReference.Properties></mxswa:ActivityReference>";

    public static string Set(string column, string from) =>
        $"<Sequence DisplayName=\"SetAttributeValueStep\"><Assign x:TypeArguments=\"mxs:Entity\" To=\"[CreatedEntities(&quot;primaryEntity#Temp&quot;)]\" Value=\"[New Entity(&quot;x&quot;)]\" /><mxswa:SetEntityProperty Attribute=\"{column}\" Entity=\"[CreatedEntities(&quot;primaryEntity#Temp&quot;)]\" EntityName=\"x\" Value=\"[{from}]\" /><mcwc:SetAttributeValue DisplayName=\"SetAttributeValueStep\" Entity=\"[CreatedEntities(&quot;primaryEntity#Temp&quot;)]\" EntityName=\"x\" /></Sequence>";

    /// <summary>A rollup of a column of the rows of a table whose lookup points to the row.</summary>
    public static string Rollup(string function, string table, string lookup, string column, string filter = "", string? hierarchy = null) => Definition($"""
        <Sequence DisplayName="RollupRuleStep1"><Sequence DisplayName="Source"><Sequence.Variables><Variable x:TypeArguments="x:String" Default="[{(hierarchy is null ? "Nothing" : $"&quot;{hierarchy}&quot;")}]" Name="HierarchicalRelationshipName" /></Sequence.Variables></Sequence>
        <Sequence DisplayName="Target"><mcwc:SetAttributeValue DisplayName="{table}.{lookup}.r" Entity="[CreatedEntities(&quot;relatedlinked_r#{lookup}#{table}#Temp&quot;)]" EntityName="{table}" />{filter}</Sequence>
        <Sequence DisplayName="Aggregate">{Get(column, "RollupRuleStep1_2")}{Expression(function, "RollupRuleStep1_1", "RollupRuleStep1_2")}</Sequence></Sequence>
        """);

    private static string Composite(string key, string activities) =>
        $"<mxswa:ActivityReference x:Key=\"{key}\" AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities.Composite, {Workflow}\"><mxswa:ActivityReference.Properties><sco:Collection x:TypeArguments=\"Variable\" x:Key=\"Variables\" /><sco:Collection x:TypeArguments=\"Activity\" x:Key=\"Activities\">{activities}</sco:Collection></mxswa:ActivityReference.Properties></mxswa:ActivityReference>";

    private static string Reference(string kind, string arguments) =>
        $"<mxswa:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities.{kind}, {Workflow}\" DisplayName=\"{kind}\"><mxswa:ActivityReference.Arguments>{arguments}</mxswa:ActivityReference.Arguments></mxswa:ActivityReference>";

    private static string Escape(string[] items) => string.Join(", ", items.Select(i => SecurityElement.Escape(i)!.Replace("&apos;", "'", StringComparison.Ordinal)));
}
