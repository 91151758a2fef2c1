using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Kam.Plugins.Pipeline;

/// <summary>Writes data contracts as JSON, for the web resources and flows that read our answers.</summary>
internal static class Json
{
    public static string Write<T>(T contract)
    {
        using var memory = new MemoryStream();
        new DataContractJsonSerializer(typeof(T)).WriteObject(memory, contract);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
