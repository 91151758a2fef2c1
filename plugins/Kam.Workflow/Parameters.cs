using System;
using Microsoft.Xrm.Sdk;

namespace Kam.Workflow;

/// <summary>How a workflow's values become parameters of a custom API and back. A workflow knows no empty number and no empty date: what is left out there arrives as its type's default.</summary>
internal static class Parameters
{
    /// <summary>Passes a value on, unless the workflow left it out.</summary>
    public static void AddWhenGiven<T>(this ParameterCollection parameters, string name, T value) where T : IEquatable<T>
    {
        if (value is not null && !value.Equals(default!) && value is not "") parameters[name] = value;
    }

    /// <summary>What was answered under a name; the type's default when nothing was.</summary>
    public static T? Read<T>(this ParameterCollection results, string name) => results.TryGetValue(name, out var value) && value is T typed ? typed : default;
}
