using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Violations as JSON for a form that shows them: code, field and value for programs, text and way out in the caller's language.</summary>
public static class ViolationsText
{
    internal static string Write(IReadOnlyCollection<Violation> violations, Texts? texts) => Json.Write(violations.Select(violation => new Item
    {
        Code = violation.Reason.Code,
        Field = violation.Field,
        Value = violation.Value,
        Text = texts?.Say(violation.Sentence),
        WayOut = texts?.Say(violation.WayOut),
    }).ToArray());

    /// <summary>One violation. Public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Item
    {
        [DataMember(Name = "code", Order = 0)] public string? Code { get; set; }
        [DataMember(Name = "field", Order = 1)] public string? Field { get; set; }
        [DataMember(Name = "value", Order = 2)] public string? Value { get; set; }
        [DataMember(Name = "text", Order = 3)] public string? Text { get; set; }
        [DataMember(Name = "wayOut", Order = 4)] public string? WayOut { get; set; }
    }
}
