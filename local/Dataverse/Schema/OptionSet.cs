using System.Collections.Generic;
using System.Linq;

namespace Local.Dataverse.Schema;

/// <summary>One option of a choice.</summary>
/// <param name="Value">The stored number.</param>
/// <param name="Label">What people read.</param>
/// <param name="State">For a status reason, the state it belongs to.</param>
/// <param name="DefaultStatus">For a state, the status reason a row gets when none is given.</param>
/// <param name="InvariantName">For a state, its fixed English name.</param>
/// <param name="TransitionsTo">For a status reason, those that may follow it where the table enforces transitions; null when none are defined.</param>
public sealed record Option(
    int Value, Labels Label, int? State = null, int? DefaultStatus = null, string? InvariantName = null, IReadOnlyList<int>? TransitionsTo = null);

/// <summary>The options of a choice, yes/no, state or status column.</summary>
public sealed class OptionSet
{
    private readonly Dictionary<int, Option> byValue;

    /// <summary>Name; for a local choice <c>table_column</c>.</summary>
    public string Name { get; }

    /// <summary>Whether several columns may use it.</summary>
    public bool IsGlobal { get; }

    /// <summary>Display name.</summary>
    public Labels DisplayName { get; }

    /// <summary>Options in the order of the definition.</summary>
    public IReadOnlyList<Option> Options { get; }

    public OptionSet(string name, bool isGlobal, Labels displayName, IReadOnlyList<Option> options)
    {
        Name = name;
        IsGlobal = isGlobal;
        DisplayName = displayName;
        Options = options;
        byValue = options.ToDictionary(o => o.Value);
    }

    /// <summary>The option with a value, or null.</summary>
    public Option? Find(int value) => byValue.GetValueOrDefault(value);
}
