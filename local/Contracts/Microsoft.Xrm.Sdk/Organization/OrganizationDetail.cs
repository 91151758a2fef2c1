using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

[DataContract(Name = "OrganizationDetail", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public class OrganizationDetail : IExtensibleDataObject
{
    [DataMember]
    public EndpointCollection Endpoints { get; set; }

    [DataMember]
    public OrganizationState State { get; set; }

    [DataMember(IsRequired = false)]
    public OrganizationType OrganizationType { get; set; }

    [DataMember]
    public Guid DatacenterId { get; set; }

    [DataMember]
    public Guid OrganizationId { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    [DataMember]
    public string EnvironmentId { get; set; }

    [DataMember]
    public string FriendlyName { get; set; }

    [DataMember]
    public string Geo { get; set; }

    [DataMember]
    public string OrganizationVersion { get; set; }

    [DataMember(IsRequired = false)]
    public string SchemaType { get; set; }

    [DataMember]
    public string TenantId { get; set; }

    [DataMember]
    public string UniqueName { get; set; }

    [DataMember]
    public string UrlName { get; set; }

    /// <summary>The same organisation as the discovery service describes it.</summary>
    public static OrganizationDetail FromDiscovery(Discovery.OrganizationDetail detail) => detail is null ? null : new()
    {
        DatacenterId = detail.DatacenterId,
        Endpoints = EndpointCollection.FromDiscovery(detail.Endpoints),
        EnvironmentId = detail.EnvironmentId,
        FriendlyName = detail.FriendlyName,
        Geo = detail.Geo,
        OrganizationId = detail.OrganizationId,
        OrganizationType = detail.OrganizationType,
        OrganizationVersion = detail.OrganizationVersion,
        SchemaType = detail.SchemaType,
        State = (OrganizationState)detail.State,
        TenantId = detail.TenantId,
        UniqueName = detail.UniqueName,
        UrlName = detail.UrlName,
    };
}
