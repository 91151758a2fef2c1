using System;

namespace Local.Cli.Loading;

/// <summary>Data or mapping that cannot be loaded; the message names file, line and the way out and is shown as it is.</summary>
public sealed class LoadException : Exception
{
    public LoadException(string message) : base(message) { }
    public LoadException(string message, Exception inner) : base(message, inner) { }
}
