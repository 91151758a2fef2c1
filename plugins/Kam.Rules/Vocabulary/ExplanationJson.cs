using System;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Kam.Rules.Vocabulary;

/// <summary>
/// An explanation as JSON, so that a form can write it in the reader's language:
/// <c>[{"key":"valueInsights.scoreIs","arguments":[{"kind":"Number","value":"72.50"}]}]</c>.
/// Money also has <c>"currency":"CHF"</c>.
/// </summary>
public static class ExplanationJson
{
    private static readonly DataContractJsonSerializer Serializer = new(typeof(StoredSentence[]));

    /// <summary>The explanation as JSON.</summary>
    public static string Write(Explanation explanation)
    {
        using var memory = new MemoryStream();
        Serializer.WriteObject(memory, explanation.Sentences.Select(Stored).ToArray());
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>The explanation that was written.</summary>
    /// <exception cref="FormatException">Not such JSON.</exception>
    public static Explanation Read(string json)
    {
        using var memory = new MemoryStream(Encoding.UTF8.GetBytes(json));
        try
        {
            var sentences = (StoredSentence[]?)Serializer.ReadObject(memory) ?? [];
            return new Explanation(sentences.Select(Restored).ToArray());
        }
        catch (SerializationException malformed)
        {
            throw new FormatException("Not an explanation in JSON.", malformed);
        }
    }

    private static StoredSentence Stored(Sentence sentence) => new()
    {
        Key = sentence.Key,
        Arguments = sentence.Arguments
            .Select(argument => new StoredArgument { Kind = argument.Kind.ToString(), Value = argument.Value, Currency = argument.Currency })
            .ToArray(),
    };

    private static Sentence Restored(StoredSentence sentence) => new(
        sentence.Key ?? throw new FormatException("A sentence without key."),
        (sentence.Arguments ?? []).Select(Restored).ToArray());

    private static Argument Restored(StoredArgument argument) =>
        Enum.TryParse(argument.Kind, out ArgumentKind kind) && kind is >= ArgumentKind.Text and <= ArgumentKind.Date
            ? Argument.Stored(kind, argument.Value ?? throw new FormatException("An argument without value."), argument.Currency)
            : throw new FormatException($"An argument of unknown kind \"{argument.Kind}\".");

    /// <summary>A sentence as it is stored. Public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class StoredSentence
    {
        /// <summary>Text key.</summary>
        [DataMember(Name = "key", Order = 0)]
        public string? Key { get; set; }

        /// <summary>Arguments in order.</summary>
        [DataMember(Name = "arguments", Order = 1)]
        public StoredArgument[]? Arguments { get; set; }
    }

    /// <summary>An argument as it is stored.</summary>
    [DataContract]
    public sealed class StoredArgument
    {
        /// <summary>Name of the <see cref="ArgumentKind"/>.</summary>
        [DataMember(Name = "kind", Order = 0)]
        public string? Kind { get; set; }

        /// <summary>Value in the invariant culture.</summary>
        [DataMember(Name = "value", Order = 1)]
        public string? Value { get; set; }

        /// <summary>Currency of money.</summary>
        [DataMember(Name = "currency", Order = 2, EmitDefaultValue = false)]
        public string? Currency { get; set; }
    }
}
