using System.CommandLine;
using System.IO;
using Local.Cli.Loading;

namespace Local.Cli.Commands;

/// <summary><c>kam load FOLDER</c>: CSV sales data into the embedded CRM.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the CSV files (or .csv.gz) are." };
        var database = new Option<FileInfo>("--database") { Description = "The file of the embedded Dataverse, with the solution imported.", Required = true };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "The mapping file; without it the one whose files are all in the folder." };
        var rejected = new Option<FileInfo?>("--rejected") { Description = "Where to write every rejected line with its reason, as CSV." };
        var command = new Command("load", "Brings CSV sales data into the embedded CRM; started again, it goes on where it stopped.") { folder, database, mapping, rejected };
        command.SetAction(parsed => Failure.Shown(() =>
        {
            var source = parsed.GetValue(folder)!.FullName;
            if (!Directory.Exists(source)) throw new CommandException($"The folder {source} does not exist.");
            if (parsed.GetValue(mapping) is { Exists: false } missing) throw new CommandException($"The mapping file {missing.FullName} does not exist.");
            using var organisation = Organisation.OpenExisting(parsed.GetValue(database)!);
            var map = parsed.GetValue(mapping) is { } file ? Mapping.Read(file.FullName) : Mapping.For(source, Mapping.ShippedFolder);
            LoadReport report = Display.WithProgress(display => DataLoader.Load(
                organisation.AdministratorService, organisation.Schema, Currencies.Find(organisation, map.Currency), source, map, display.LoadProgress()));
            if (parsed.GetValue(rejected) is { } path) report.WriteRejected(path.FullName);
            LoadReportView.Show(Display.Console(), report);
            return 0;
        }));
        return command;
    }
}
