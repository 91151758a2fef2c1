using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Sets what only the platform may set: properties of the SDK's metadata classes whose setter is not public.</summary>
internal static class SealedProperty
{
    private static readonly ConcurrentDictionary<(Type Type, string Name), MethodInfo> Setters = new();

    /// <summary>Sets the property and returns the object, so that calls can be chained.</summary>
    public static T With<T>(this T target, string property, object? value)
        where T : class
    {
        Setters.GetOrAdd((target.GetType(), property), static key => Setter(key.Type, key.Name)).Invoke(target, [value]);
        return target;
    }

    // A setter that is not public is only seen on the class that declares it.
    private static MethodInfo Setter(Type type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            var property = declaring.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
            if (property?.GetSetMethod(nonPublic: true) is { } setter) return setter;
        }
        throw new MissingMethodException(type.FullName, name);
    }
}
