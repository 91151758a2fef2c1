using System.Collections.Generic;

namespace Kam.Benchmarks.Harness;

/// <summary>Holds what a workload answered against what it must answer.</summary>
internal static class Answer
{
    /// <exception cref="WrongAnswerException">They differ.</exception>
    public static void MustBe<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new WrongAnswerException($"{what}: expected {expected}, got {actual}.");
    }
}
