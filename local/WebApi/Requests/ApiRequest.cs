using System;
using System.Collections.Generic;

namespace Local.WebApi.Requests;

/// <summary>One request, on its own or a part of a batch.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Url">Below the service root, percent-encoded, with its query: <c>accounts(…)?$select=name</c>.</param>
/// <param name="Headers">By name, ignoring case; several values are joined with commas.</param>
/// <param name="Body">Empty when there is none.</param>
internal sealed record ApiRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public static readonly StringComparer HeaderNames = StringComparer.OrdinalIgnoreCase;

    /// <summary>The path of <see cref="Url"/>.</summary>
    public string Path => Url.IndexOf('?', StringComparison.Ordinal) is var at && at < 0 ? Url : Url[..at];

    /// <summary>The query of <see cref="Url"/> without question mark; empty when there is none.</summary>
    public string Query => Url.IndexOf('?', StringComparison.Ordinal) is var at && at < 0 ? string.Empty : Url[(at + 1)..];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
