using System;
using System.Collections.Generic;

namespace Local.WebApi.Hosting;

/// <summary>How the Web API listens and what it takes.</summary>
public sealed class WebApiOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Listens on the loopback address alone; false listens on every address of the machine.</summary>
    public bool LoopbackOnly { get; init; } = true;

    /// <summary>Longest body of a request, in bytes; a longer one is answered with 413.</summary>
    public long LongestBody { get; init; } = 128L * 1024 * 1024;

    /// <summary>Longest URL, in characters. The platform takes 32 KB, and 64 KB inside a batch.</summary>
    public int LongestUrl { get; init; } = 32 * 1024;

    /// <summary>Most requests in a batch, as on the platform.</summary>
    public int MostRequestsInBatch { get; init; } = 1000;

    /// <summary>How long an access token is good for.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long the one-time token can be exchanged.</summary>
    public TimeSpan OneTimeTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What is shown beside the Web API, asked in this order.</summary>
    public IReadOnlyList<ISite> Sites { get; init; } = [];

    /// <summary>Where "now" of tokens comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
