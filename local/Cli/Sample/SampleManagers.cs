using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Local.Cli.Sample;

/// <summary>The key account managers of the invented supplier: each looks after some cantons, some of them after too many.</summary>
internal static class SampleManagers
{
    private static readonly (string Number, string FirstName, string LastName, int CapacityHours, string Languages, string[] Cantons)[] Everybody =
    [
        ("M1", "Sandra", "Keller", 1400, "German; English", ["ZH", "SH"]),
        ("M2", "Thomas", "Brunner", 1400, "German; French", ["BE", "SO"]),
        ("M3", "Céline", "Rochat", 1200, "French; German", ["VD", "GE", "FR", "NE", "VS"]),
        ("M4", "Luca", "Bernasconi", 1000, "Italian; German; French", ["TI", "GR"]),
        ("M5", "Nadine", "Frei", 1400, "German; English", ["BS", "BL", "AG", "LU"]),
        ("M6", "Marco", "Steiner", 1400, "German; Italian", ["SG", "TG", "ZG"]),
    ];

    private static readonly string[] FrenchSpeaking = ["VD", "GE", "FR", "NE", "VS"];

    /// <summary>Number of the manager who looks after a canton.</summary>
    public static string Of(string canton) => Everybody.Single(manager => manager.Cantons.Contains(canton)).Number;

    /// <summary>Language of a canton, by its label in the CRM.</summary>
    public static string LanguageOf(string canton) => canton == "TI" ? "Italian" : FrenchSpeaking.Contains(canton) ? "French" : "German";

    /// <summary>managers.csv.</summary>
    public static IEnumerable<string> Lines() => Everybody
        .Select(manager => string.Join(',', manager.Number, manager.FirstName, manager.LastName, $"{manager.Number}@sample.example", manager.CapacityHours.ToString(CultureInfo.InvariantCulture), manager.Languages))
        .Prepend("manager_number,first_name,last_name,email,capacity_hours,languages");
}
