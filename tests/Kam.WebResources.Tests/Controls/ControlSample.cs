using System.Collections.Generic;

namespace Kam.WebResources.Tests.Controls;

/// <summary>A control on a form, and what the server around it answers.</summary>
/// <param name="Name">Folder and constructor of the control.</param>
/// <param name="Table">Table of the form's row.</param>
public sealed record ControlSample(string Name, string Table)
{
    /// <summary>Id of the form's row.</summary>
    public string RowId { get; init; } = Samples.AccountId;

    /// <summary>Raw values of the control's properties; those not named are null.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init; } = new Dictionary<string, object?>();

    /// <summary>What is answered, by table (rows, or one row) or by the name of the custom API.</summary>
    public IReadOnlyDictionary<string, object> Answers { get; init; } = new Dictionary<string, object>();

    /// <summary>The same where there is nothing to show.</summary>
    public required Nothing Empty { get; init; }

    /// <summary>A text with a number in it, in 1033, 1031, 1036 and 1040; ordinary spaces.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Rows of the table that stands for the drawing.</summary>
    public required int TableRows { get; init; }

    /// <summary>True for a control that changes rows, and so says when it may not.</summary>
    public bool CanChange { get; init; }

    /// <summary>The same with 2,000 rows; null for a control that never meets so many.</summary>
    public ControlSample? Large { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What a control is given when there is nothing to show, and what it says then in English.</summary>
/// <param name="Answers">Answers that replace those of the sample.</param>
/// <param name="Properties">Properties that replace those of the sample.</param>
/// <param name="Sentence">What it says.</param>
public sealed record Nothing(IReadOnlyDictionary<string, object> Answers, IReadOnlyDictionary<string, object?> Properties, string Sentence);
