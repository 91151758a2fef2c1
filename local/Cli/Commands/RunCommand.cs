using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Local.Cli.Run;

namespace Local.Cli.Commands;

/// <summary><c>kam run</c>: from sources to a valued portfolio, in one go.</summary>
internal static class RunCommand
{
    private static readonly int[] Languages = [1031, 1033, 1036, 1040];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "A folder with CSV sales data; without it a sample portfolio is generated." };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "The mapping file for --data; without it the one whose files are all in the folder." };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day of the valuation (2026-09-30); without it the day of the last order.",
            CustomParser = given =>
            {
                if (DateOnly.TryParseExact(given.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                given.AddError($"--as-of takes a day like 2026-09-30, not '{given.Tokens[0].Value}'.");
                return null;
            },
        };
        var database = new Option<FileInfo?>("--database") { Description = "Keep the embedded Dataverse in this file; it must not exist. Without it everything stays in memory." };
        var top = new Option<int>("--top") { Description = "How many accounts to print.", DefaultValueFactory = _ => 15 };
        var rejected = new Option<FileInfo?>("--rejected") { Description = "Where to write every rejected line with its reason, as CSV." };
        var language = new Option<int>("--language") { Description = "The language of the explanations: 1031 German, 1033 English, 1036 French, 1040 Italian.", DefaultValueFactory = _ => 1033 };
        var look = new Option<bool>("--look") { Description = "Then show it: prints the link to the app, and serves it until it is stopped." };
        language.Validators.Add(given =>
        {
            if (!Languages.Contains(given.GetValueOrDefault<int>())) given.AddError("--language takes 1031 (German), 1033 (English), 1036 (French) or 1040 (Italian).");
        });
        top.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 1000) given.AddError("--top takes 1 to 1000.");
        });
        var command = new Command("run", "Builds, packs, imports into a fresh embedded Dataverse, loads data, values the portfolio and prints it.") { data, mapping, asOf, database, top, rejected, language, look };
        command.SetAction(parsed => Failure.Shown(() => new Job
        {
            Data = parsed.GetValue(data),
            MappingFile = parsed.GetValue(mapping),
            AsOf = parsed.GetValue(asOf),
            Database = parsed.GetValue(database),
            Top = parsed.GetValue(top),
            Rejected = parsed.GetValue(rejected),
            Language = parsed.GetValue(language),
            Look = parsed.GetValue(look),
        }.Run()));
        return command;
    }

}
