using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Extensions;

public static class OrganizationServiceExtensions
{
    /// <summary>A table's published definition with everything in it.</summary>
    public static EntityMetadata GetEntityMetadata(this IOrganizationService serviceProxy, string logicalName) =>
        Retrieve(serviceProxy, logicalName, asIfPublished: false);

    /// <summary>A table's definition including what was changed and not yet published.</summary>
    public static EntityMetadata GetEntityMetadataAsIfPublished(this IOrganizationService serviceProxy, string logicalName) =>
        Retrieve(serviceProxy, logicalName, asIfPublished: true);

    private static EntityMetadata Retrieve(IOrganizationService service, string logicalName, bool asIfPublished)
    {
        var request = new RetrieveEntityRequest
        {
            LogicalName = logicalName,
            EntityFilters = EntityFilters.All,
            RetrieveAsIfPublished = asIfPublished,
        };
        return ((RetrieveEntityResponse)service.Execute(request)).EntityMetadata;
    }
}
