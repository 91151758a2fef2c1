using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>What a customer tunes in environment variables: the value of this environment, else the default of the solution. One request reads them all.</summary>
public sealed class Settings
{
    private const string Value = "current";

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Settings as they were at another time.</summary>
    public Settings(IReadOnlyDictionary<string, string> values)
    {
        foreach (var value in values) this.values[value.Key] = value.Value;
    }

    public Settings(IOrganizationService dataverse)
    {
        var query = new QueryExpression(EnvironmentVariableDefinitionRow.Table)
        {
            ColumnSet = new ColumnSet(EnvironmentVariableDefinitionRow.Column.SchemaName, EnvironmentVariableDefinitionRow.Column.DefaultValue),
        };
        query.Criteria.AddCondition(EnvironmentVariableDefinitionRow.Column.SchemaName, ConditionOperator.BeginsWith, "kam_");
        var link = query.AddLink(EnvironmentVariableValueRow.Table, EnvironmentVariableDefinitionRow.Column.EnvironmentVariableDefinitionId,
            EnvironmentVariableValueRow.Column.EnvironmentVariableDefinitionId, JoinOperator.LeftOuter);
        link.EntityAlias = Value;
        link.Columns = new ColumnSet(EnvironmentVariableValueRow.Column.Value);
        foreach (var row in dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<EnvironmentVariableDefinitionRow>()))
        {
            var current = row.GetAttributeValue<AliasedValue>($"{Value}.{EnvironmentVariableValueRow.Column.Value}")?.Value as string;
            values[row.SchemaName!] = (current ?? row.DefaultValue ?? "").Trim();
        }
    }

    /// <summary>All values by schema name, to be kept.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>A whole number within bounds.</summary>
    /// <exception cref="RefusalException">KAM-GEN-004: the variable holds something else.</exception>
    public int Number(string name, int from, int to) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Invalid(name, $"{from} – {to}");

    /// <summary>The logical name of a column.</summary>
    /// <exception cref="RefusalException">KAM-GEN-004: the variable holds no name.</exception>
    public string ColumnName(string name) => Text(name) is { Length: > 0 } text && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        ? text
        : throw Invalid(name, "createdon, datefulfilled …");

    private string Text(string name) => values.TryGetValue(name, out var value) ? value : "";

    private RefusalException Invalid(string name, string takes) =>
        new(PipelineReasons.SettingInvalid, name, Text(name), Argument.Text(name), Argument.Text(Text(name)), Argument.Text(takes));
}
