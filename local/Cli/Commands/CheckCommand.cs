using System;
using System.CommandLine;
using System.IO;

namespace Local.Cli.Commands;

/// <summary><c>kam check ZIP|FOLDER</c>: everything wrong with a solution, with file and line; exit code 1 when there is an error.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A solution zip or an unpacked solution folder." };
        var command = new Command("check", "Checks references, labels, ids, plug-in and schemas of a solution.") { path };
        return command;
    }
}
