using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class QualifyLeadRequest : OrganizationRequest
{
    public QualifyLeadRequest()
    {
        RequestName = "QualifyLead";
        LeadId = default;
        OpportunityCurrencyId = default;
        OpportunityCustomerId = default;
        SourceCampaignId = default;
        Status = default;
        CreateAccount = default;
        CreateContact = default;
        CreateOpportunity = default;
    }

    public EntityReference LeadId
    {
        get => Parameters.ValueOrDefault<EntityReference>("LeadId");
        set => Parameters["LeadId"] = value;
    }

    public EntityReference OpportunityCurrencyId
    {
        get => Parameters.ValueOrDefault<EntityReference>("OpportunityCurrencyId");
        set => Parameters["OpportunityCurrencyId"] = value;
    }

    public EntityReference OpportunityCustomerId
    {
        get => Parameters.ValueOrDefault<EntityReference>("OpportunityCustomerId");
        set => Parameters["OpportunityCustomerId"] = value;
    }

    public EntityReference ProcessInstanceId
    {
        get => Parameters.ValueOrDefault<EntityReference>("ProcessInstanceId");
        set => Parameters["ProcessInstanceId"] = value;
    }

    public EntityReference SourceCampaignId
    {
        get => Parameters.ValueOrDefault<EntityReference>("SourceCampaignId");
        set => Parameters["SourceCampaignId"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }

    public bool CreateAccount
    {
        get => Parameters.ValueOrDefault<bool>("CreateAccount");
        set => Parameters["CreateAccount"] = value;
    }

    public bool CreateContact
    {
        get => Parameters.ValueOrDefault<bool>("CreateContact");
        set => Parameters["CreateContact"] = value;
    }

    public bool CreateOpportunity
    {
        get => Parameters.ValueOrDefault<bool>("CreateOpportunity");
        set => Parameters["CreateOpportunity"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class QualifyLeadResponse : OrganizationResponse
{
    public EntityReferenceCollection CreatedEntities => Results.ValueOrDefault<EntityReferenceCollection>("CreatedEntities");
}
