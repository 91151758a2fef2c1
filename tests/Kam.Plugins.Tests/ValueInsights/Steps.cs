using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;

namespace Kam.Plugins.Tests.ValueInsights;

/// <summary>What steps are tuned by, and what they send.</summary>
internal static class Steps
{
    /// <summary>Requests that one plug-in sends while something happens, as "message table".</summary>
    public static IReadOnlyList<string> SentBy(this Crm crm, string plugin, Action action) =>
        crm.FromPlugins(action).Where(r => r.FromPlugin!.EndsWith("." + plugin, StringComparison.Ordinal)).Select(r => $"{r.MessageName} {r.Table}").ToList();

    /// <summary>Gives an environment variable a value of this environment.</summary>
    public static void Set(this Crm crm, string variable, string value) => crm.Create(new EnvironmentVariableValueRow
    {
        EnvironmentVariableDefinitionId = crm.All<EnvironmentVariableDefinitionRow>(EnvironmentVariableDefinitionRow.Column.SchemaName, variable).Single().ToEntityReference(),
        Value = value,
    });
}
