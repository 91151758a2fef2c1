using System;
using BenchmarkDotNet.Attributes;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Rows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Benchmarks.Micro;

/// <summary>Single requests in memory: what validation, transaction, pipeline and a step cost, and what they allocate.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private Organisation? plain, withEmptyStep, withStep;
    private Entity row = new();
    private Guid id;

    [GlobalSetup]
    public void Open()
    {
        plain = Organisation.InMemory();
        withEmptyStep = Organisation.InMemory().WithStep("DoNothing", "account");
        withStep = Organisation.InMemory().WithStep("Describe", "account");
        row = EngineRows.Account(1);
        id = plain.Service.Create(row);
    }

    [GlobalCleanup]
    public void Close()
    {
        plain?.Dispose();
        withEmptyStep?.Dispose();
        withStep?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Guid Create() => plain!.Service.Create(row);

    [Benchmark]
    public Guid CreateWithEmptyStep() => withEmptyStep!.Service.Create(row);

    [Benchmark]
    public Guid CreateWithStepThatWrites() => withStep!.Service.Create(row);

    [Benchmark]
    public Entity Retrieve() => plain!.Service.Retrieve("account", id, new ColumnSet("name", "revenue", "address1_city", "industrycode"));

    [Benchmark]
    public void Update() => plain!.Service.Update(new Entity("account", id) { ["numberofemployees"] = 7 });
}
