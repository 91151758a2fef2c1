using BenchmarkDotNet.Attributes;
using Kam.Benchmarks.Rows;
using Microsoft.Xrm.Sdk;

namespace Kam.Benchmarks.Micro;

/// <summary>The SDK contracts themselves, without a database: building a row, reading it, and giving it its type.</summary>
[MemoryDiagnoser]
public class ContractBenchmarks
{
    private readonly int number = 1;
    private readonly Entity row = EngineRows.Account(1);

    [Benchmark(Baseline = true)]
    public Entity BuildARowOfSevenColumns() => EngineRows.Account(number);

    [Benchmark]
    public decimal ReadAColumn() => row.GetAttributeValue<Money>("revenue").Value;

    [Benchmark]
    public Entity GiveItItsType() => row.ToEntity<Account>();

    /// <summary>A typed row as a plug-in has it.</summary>
    [Microsoft.Xrm.Sdk.Client.EntityLogicalName("account")]
    public sealed class Account() : Entity("account");
}
