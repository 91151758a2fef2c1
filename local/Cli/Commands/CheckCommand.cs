using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Packaging;
using Local.Packaging.Check;

namespace Local.Cli.Commands;

/// <summary><c>kam check ZIP|FOLDER</c>: everything wrong with a solution, with file and line; exit code 1 when there is an error.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A solution zip or an unpacked solution folder." };
        var map = new Option<FileInfo?>("--map") { Description = "For a folder: the mapping file that says which files come from a build." };
        var schemas = new Option<DirectoryInfo?>("--schemas") { Description = "Folder with Microsoft's schemas (CustomizationsSolution.xsd ...); without it ../shared/reference/xsd where that is there, else the XML is not held against them." };
        var command = new Command("check", "Checks references, labels, ids, plug-in and schemas of a solution.") { path, map, schemas };
        command.SetAction(parsed => Failure.Shown(() =>
        {
            var solution = parsed.GetValue(path)!;
            if (!File.Exists(solution) && !Directory.Exists(solution)) throw new CommandException($"There is no zip or folder {solution}.");
            var findings = SolutionCheck.Run(solution, new SolutionCheckOptions
            {
                Map = parsed.GetValue(map) is { } file ? SolutionMap.Read(Existing(file)) : SolutionMap.None,
                SchemaFolder = parsed.GetValue(schemas) is { } given ? Existing(given) : Repository.SharedSchemas(),
                KnownTables = KnownTables(),
            });
            foreach (var finding in findings) Console.WriteLine(finding.File.Length > 0 ? finding : finding with { File = Path.GetFileName(Path.TrimEndingDirectorySeparator(solution)) });
            var errors = findings.Count(f => f.Severity == Severity.Error);
            Console.WriteLine($"{errors} errors, {findings.Count - errors} notes");
            return errors > 0 ? 1 : 0;
        }));
        return command;
    }

    private static Dictionary<string, IReadOnlySet<string>> KnownTables()
    {
        var known = StandardSchema.Load().Tables.ToDictionary(t => t.Key, t => (IReadOnlySet<string>)t.Value.Columns.Keys.ToHashSet());
        // Users and teams together: the platform's own table behind every owner lookup, never stored by itself.
        known["owner"] = new HashSet<string> { "ownerid", "name", "owneridtype", "yominame" };
        return known;
    }

    private static string Existing(FileInfo map) => map.Exists ? map.FullName : throw new CommandException($"The mapping file {map.FullName} does not exist.");

    private static string Existing(DirectoryInfo folder) => folder.Exists ? folder.FullName : throw new CommandException($"The folder of schemas {folder.FullName} does not exist.");
}
