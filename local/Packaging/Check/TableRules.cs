using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Columns, choices and keys hang together.</summary>
internal static class TableRules
{
    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Tables.Values.SelectMany(table => Columns(solution, table).Concat(Keys(solution, table)))
            .Concat(solution.Root.Descendants("optionset").SelectMany(Options));

    private static IEnumerable<Finding> Columns(CheckedSolution solution, CheckedTable table)
    {
        foreach (var (name, column) in table.Columns)
        {
            if ((string?)column.Element("OptionSetName") is { Length: > 0 } choice && solution.IsOurs(choice) && !solution.Choices.Contains(choice))
                yield return Finding.ErrorAt(column.Element("OptionSetName")!, "column-choice", $"{table.Name}.{name}: there is no choice {choice}.");
            if (table.TypeOf(name) == "money" && (string?)column.Element("CalculationOf") is null or "" && !table.Columns.ContainsKey(name + "_base"))
                yield return Finding.ErrorAt(column, "column-money", $"{table.Name}.{name}: money without {name}_base.");
            if ((string?)column.Element("LogicalName") is { } logical && logical.Any(char.IsUpper))
                yield return Finding.ErrorAt(column.Element("LogicalName")!, "column-name", $"{logical}: a logical name is lower case.");
            foreach (var wrong in column.Elements().Where(child => child.Name.LocalName is "Precision" or "Scale"))
                yield return Finding.ErrorAt(wrong, "column-accuracy", $"{table.Name}.{name}: <{wrong.Name}> does not exist; decimals are set by Accuracy.");
            if (table.TypeOf(name) == "status") foreach (var finding in Statuses(table, name, column)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Statuses(CheckedTable table, string name, XElement column)
    {
        var states = table.Columns.Values.Elements("optionset").Elements("states").Elements("state").Select(state => (string?)state.Attribute("value")).ToHashSet();
        return states.Count == 0 ? [] : column.Elements("optionset").Elements("statuses").Elements("status").Where(status => !states.Contains((string?)status.Attribute("state")))
            .Select(status => Finding.ErrorAt(status, "column-status", $"{table.Name}.{name}: there is no state {(string?)status.Attribute("state")}."));
    }

    private static IEnumerable<Finding> Keys(CheckedSolution solution, CheckedTable table) =>
        table.Element.Descendants("EntityKeyAttributes").Elements("AttributeName").Where(column => !solution.MayHaveColumn(table.Name, column.Value))
            .Select(column => Finding.ErrorAt(column, "key-column", $"{table.Name}: the key names {column.Value}, which the table does not have."));

    private static IEnumerable<Finding> Options(XElement choice) =>
        choice.Descendants().Where(option => option.Name.LocalName is "option" or "state" or "status" && option.Attribute("value") is not null)
            .GroupBy(option => option.Attribute("value")!.Value, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => Finding.ErrorAt(same.Last(), "duplicate-option", $"{CheckedSolution.Name(choice, "Name")} has the value {same.Key} twice."));
}
