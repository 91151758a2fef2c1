using System;
using System.CommandLine;
using System.IO;
using Local.Dataverse.Import;

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
        command.SetAction(parsed => Failure.Shown(() => Import(parsed.GetValue(zip)!, parsed.GetValue(database)!, parsed.GetValue(data), parsed.GetValue(currency)!)));
        return command;
    }

    private static int Import(FileInfo zip, FileInfo database, DirectoryInfo? data, string currency)
    {
        // Whatever is not there is said before a database is created.
        if (!zip.Exists) throw new CommandException($"There is no zip {zip.FullName}. The one of this repository is built with: kam pack");
        if (data is { Exists: false }) throw new CommandException($"The folder {data.FullName} of the configuration data does not exist.");
        var isNew = !database.Exists;
        try
        {
            using var organisation = Organisation.Open(database, currency);
            using var content = zip.OpenRead();
            Console.WriteLine(organisation.ImportSolution(content));
            if (data is not null) organisation.ImportConfigurationData(data.FullName);
            return 0;
        }
        catch (SolutionImportException refused)
        {
            // The organisation was made for this zip alone; one that was there before is as it was.
            if (isNew) database.Delete();
            throw new CommandException($"{zip.Name} was not imported. {refused.Message}");
        }
    }
}
