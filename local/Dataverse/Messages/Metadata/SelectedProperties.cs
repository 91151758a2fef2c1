using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Leaves of a definition only the properties a metadata query asks for, and what identifies it.</summary>
internal static class SelectedProperties
{
    private static readonly HashSet<string> always = new(StringComparer.Ordinal)
    {
        "MetadataId", "HasChanged", "LogicalName", "SchemaName", "EntityLogicalName", "AttributeType", "AttributeTypeName", "RelationshipType", "ExtensionData",
    };

    private static readonly ConcurrentDictionary<Type, (string Name, MethodInfo Setter)[]> settable = new();

    /// <summary>Empties every property not asked for; without a selection all but the identifying ones.</summary>
    public static T Keep<T>(T definition, MetadataPropertiesExpression? properties)
        where T : MetadataBase
    {
        if (properties is { AllProperties: true }) return definition;
        var asked = properties?.PropertyNames.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, setter) in settable.GetOrAdd(definition.GetType(), Settable))
        {
            if (asked is null || !asked.Contains(name)) setter.Invoke(definition, [null]);
        }
        return definition;
    }

    /// <summary>Leaves of all texts of a definition, also those of its options, only some languages.</summary>
    public static void KeepLanguages(object? value, IReadOnlyCollection<int> languages)
    {
        switch (value)
        {
            case Label label:
                foreach (var other in label.LocalizedLabels.Where(l => !languages.Contains(l.LanguageCode)).ToList()) label.LocalizedLabels.Remove(other);
                break;
            case System.Collections.IEnumerable several and not string:
                foreach (var each in several) KeepLanguages(each, languages);
                break;
            case MetadataBase or Microsoft.Xrm.Sdk.Metadata.AssociatedMenuConfiguration:
                foreach (var property in value.GetType().GetProperties())
                {
                    if (property.GetIndexParameters().Length == 0) KeepLanguages(property.GetValue(value), languages);
                }
                break;
        }
    }

    // A setter that is not public is only seen on the class that declares it.
    private static (string, MethodInfo)[] Settable(Type type)
    {
        var found = new List<(string, MethodInfo)>();
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (!always.Contains(property.Name) && property.GetSetMethod(nonPublic: true) is { } setter) found.Add((property.Name, setter));
            }
        }
        return found.ToArray();
    }
}
