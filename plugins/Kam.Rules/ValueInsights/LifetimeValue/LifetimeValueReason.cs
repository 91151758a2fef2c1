using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Why a model was refused or a number is what it is: a stable code, the key of the sentence, and the figures it is told with.</summary>
public sealed class LifetimeValueReason
{
    internal LifetimeValueReason(string code, string textKey, params double[] figures)
    {
        Code = code;
        TextKey = textKey;
        Figures = Array.AsReadOnly(figures);
    }

    /// <summary>KAM-VAL-2nn, listed in the README of this folder.</summary>
    public string Code { get; }

    /// <summary>Key of the sentence in the texts of Value Insights.</summary>
    public string TextKey { get; }

    /// <summary>What {0}, {1} … of the sentence stand for.</summary>
    public IReadOnlyList<double> Figures { get; }

    /// <inheritdoc/>
    public override string ToString() => Code + " " + TextKey + "(" + string.Join("; ", Figures) + ")";
}
