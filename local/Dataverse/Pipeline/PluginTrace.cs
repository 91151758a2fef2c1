using System;
using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>What one run of a plug-in wrote to its tracing service, with what the trace log says about the run.</summary>
internal sealed class PluginTrace : ITracingService
{
    /// <summary>Characters the platform keeps, the maximum length of plugintracelog.messageblock; older lines go first.</summary>
    public const int Limit = 10 * 1024;

    private StringBuilder? text;

    public required string PluginType { get; init; }
    public required PluginContext Context { get; init; }
    public required DateTime StartedOn { get; init; }
    public TimeSpan Duration { get; set; }
    public Exception? Failure { get; set; }

    /// <summary>What was traced last, as far as it is kept; empty when nothing was.</summary>
    public string Text
    {
        get
        {
            if (text is null) return string.Empty;
            // Half a character that the cut left is none.
            if (text.Length > 0 && char.IsLowSurrogate(text[0])) text.Remove(0, 1);
            return text.ToString();
        }
    }

    public void Trace(string format, params object[] args)
    {
        text ??= new StringBuilder();
        var line = args is null || args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
        // Only what can stay is copied: a request with many steps keeps all their traces until its end.
        if (line is { Length: > Limit }) text.Clear().Append(line, line.Length - Limit, Limit);
        else text.Append(line);
        text.Append("\r\n");
        if (text.Length > Limit) text.Remove(0, text.Length - Limit);
    }
}
