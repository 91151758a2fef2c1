using System;
using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>What one run of a plug-in wrote to its tracing service, with what the trace log says about the run.</summary>
internal sealed class PluginTrace : ITracingService
{
    /// <summary>Characters the platform keeps; older lines go first.</summary>
    public const int Limit = 10 * 1024;

    private StringBuilder? text;

    public required string PluginType { get; init; }
    public required PluginContext Context { get; init; }
    public required DateTime StartedOn { get; init; }
    public TimeSpan Duration { get; set; }
    public Exception? Failure { get; set; }

    /// <summary>Everything traced; empty when nothing was.</summary>
    public string Text => text?.ToString() ?? string.Empty;

    public void Trace(string format, params object[] args)
    {
        text ??= new StringBuilder();
        if (args is null || args.Length == 0) text.Append(format);
        else text.AppendFormat(CultureInfo.InvariantCulture, format, args);
        text.Append("\r\n");
        if (text.Length > Limit) text.Remove(0, text.Length - Limit);
    }
}
