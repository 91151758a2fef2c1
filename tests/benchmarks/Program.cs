using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Workloads;

namespace Kam.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/benchmarks -- [workload...]</c>: all workloads without a name; see the README here.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Action> workloads = new()
    {
        ["steps"] = () => new StepOverhead(rows: 5_000, runs: 5).Run(),
        ["engine"] = () => new EngineWorkloads(accounts: 10_000, ordersPerAccount: 5, runs: 5).Run(),
        ["file"] = () => new LargeFile(rows: 1_000_000, runs: 5).Run(),
        ["score"] = () => new PortfolioScoring([new(1_000, 5), new(10_000, 3), new(100_000, 1)]).Run(),
        ["fit"] = () => new ValueModelFits(simulated: 100_000, runs: 5).Run(),
        ["crosssell"] = CrossSellQuality.Run,
        ["contradictions"] = () => new PriceContradictions([100_000, 1_000_000, 10_000_000], runs: 3).Run(),
        ["load"] = () => new OnlineRetailLoad(invoices: int.MaxValue).Run(),
    };

    private static readonly Action[] smoke =
    [
        () => new StepOverhead(rows: 200, runs: 1).Run(),
        () => new EngineWorkloads(accounts: 700, ordersPerAccount: 2, runs: 1).Run(),
        () => new LargeFile(rows: 20_000, runs: 1).Run(),
        () => new PortfolioScoring([new(200, 1), new(1_000, 1)]).Run(),
        () => new ValueModelFits(simulated: 10_000, runs: 1).Run(),
        () => new PriceContradictions([10_000], runs: 1).Run(),
        () => new OnlineRetailLoad(invoices: 300).Run(),
    ];

    private static int Main(string[] arguments)
    {
        if (arguments is ["micro", ..])
        {
            // In this process: a project of its own could not register plug-ins as this one does. Short, since it is to tell microseconds apart, not nanoseconds.
            var inProcess = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments is [_] ? ["--filter", "*"] : arguments[1..], inProcess);
            return 0;
        }
        if (arguments is ["score", var count] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var accounts)) return Run([new PortfolioScoring([new(accounts, 1)]).Run]);
        var unknown = arguments.Where(a => a != "smoke" && !workloads.ContainsKey(a)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", workloads.Keys)}, smoke, micro.");
            return 2;
        }
        return Run(arguments.Length == 0 ? [.. workloads.Values] : [.. arguments.SelectMany(a => a == "smoke" ? smoke : [workloads[a]])]);
    }

    private static int Run(IReadOnlyList<Action> chosen)
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var workload in chosen) workload();
        }
        catch (WrongAnswerException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
        Console.WriteLine($"\nAll answers right, in {watch.Elapsed.TotalSeconds:N0} s.");
        return 0;
    }
}
