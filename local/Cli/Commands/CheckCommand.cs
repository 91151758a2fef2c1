using System;
using System.CommandLine;
using System.IO;
using System.Linq;
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
        var schemas = new Option<DirectoryInfo?>("--schemas") { Description = "Folder with Microsoft's schemas (CustomizationsSolution.xsd ...); without it the XML is not held against them." };
        var command = new Command("check", "Checks references, labels, ids, plug-in and schemas of a solution.") { path, map, schemas };
        command.SetAction(parsed => Failure.Shown(() =>
        {
            var findings = SolutionCheck.Run(parsed.GetValue(path)!, new SolutionCheckOptions
            {
                Map = parsed.GetValue(map) is { } file ? SolutionMap.Read(file.FullName) : SolutionMap.None,
                SchemaFolder = parsed.GetValue(schemas)?.FullName,
            });
            foreach (var finding in findings) Console.WriteLine(finding);
            var errors = findings.Count(f => f.Severity == Severity.Error);
            Console.WriteLine($"{errors} errors, {findings.Count - errors} warnings");
            return errors > 0 ? 1 : 0;
        }));
        return command;
    }
}
