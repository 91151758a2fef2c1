using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

[CollectionDataContract(Name = "EndpointCollection", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
public sealed class EndpointCollection : DataCollection<EndpointType, string>
{
    /// <summary>The same addresses as the discovery service lists them.</summary>
    public static EndpointCollection FromDiscovery(Discovery.EndpointCollection collection)
    {
        if (collection is null) return null;
        var endpoints = new EndpointCollection();
        foreach (var endpoint in collection) endpoints.Add((EndpointType)endpoint.Key, endpoint.Value);
        return endpoints;
    }
}
