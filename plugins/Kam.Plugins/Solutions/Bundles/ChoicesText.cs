using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>What is chosen of a bundle, as JSON: <c>[{"componentId":"…","quantity":2}]</c>. What an offer keeps has name and unit price beside.</summary>
public static class ChoicesText
{
    private const string Parameter = "Choices";
    private const string Form = "[{\"componentId\":\"…\",\"quantity\":1}]";

    /// <exception cref="RefusalException">KAM-GEN-003: not such JSON.</exception>
    internal static IReadOnlyList<BundleChoice> Read(string text)
    {
        try
        {
            return Json.Read<Choice[]>(text).Select(choice => new BundleChoice(Guid.Parse(choice.ComponentId ?? ""), decimal.Parse(choice.Quantity ?? "", NumberStyles.Float, CultureInfo.InvariantCulture))).ToArray();
        }
        catch (Exception malformed) when (malformed is SerializationException or FormatException or OverflowException)
        {
            throw RequestParameters.Invalid(Parameter, text, Form);
        }
    }

    internal static string Write(IEnumerable<BundleLine> lines) => Json.Write(lines.Select(line => new Choice
    {
        ComponentId = line.Component.Id.ToString("D"),
        Quantity = line.Quantity.ToString("0.#####", CultureInfo.InvariantCulture),
        Name = line.Component.Name,
        UnitPrice = line.UnitPrice.ToString(CultureInfo.InvariantCulture),
    }).ToArray());

    /// <summary>Whether two choose the same: order does not matter.</summary>
    internal static bool AreSame(IReadOnlyCollection<BundleChoice> one, IReadOnlyCollection<BundleChoice> other) =>
        one.Count == other.Count && one.All(choice => other.Any(same => same.ComponentId == choice.ComponentId && same.Quantity == choice.Quantity));

    /// <summary>One component. Public because serialisers in partial trust see public members only. Numbers are read from numbers and from texts alike.</summary>
    [DataContract]
    public sealed class Choice
    {
        [DataMember(Name = "componentId", Order = 0)] public string? ComponentId { get; set; }
        [DataMember(Name = "quantity", Order = 1)] public string? Quantity { get; set; }
        [DataMember(Name = "name", Order = 2, EmitDefaultValue = false)] public string? Name { get; set; }
        [DataMember(Name = "unitPrice", Order = 3, EmitDefaultValue = false)] public string? UnitPrice { get; set; }
    }
}
