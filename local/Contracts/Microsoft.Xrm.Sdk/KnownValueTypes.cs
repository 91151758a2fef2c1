using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The types that may stand where a contract says <c>object</c>; the data-contract serialiser has to be told.</summary>
internal static class KnownValueTypes
{
    private static readonly Lazy<IReadOnlyList<Type>> Parameters = new(() =>
        [.. OfAttributes.Union(ContractsOf(typeof(KnownValueTypes).Assembly)).Union(ContractsOf(ProxyAssembly()))]);

    /// <summary>What a column may hold.</summary>
    public static IReadOnlyList<Type> OfAttributes { get; } =
    [
        typeof(bool), typeof(bool[]), typeof(byte), typeof(byte[]), typeof(DateTime), typeof(DateTime[]), typeof(decimal), typeof(decimal[]),
        typeof(double), typeof(double[]), typeof(float), typeof(Guid), typeof(Guid[]), typeof(int), typeof(int[]), typeof(long), typeof(long[]),
        typeof(short), typeof(string), typeof(string[]),
        typeof(AliasedValue), typeof(BooleanManagedProperty), typeof(Entity), typeof(Entity[]), typeof(EntityCollection),
        typeof(EntityImageCollection), typeof(EntityReference), typeof(EntityReferenceCollection), typeof(Label), typeof(Money),
        typeof(OptionSetValue), typeof(OptionSetValueCollection),
    ];

    /// <summary>What a message may carry: the above and every contract of the two assemblies, values also as arrays.</summary>
    public static IReadOnlyList<Type> OfParameters => Parameters.Value;

    /// <summary>The assembly of the other messages references this one, so it can only be found by name; null where it is not there.</summary>
    private static Assembly ProxyAssembly()
    {
        var name = typeof(KnownValueTypes).Assembly.FullName.Replace("Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy");
        return Type.GetType("Microsoft.Crm.Sdk.Messages.WhoAmIRequest, " + name, throwOnError: false)?.Assembly;
    }

    private static IEnumerable<Type> ContractsOf(Assembly assembly)
    {
        if (assembly is null) yield break;
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.IsGenericType) continue;
            if (type.IsDefined(typeof(CollectionDataContractAttribute), inherit: false)) yield return type;
            if (!type.IsDefined(typeof(DataContractAttribute), inherit: false)) continue;
            yield return type;
            if (!IsMessage(type)) yield return type.MakeArrayType();
        }
    }

    private static bool IsMessage(Type type) =>
        typeof(OrganizationRequest).IsAssignableFrom(type) || typeof(OrganizationResponse).IsAssignableFrom(type);
}
