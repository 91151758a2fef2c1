using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Kam.Generate;

/// <summary>Makes names of code out of names and labels of the solution.</summary>
internal static class Words
{
    private const string Prefix = "kam_";

    // Exports write these system columns in lower case; code reads better with the words apart.
    private static readonly Dictionary<string, string> SystemColumns = new(StringComparer.Ordinal)
    {
        ["createdby"] = "CreatedBy",
        ["createdon"] = "CreatedOn",
        ["createdonbehalfby"] = "CreatedOnBehalfBy",
        ["modifiedby"] = "ModifiedBy",
        ["modifiedon"] = "ModifiedOn",
        ["modifiedonbehalfby"] = "ModifiedOnBehalfBy",
        ["overriddencreatedon"] = "OverriddenCreatedOn",
        ["importsequencenumber"] = "ImportSequenceNumber",
        ["statecode"] = "StateCode",
        ["statuscode"] = "StatusCode",
        ["timezoneruleversionnumber"] = "TimeZoneRuleVersionNumber",
        ["utcconversiontimezonecode"] = "UtcConversionTimeZoneCode",
        ["ownerid"] = "OwnerId",
        ["owningbusinessunit"] = "OwningBusinessUnit",
        ["owninguser"] = "OwningUser",
        ["owningteam"] = "OwningTeam",
        ["organizationid"] = "OrganizationId",
        ["transactioncurrencyid"] = "TransactionCurrencyId",
        ["exchangerate"] = "ExchangeRate",
        ["versionnumber"] = "VersionNumber",
    };

    /// <summary>Takes our publisher's prefix off.</summary>
    public static string WithoutPrefix(string schemaName) =>
        schemaName.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? schemaName[Prefix.Length..] : schemaName;

    /// <summary>Name of the property of a column.</summary>
    public static string PropertyOf(string schemaName)
    {
        if (SystemColumns.TryGetValue(schemaName.ToLowerInvariant(), out var known)) return known;
        return string.Concat(WithoutPrefix(schemaName).Split('_', StringSplitOptions.RemoveEmptyEntries).Select(Capitalized));
    }

    /// <summary>A label as an identifier: "At risk" becomes AtRisk, "BG/NBD" becomes BgNbd.</summary>
    public static string Identifier(string label)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in label + " ")
        {
            if (char.IsAsciiLetterOrDigit(character)) word.Append(character);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        var name = string.Concat(words.Select(part => part.All(char.IsUpper) && part.Length > 1 ? part[0] + part[1..].ToLowerInvariant() : Capitalized(part)));
        return name.Length == 0 || char.IsDigit(name[0]) ? "Value" + name : name;
    }

    /// <summary>First letter small, as TypeScript files are named.</summary>
    public static string Uncapitalized(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Safe inside an XML doc comment, on one line.</summary>
    public static string Doc(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
