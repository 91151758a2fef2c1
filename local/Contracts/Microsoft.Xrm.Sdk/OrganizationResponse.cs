using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationResponse", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[KnownType(typeof(AssociateResponse))]
[KnownType(typeof(CanBeReferencedResponse))]
[KnownType(typeof(CanBeReferencingResponse))]
[KnownType(typeof(CanManyToManyResponse))]
[KnownType(typeof(ConvertDateAndTimeBehaviorResponse))]
[KnownType(typeof(CreateAttributeResponse))]
[KnownType(typeof(CreateCustomerRelationshipsResponse))]
[KnownType(typeof(CreateEntityKeyResponse))]
[KnownType(typeof(CreateEntityResponse))]
[KnownType(typeof(CreateManyToManyResponse))]
[KnownType(typeof(CreateMultipleResponse))]
[KnownType(typeof(CreateOneToManyResponse))]
[KnownType(typeof(CreateOptionSetResponse))]
[KnownType(typeof(CreateResponse))]
[KnownType(typeof(DeleteAttributeResponse))]
[KnownType(typeof(DeleteEntityKeyResponse))]
[KnownType(typeof(DeleteEntityResponse))]
[KnownType(typeof(DeleteOptionSetResponse))]
[KnownType(typeof(DeleteOptionValueResponse))]
[KnownType(typeof(DeleteRelationshipResponse))]
[KnownType(typeof(DeleteResponse))]
[KnownType(typeof(DisassociateResponse))]
[KnownType(typeof(ExecuteAsyncResponse))]
[KnownType(typeof(ExecuteMultipleResponse))]
[KnownType(typeof(ExecuteTransactionResponse))]
[KnownType(typeof(GetValidManyToManyResponse))]
[KnownType(typeof(GetValidReferencedEntitiesResponse))]
[KnownType(typeof(GetValidReferencingEntitiesResponse))]
[KnownType(typeof(InsertOptionValueResponse))]
[KnownType(typeof(InsertStatusValueResponse))]
[KnownType(typeof(OrderOptionResponse))]
[KnownType(typeof(ReactivateEntityKeyResponse))]
[KnownType(typeof(RetrieveAllEntitiesResponse))]
[KnownType(typeof(RetrieveAllManagedPropertiesResponse))]
[KnownType(typeof(RetrieveAllOptionSetsResponse))]
[KnownType(typeof(RetrieveAttributeResponse))]
[KnownType(typeof(RetrieveEntityChangesResponse))]
[KnownType(typeof(RetrieveEntityKeyResponse))]
[KnownType(typeof(RetrieveEntityResponse))]
[KnownType(typeof(RetrieveManagedPropertyResponse))]
[KnownType(typeof(RetrieveMetadataChangesResponse))]
[KnownType(typeof(RetrieveMultipleResponse))]
[KnownType(typeof(RetrieveOptionSetResponse))]
[KnownType(typeof(RetrieveRelationshipResponse))]
[KnownType(typeof(RetrieveResponse))]
[KnownType(typeof(RetrieveTimestampResponse))]
[KnownType(typeof(UpdateAttributeResponse))]
[KnownType(typeof(UpdateEntityResponse))]
[KnownType(typeof(UpdateMultipleResponse))]
[KnownType(typeof(UpdateOptionSetResponse))]
[KnownType(typeof(UpdateOptionValueResponse))]
[KnownType(typeof(UpdateRelationshipResponse))]
[KnownType(typeof(UpdateResponse))]
[KnownType(typeof(UpdateStateValueResponse))]
[KnownType(typeof(UpsertMultipleResponse))]
[KnownType(typeof(UpsertResponse))]
[KnownType(typeof(OrganizationResponse))]
public class OrganizationResponse : IExtensibleDataObject
{
    [DataMember]
    public string ResponseName { get; set; }

    [DataMember]
    public ParameterCollection Results
    {
        get => field ??= [];
        set;
    }

    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string parameterName]
    {
        get => Results[parameterName];
        set => Results[parameterName] = value;
    }
}
