using System;
using System.Globalization;

namespace Local.Dataverse.Queries.Changes;

/// <summary>Up to which version a client knows an organisation, and when it learned it: <c>919042!08/22/2017 08:10:44</c>.</summary>
internal readonly record struct ChangeToken(long Version, DateTime TakenOn)
{
    private const string MomentFormat = "MM/dd/yyyy HH:mm:ss";

    /// <summary>Reads a token; null when the client has none.</summary>
    /// <param name="text">As it was given out.</param>
    /// <param name="utcNow">Now.</param>
    /// <param name="days">How many days it is good for.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">It is no token, or too old.</exception>
    public static ChangeToken? Read(string? text, DateTime utcNow, int days)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var parts = text.Split('!');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !DateTime.TryParseExact(parts[1], MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var takenOn))
        {
            throw PlatformErrors.InvalidArgument.Fault($"The version stamp '{text}' is not valid.");
        }
        if (utcNow - takenOn > TimeSpan.FromDays(days)) throw PlatformErrors.ExpiredVersionStamp.Fault();
        return new ChangeToken(version, takenOn);
    }

    public override string ToString() => Version.ToString(CultureInfo.InvariantCulture) + "!" + TakenOn.ToString(MomentFormat, CultureInfo.InvariantCulture);
}
