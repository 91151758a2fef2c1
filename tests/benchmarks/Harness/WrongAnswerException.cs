using System;

namespace Kam.Benchmarks.Harness;

/// <summary>A workload gave another answer than it must; its time counts for nothing.</summary>
public sealed class WrongAnswerException(string message) : Exception(message);
