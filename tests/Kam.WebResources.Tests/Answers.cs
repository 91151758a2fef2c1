using System.Collections.Generic;

namespace Kam.WebResources.Tests;

/// <summary>What the server answers to a page.</summary>
public sealed record Answers
{
    /// <summary>Rows by table, as retrieveRecord returns them.</summary>
    public IReadOnlyDictionary<string, object> Rows { get; init; } = new Dictionary<string, object>();

    /// <summary>Lists by table, as retrieveMultipleRecords returns their entities.</summary>
    public IReadOnlyDictionary<string, object> Lists { get; init; } = new Dictionary<string, object>();

    /// <summary>The Sheet of kam_ValueToCustomer.</summary>
    public object? Sheet { get; init; }

    /// <summary>How many calls fail before the first succeeds.</summary>
    public int Failures { get; init; }

    /// <summary>What a call that fails says.</summary>
    public string Failure { get; init; } = "";
}
