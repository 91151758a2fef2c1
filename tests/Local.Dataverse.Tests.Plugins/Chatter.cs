using System.Globalization;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Traces as many numbered lines as its configuration says, the last one being the highest.</summary>
public sealed class Chatter : ConfiguredPlugin
{
    public Chatter(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var lines = int.Parse(Configuration, CultureInfo.InvariantCulture);
        for (var line = 1; line <= lines; line++) call.Trace.Trace("line {0} of many", line);
    }
}
