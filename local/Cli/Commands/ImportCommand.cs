using System;
using System.CommandLine;
using System.IO;

namespace Local.Cli.Commands;

/// <summary><c>kam import ZIP</c>: a solution zip (anybody's) into an embedded Dataverse kept in a file.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var zip = new Argument<FileInfo>("zip") { Description = "The solution zip, managed or unmanaged." };
        var database = new Option<FileInfo>("--database") { Description = "The file of the embedded Dataverse; created when it does not exist.", Required = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = "A configuration data package (folder with data.xml and data_schema.xml) to import after the solution." };
        var currency = new Option<string>("--currency") { Description = "Base currency when the organisation is created.", DefaultValueFactory = _ => "CHF" };
        var command = new Command("import", "Imports a solution zip into an embedded Dataverse.") { zip, database, data, currency };
        command.SetAction(parsed => Failure.Shown(() =>
        {
            using var organisation = Organisation.Open(parsed.GetValue(database), parsed.GetValue(currency)!);
            using var content = parsed.GetValue(zip)!.OpenRead();
            Console.WriteLine(organisation.ImportSolution(content));
            if (parsed.GetValue(data) is { } folder) organisation.ImportConfigurationData(folder.FullName);
            return 0;
        }));
        return command;
    }
}
