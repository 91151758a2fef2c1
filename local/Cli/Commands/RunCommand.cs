using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using Local.Cli.Loading;
using Local.Cli.Run;
using Local.Cli.Sample;
using Local.Dataverse;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary><c>kam run</c>: from sources to a valued portfolio, in one go.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "A folder with CSV sales data; without it a sample portfolio is generated." };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "The mapping file for --data; without it the one whose files are all in the folder." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day of the valuation (2026-09-30); without it the day of the last order." };
        var database = new Option<FileInfo?>("--database") { Description = "Keep the embedded Dataverse in this file; it must not exist. Without it everything stays in memory." };
        var top = new Option<int>("--top") { Description = "How many accounts to print.", DefaultValueFactory = _ => 15 };
        var rejected = new Option<FileInfo?>("--rejected") { Description = "Where to write every rejected line with its reason, as CSV." };
        var command = new Command("run", "Builds, packs, imports into a fresh embedded Dataverse, loads data, values the portfolio and prints it.") { data, mapping, asOf, database, top, rejected };
        command.SetAction(parsed => Failure.Shown(() => new Job(
            parsed.GetValue(data), parsed.GetValue(mapping), parsed.GetValue(asOf), parsed.GetValue(database), parsed.GetValue(top), parsed.GetValue(rejected)).Run()));
        return command;
    }

    private sealed record Job(DirectoryInfo? Data, FileInfo? MappingFile, DateOnly? AsOf, FileInfo? Database, int Top, FileInfo? Rejected)
    {
        public int Run()
        {
            var repository = Repository.Find();
            if (Database?.Exists == true) throw new CommandException($"{Database.FullName} exists; `kam run` starts from a fresh Dataverse. Name another file, or delete this one.");
            var sample = Data is null ? Directory.CreateTempSubdirectory("kam-sample-") : null;
            try
            {
                return Run(repository, (Data ?? sample!).FullName, sample is not null);
            }
            finally
            {
                sample?.Delete(recursive: true);
            }
        }

        private int Run(Repository repository, string folder, bool isSample)
        {
            LocalDataverse? opened = null;
            try
            {
                var result = Display.WithProgress(display =>
                {
                    if (isSample) display.Stage("Sample data", _ => SampleData.Write(folder));
                    var mapping = MappingFile is not null ? Mapping.Read(MappingFile.FullName) : Mapping.For(folder, Mapping.ShippedFolder);
                    display.Stage("Web resources", _ => repository.BuildWebResources());
                    display.Stage("Plug-in and solution", _ => repository.Pack());
                    var organisation = opened = display.Stage("Fresh Dataverse", _ => Organisation.Open(Database, mapping.Currency.Code, mapping.Currency.Precision));
                    display.Stage("Import solution", _ => Import(organisation, repository));
                    var report = DataLoader.Load(organisation.AdministratorService, organisation.Schema, organisation.BaseCurrencyId, folder, mapping, display.LoadProgress());
                    var day = AsOf ?? (report.LastDocumentOn is { } last ? DateOnly.FromDateTime(last) : throw new CommandException("The data has no dated order; name the day of the valuation with --as-of."));
                    var valuation = new Valuation(organisation.AdministratorService, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
                    var fit = display.Stage("Lifetime value model", _ => valuation.FitModel());
                    var scored = display.Stage("Score portfolio", _ => valuation.ScorePortfolio(_ => { }));
                    return (mapping, report, day, valuation, fit, scored);
                });
                Show(result.mapping, result.report, result.day, result.valuation, result.fit, result.scored);
                return 0;
            }
            finally
            {
                opened?.Dispose();
            }
        }

        private static void Import(LocalDataverse organisation, Repository repository)
        {
            using var zip = File.OpenRead(repository.ManagedZip);
            organisation.ImportSolution(zip);
            organisation.ImportConfigurationData(repository.ConfigurationData);
        }

        private void Show(Mapping mapping, LoadReport report, DateOnly day, Valuation valuation, Valuation.Fit fit, Valuation.Scored scored)
        {
            var console = Display.Console();
            Display.Show(report);
            if (Rejected is not null) report.WriteRejected(Rejected.FullName);
            console.Write(new Rule($"[bold]{Markup.Escape(mapping.Name)}[/], as of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").LeftJustified());
            console.MarkupLineInterpolated($"{scored.Count:N0} accounts scored, {scored.Unscored:N0} without enough data to score.");
            console.MarkupLineInterpolated($"Lifetime value model over {fit.CustomerCount:N0} customers: {(fit.IsUsable ? "fitted" : "not usable, " + fit.Refusal)}");
            PortfolioView.Show(console, valuation.Ranking(Top), mapping.Currency.Code);
            PortfolioSummary.Show(console, valuation.Analyze());
        }
    }
}
