using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Local.Cli.Commands;
using Local.Cli.Loading;
using Local.Cli.Run.Report;
using Local.Cli.Sample;
using Local.Dataverse;
using Spectre.Console;

namespace Local.Cli.Run;

/// <summary>From sources to a report on the portfolio, in one go: build, pack, import, load, fit, score, work out the sections of the report, print.</summary>
internal sealed record Job
{
    private const int Explained = 3;

    /// <summary>Folder with CSV sales data; null for the sample.</summary>
    public required DirectoryInfo? Data { get; init; }
    public required FileInfo? MappingFile { get; init; }
    public required DateOnly? AsOf { get; init; }
    public required FileInfo? Database { get; init; }
    public required int Top { get; init; }
    public required FileInfo? Rejected { get; init; }
    public required int Language { get; init; }
    /// <summary>Whether the app is served when the portfolio is valued.</summary>
    public required bool Look { get; init; }

    /// <exception cref="CommandException">Something is missing; says what to do.</exception>
    public int Run()
    {
        var repository = Repository.Find();
        if (Data is { Exists: false }) throw new CommandException($"The folder {Data.FullName} does not exist.");
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
        var watch = Stopwatch.StartNew();
        LocalDataverse? opened = null;
        try
        {
            var valued = Display.WithProgress(display =>
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
                valuation.Speak(organisation.AdministratorId, Language);
                var accounts = report.Steps.Where(step => step.Table == "account").Sum(step => step.Created);
                var fit = display.Stage("Fit lifetime value", _ => valuation.FitModel());
                var scored = display.Stage("Score portfolio", share => valuation.ScorePortfolio(accounts, share));
                var portfolio = new ReportRun(organisation.AdministratorService, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), mapping.Currency.Code);
                PortfolioReport.Prepare(portfolio, display);
                return new Valued(mapping, report, day, valuation, fit, scored, portfolio);
            });
            Show(valued, watch);
            if (Look) Serving.UntilStopped(opened!, Serving.UsualPort);
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

    private void Show(Valued valued, Stopwatch watch)
    {
        var console = Display.Console();
        var (valuation, currency) = (valued.Valuation, valued.Mapping.Currency.Code);
        LoadReportView.Show(console, valued.Report);
        if (Rejected is not null) valued.Report.WriteRejected(Rejected.FullName);

        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(valued.Mapping.Name)}[/], valued as of {valued.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").LeftJustified().RuleStyle(Style.Parse("grey")));
        var ranking = valuation.Ranking(Math.Max(Top, Explained));
        RankingView.Show(console, ranking.Take(Top).ToList(), valuation.PartsOf(ranking), currency);
        ShowBasis(console, valued);
        ExplanationView.Show(console, ranking.Take(Explained));
        PortfolioSummary.Show(console, valuation.Analyze(), currency);
        PortfolioReport.Show(valued.Portfolio, console);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]Done in {watch.Elapsed.TotalSeconds:0} s.[/]");
    }

    // What the figures stand on, and once for all accounts what is missing and why.
    private static void ShowBasis(IAnsiConsole console, Valued valued)
    {
        var gaps = valued.Valuation.FindGaps();
        console.MarkupLineInterpolated($"{valued.Scored.Count:N0} accounts scored, {valued.Scored.Unscored:N0} without enough data to score. ▲ adds most, ▼ adds least: points of those possible.");
        if (valued.Fit.IsUsable) console.MarkupLineInterpolated($"The lifetime value model was fitted to {valued.Fit.CustomerCount:N0} customers and holds.");
        else
        {
            console.MarkupLineInterpolated($"[yellow]The lifetime value model does not hold for these {valued.Fit.CustomerCount:N0} customers[/], so lifetime values come from each account's own rhythm of orders, without a range:");
            foreach (var reason in valued.Fit.Refusal.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                console.Write(new Padder(new Text("· " + reason), new Padding(2, 0, 0, 0)));
        }
        if (gaps.WithoutMargin > 0) console.MarkupLineInterpolated($"[yellow]The margin of {gaps.WithoutMargin:N0} of {gaps.Accounts:N0} accounts is unknown:[/] {gaps.WhyNoMargin}");
        if (gaps.WithoutLifetimeValue > 0) console.MarkupLineInterpolated($"[yellow]The lifetime value of {gaps.WithoutLifetimeValue:N0} of {gaps.Accounts:N0} accounts is not stated:[/] it needs a known margin and a known rhythm of orders.");
        console.WriteLine();
    }

    private sealed record Valued(Mapping Mapping, LoadReport Report, DateOnly Day, Valuation Valuation, Valuation.Fit Fit, Valuation.Scored Scored, ReportRun Portfolio);
}
