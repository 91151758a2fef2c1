using System.Globalization;
using System.Text;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Traces as many numbered lines as its configuration says, the last one being the highest; "3 x 1000" puts 1000 faces before each.</summary>
public sealed class Chatter : ConfiguredPlugin
{
    public Chatter(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var numbers = Configuration.Split('x');
        var lines = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        var faces = numbers.Length > 1 ? new StringBuilder().Insert(0, "\U0001F600", int.Parse(numbers[1], CultureInfo.InvariantCulture)).ToString() : string.Empty;
        for (var line = 1; line <= lines; line++) call.Trace.Trace(faces + "line {0} of many", line);
    }
}
