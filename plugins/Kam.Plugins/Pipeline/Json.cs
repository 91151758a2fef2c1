using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Kam.Plugins.Pipeline;

/// <summary>Data contracts as JSON: for the web resources and flows that read our answers, and for what we keep between calls.</summary>
internal static class Json
{
    public static string Write<T>(T contract)
    {
        using var memory = new MemoryStream();
        new DataContractJsonSerializer(typeof(T)).WriteObject(memory, contract);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <exception cref="System.Runtime.Serialization.SerializationException">The text is none of ours.</exception>
    public static T Read<T>(string text)
    {
        using var memory = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (T)new DataContractJsonSerializer(typeof(T)).ReadObject(memory)!;
    }
}
