using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>The types that may stand where a contract says <c>object</c>; the data-contract serialiser has to be told.</summary>
internal static class KnownValueTypes
{
    public static IReadOnlyList<Type> OfAttributes { get; } =
    [
        typeof(bool), typeof(bool[]), typeof(byte[]), typeof(DateTime), typeof(DateTime[]), typeof(decimal), typeof(decimal[]),
        typeof(double), typeof(double[]), typeof(float), typeof(Guid), typeof(Guid[]), typeof(int), typeof(int[]), typeof(long), typeof(long[]),
        typeof(string), typeof(string[]), typeof(byte), typeof(short),
        typeof(AliasedValue), typeof(BooleanManagedProperty), typeof(Entity), typeof(Entity[]), typeof(EntityCollection),
        typeof(EntityReference), typeof(EntityReferenceCollection), typeof(Label), typeof(Money), typeof(OptionSetValue),
        typeof(OptionSetValueCollection), typeof(EntityImageCollection),
    ];

    public static IReadOnlyList<Type> OfParameters { get; } =
    [
        .. OfAttributes,
        typeof(AttributeMetadata), typeof(AttributeMetadata[]), typeof(BusinessEntityChanges), typeof(ColumnSet),
        typeof(ConcurrencyBehavior), typeof(DeletedMetadataCollection), typeof(DeletedMetadataFilters), typeof(EntityAttributeCollection),
        typeof(EntityFilters), typeof(EntityKeyMetadata), typeof(EntityMetadata), typeof(EntityMetadata[]), typeof(EntityMetadataCollection),
        typeof(EntityQueryExpression), typeof(EntityState), typeof(ExecuteMultipleResponseItemCollection), typeof(ExecuteMultipleSettings),
        typeof(FilterExpression), typeof(LookupAttributeMetadata), typeof(ManagedPropertyMetadata), typeof(ManagedPropertyMetadata[]),
        typeof(ManyToManyRelationshipMetadata), typeof(OneToManyRelationshipMetadata), typeof(OneToManyRelationshipMetadata[]),
        typeof(OptionMetadata), typeof(OptionSetMetadataBase), typeof(OptionSetMetadataBase[]), typeof(OptionSetMetadata),
        typeof(BooleanOptionSetMetadata), typeof(OrganizationRequest), typeof(OrganizationRequestCollection), typeof(OrganizationResponse),
        typeof(OrganizationResponseCollection), typeof(OrganizationServiceFault), typeof(PagingInfo), typeof(ParameterCollection),
        typeof(QueryBase), typeof(QueryExpression), typeof(QueryByAttribute), typeof(FetchExpression), typeof(Relationship),
        typeof(RelationshipMetadataBase), typeof(RelationshipQueryCollection),
        .. OfProxyAssembly(),
    ];

    /// <summary>The messages of the other assembly and their values: it references this one, so they can only be found by name.</summary>
    private static IEnumerable<Type> OfProxyAssembly()
    {
        var sdk = typeof(KnownValueTypes).Assembly.FullName;
        var proxy = Type.GetType("Microsoft.Crm.Sdk.Messages.WhoAmIRequest, " + sdk.Replace("Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"), throwOnError: false);
        if (proxy is null) yield break;
        foreach (var type in proxy.Assembly.GetExportedTypes())
        {
            if (!Attribute.IsDefined(type, typeof(DataContractAttribute), inherit: false)) continue;
            yield return type;
            if (!typeof(OrganizationRequest).IsAssignableFrom(type) && !typeof(OrganizationResponse).IsAssignableFrom(type)) yield return type.MakeArrayType();
        }
    }
}
