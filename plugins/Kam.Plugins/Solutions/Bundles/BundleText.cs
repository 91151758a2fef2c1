using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>A bundle as JSON, for a page on which it is put together.</summary>
public static class BundleText
{
    internal static string Write(StoredBundle stored, string currency, IReadOnlyList<EnablementMaterialRow> materials) => Json.Write(new Bundle
    {
        BundleId = stored.Row.Id,
        Name = stored.Bundle.Name,
        Description = stored.Row.Description,
        Currency = currency,
        IsReleased = stored.Availability.IsReleased,
        ValidFrom = Day(stored.Row.ValidFrom),
        ValidUntil = Day(stored.Row.ValidUntil),
        Groups = stored.Bundle.Groups.Select(group => new Group { GroupId = group.Id, Name = group.Name, Minimum = group.Minimum, Maximum = group.Maximum }).ToArray(),
        Components = stored.Bundle.Components.Select(component => Entry(component, stored.Products.TryGetValue(component.Id, out var product) ? product : null)).ToArray(),
        Rules = stored.Bundle.Rules.Select(rule => new Rule { Kind = rule.Kind.ToString(), ComponentId = rule.ComponentId, OtherComponentId = rule.OtherId }).ToArray(),
        Materials = materials.Select(material => new Material { Name = material.Name, Url = material.Url, Description = material.Description }).ToArray(),
    });

    private static Component Entry(BundleComponent component, ComponentProduct? product) => new()
    {
        ComponentId = component.Id,
        Name = component.Name,
        GroupId = component.GroupId,
        Kind = component.Kind.ToString(),
        MinimumQuantity = component.MinimumQuantity,
        MaximumQuantity = component.MaximumQuantity,
        UnitPrice = component.UnitPrice,
        UnitCost = component.UnitCost,
        Differentiation = component.Differentiation,
        CustomerValue = component.CustomerValue,
        ProductId = product?.Product.Id,
        Unit = product?.Unit?.Name,
    };

    private static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The whole bundle. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Bundle
    {
        [DataMember(Name = "bundleId", Order = 0)] public Guid BundleId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "description", Order = 2, EmitDefaultValue = false)] public string? Description { get; set; }
        [DataMember(Name = "currency", Order = 3)] public string? Currency { get; set; }
        [DataMember(Name = "isReleased", Order = 4)] public bool IsReleased { get; set; }
        [DataMember(Name = "validFrom", Order = 5, EmitDefaultValue = false)] public string? ValidFrom { get; set; }
        [DataMember(Name = "validUntil", Order = 6, EmitDefaultValue = false)] public string? ValidUntil { get; set; }
        [DataMember(Name = "groups", Order = 7)] public Group[]? Groups { get; set; }
        [DataMember(Name = "components", Order = 8)] public Component[]? Components { get; set; }
        [DataMember(Name = "rules", Order = 9)] public Rule[]? Rules { get; set; }
        [DataMember(Name = "materials", Order = 10)] public Material[]? Materials { get; set; }
    }

    /// <summary>Components of which some must be chosen.</summary>
    [DataContract]
    public sealed class Group
    {
        [DataMember(Name = "groupId", Order = 0)] public Guid GroupId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "minimum", Order = 2)] public int Minimum { get; set; }
        [DataMember(Name = "maximum", Order = 3)] public int Maximum { get; set; }
    }

    /// <summary>A product or service.</summary>
    [DataContract]
    public sealed class Component
    {
        [DataMember(Name = "componentId", Order = 0)] public Guid ComponentId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "groupId", Order = 2, EmitDefaultValue = false)] public Guid? GroupId { get; set; }
        [DataMember(Name = "kind", Order = 3)] public string? Kind { get; set; }
        [DataMember(Name = "minimumQuantity", Order = 4)] public decimal MinimumQuantity { get; set; }
        [DataMember(Name = "maximumQuantity", Order = 5)] public decimal MaximumQuantity { get; set; }
        [DataMember(Name = "unitPrice", Order = 6)] public decimal UnitPrice { get; set; }
        [DataMember(Name = "unitCost", Order = 7, EmitDefaultValue = false)] public decimal? UnitCost { get; set; }
        [DataMember(Name = "differentiation", Order = 8)] public int Differentiation { get; set; }
        [DataMember(Name = "customerValue", Order = 9, EmitDefaultValue = false)] public decimal? CustomerValue { get; set; }
        [DataMember(Name = "productId", Order = 10, EmitDefaultValue = false)] public Guid? ProductId { get; set; }
        [DataMember(Name = "unit", Order = 11, EmitDefaultValue = false)] public string? Unit { get; set; }
    }

    /// <summary>How two components stand to each other.</summary>
    [DataContract]
    public sealed class Rule
    {
        [DataMember(Name = "kind", Order = 0)] public string? Kind { get; set; }
        [DataMember(Name = "componentId", Order = 1)] public Guid ComponentId { get; set; }
        [DataMember(Name = "otherComponentId", Order = 2)] public Guid OtherComponentId { get; set; }
    }

    /// <summary>What helps to sell it.</summary>
    [DataContract]
    public sealed class Material
    {
        [DataMember(Name = "name", Order = 0)] public string? Name { get; set; }
        [DataMember(Name = "url", Order = 1, EmitDefaultValue = false)] public string? Url { get; set; }
        [DataMember(Name = "description", Order = 2, EmitDefaultValue = false)] public string? Description { get; set; }
    }
}
