using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationRequest", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[KnownType(typeof(AssociateRequest))]
[KnownType(typeof(CanBeReferencedRequest))]
[KnownType(typeof(CanBeReferencingRequest))]
[KnownType(typeof(CanManyToManyRequest))]
[KnownType(typeof(ConvertDateAndTimeBehaviorRequest))]
[KnownType(typeof(CreateAttributeRequest))]
[KnownType(typeof(CreateCustomerRelationshipsRequest))]
[KnownType(typeof(CreateEntityKeyRequest))]
[KnownType(typeof(CreateEntityRequest))]
[KnownType(typeof(CreateManyToManyRequest))]
[KnownType(typeof(CreateMultipleRequest))]
[KnownType(typeof(CreateOneToManyRequest))]
[KnownType(typeof(CreateOptionSetRequest))]
[KnownType(typeof(CreateRequest))]
[KnownType(typeof(DeleteAttributeRequest))]
[KnownType(typeof(DeleteEntityKeyRequest))]
[KnownType(typeof(DeleteEntityRequest))]
[KnownType(typeof(DeleteOptionSetRequest))]
[KnownType(typeof(DeleteOptionValueRequest))]
[KnownType(typeof(DeleteRelationshipRequest))]
[KnownType(typeof(DeleteRequest))]
[KnownType(typeof(DisassociateRequest))]
[KnownType(typeof(ExecuteAsyncRequest))]
[KnownType(typeof(ExecuteMultipleRequest))]
[KnownType(typeof(ExecuteTransactionRequest))]
[KnownType(typeof(GetValidManyToManyRequest))]
[KnownType(typeof(GetValidReferencedEntitiesRequest))]
[KnownType(typeof(GetValidReferencingEntitiesRequest))]
[KnownType(typeof(InsertOptionValueRequest))]
[KnownType(typeof(InsertStatusValueRequest))]
[KnownType(typeof(OrderOptionRequest))]
[KnownType(typeof(ReactivateEntityKeyRequest))]
[KnownType(typeof(RetrieveAllEntitiesRequest))]
[KnownType(typeof(RetrieveAllManagedPropertiesRequest))]
[KnownType(typeof(RetrieveAllOptionSetsRequest))]
[KnownType(typeof(RetrieveAttributeRequest))]
[KnownType(typeof(RetrieveEntityChangesRequest))]
[KnownType(typeof(RetrieveEntityKeyRequest))]
[KnownType(typeof(RetrieveEntityRequest))]
[KnownType(typeof(RetrieveManagedPropertyRequest))]
[KnownType(typeof(RetrieveMetadataChangesRequest))]
[KnownType(typeof(RetrieveMultipleRequest))]
[KnownType(typeof(RetrieveOptionSetRequest))]
[KnownType(typeof(RetrieveRelationshipRequest))]
[KnownType(typeof(RetrieveRequest))]
[KnownType(typeof(RetrieveTimestampRequest))]
[KnownType(typeof(UpdateAttributeRequest))]
[KnownType(typeof(UpdateEntityRequest))]
[KnownType(typeof(UpdateMultipleRequest))]
[KnownType(typeof(UpdateOptionSetRequest))]
[KnownType(typeof(UpdateOptionValueRequest))]
[KnownType(typeof(UpdateRelationshipRequest))]
[KnownType(typeof(UpdateRequest))]
[KnownType(typeof(UpdateStateValueRequest))]
[KnownType(typeof(UpsertMultipleRequest))]
[KnownType(typeof(UpsertRequest))]
[KnownType(typeof(OrganizationRequest))]
public class OrganizationRequest : IExtensibleDataObject
{
    public OrganizationRequest()
    {
    }

    public OrganizationRequest(string requestName) => RequestName = requestName;

    [DataMember]
    public ParameterCollection Parameters
    {
        get => field ??= [];
        set;
    }

    [DataMember]
    public Guid? RequestId { get; set; }

    [DataMember]
    public string RequestName { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string parameterName]
    {
        get => Parameters[parameterName];
        set => Parameters[parameterName] = value;
    }
}
