using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>Roles and column security speak of tables and columns that exist, in a way the platform accepts.</summary>
internal static partial class SecurityRules
{
    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Root.Elements("Roles").Elements("Role").Elements("RolePrivileges").Elements("RolePrivilege").SelectMany(privilege => Privilege(solution, privilege))
            .Concat(solution.Root.Descendants("FieldPermission").SelectMany(permission => Permission(solution, permission)));

    private static IEnumerable<Finding> Privilege(CheckedSolution solution, XElement privilege)
    {
        var name = CheckedSolution.Name(privilege, "name");
        var role = CheckedSolution.Name(privilege.Parent!.Parent!, "name");
        var level = CheckedSolution.Name(privilege, "level");
        if (level is not ("Basic" or "Local" or "Deep" or "Global")) yield return Finding.ErrorAt(privilege, "role-level", $"{role}: {name} at the level \"{level}\".");
        var parts = TablePrivilege().Match(name);
        if (!parts.Success || !solution.IsOurs(parts.Groups["table"].Value)) yield break;

        var (right, schemaName) = (parts.Groups["right"].Value, parts.Groups["table"].Value);
        if (!solution.Tables.TryGetValue(schemaName.ToLowerInvariant(), out var table)) yield return Finding.ErrorAt(privilege, "role-privilege", $"{role}: {name} is for a table that does not exist.");
        else if (table.SchemaName != schemaName) yield return Finding.ErrorAt(privilege, "role-privilege", $"{role}: {name} must be spelt as the table, {table.SchemaName}.");
        else if (table.IsOrganizationOwned && (right is "Assign" or "Share" || level != "Global"))
            yield return Finding.ErrorAt(privilege, "role-privilege", $"{role}: {schemaName} belongs to the organisation, so it has no Assign or Share and only the level Global.");
    }

    private static IEnumerable<Finding> Permission(CheckedSolution solution, XElement permission)
    {
        var (table, column) = (((string?)permission.Element("EntityName") ?? "").ToLowerInvariant(), ((string?)permission.Element("AttributeName") ?? "").ToLowerInvariant());
        if (!solution.MayHaveTable(table) || !solution.MayHaveColumn(table, column)) yield return Finding.ErrorAt(permission, "security-column", $"There is no column {table}.{column}.");
        else if (solution.Tables.TryGetValue(table, out var known) && known.Columns.TryGetValue(column, out var definition) && (string?)definition.Element("IsSecured") != "1")
            yield return Finding.ErrorAt(permission, "security-column", $"{table}.{column} is not under column security.");
    }

    [GeneratedRegex("^prv(?<right>Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(?<table>.+)$")]
    private static partial Regex TablePrivilege();
}
