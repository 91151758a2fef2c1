using System;
using System.Collections.Generic;

namespace Local.Dataverse;

/// <summary>What an organisation is created or opened with. Currency and languages count only when it is created.</summary>
public sealed class LocalDataverseOptions
{
    /// <summary>The database file; null keeps everything in memory.</summary>
    public string? Path { get; init; }

    /// <summary>ISO code of the base currency.</summary>
    public string BaseCurrency { get; init; } = "CHF";

    /// <summary>Digits after the decimal point of the base currency.</summary>
    public int BaseCurrencyPrecision { get; init; } = 2;

    /// <summary>LCID of the base language.</summary>
    public int BaseLanguage { get; init; } = 1033;

    /// <summary>LCIDs of the languages that are switched on.</summary>
    public IReadOnlyList<int> Languages { get; init; } = [1033, 1031, 1036, 1040];

    /// <summary>Where "now" comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long one plug-in may run; the platform's limit is two minutes.</summary>
    public TimeSpan PluginTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How much one user may ask for; null, without limits, is what tests usually want. <see cref="ServiceProtectionLimits.Platform"/> are the platform's.</summary>
    public ServiceProtectionLimits? ServiceProtection { get; init; }
}
