namespace Microsoft.Xrm.Sdk;

/// <summary>How the typed properties of requests and responses read their named value.</summary>
internal static class MessageParameters
{
    /// <summary>The value, or the type's default where the name is absent or null. A value of another type throws.</summary>
    public static T ValueOrDefault<T>(this ParameterCollection parameters, string name) =>
        parameters.TryGetValue(name, out object value) && value is not null ? (T)value : default;
}
