using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// One request of a user for the service protection limits, carried out by any number of calls one after the other. Their execution time adds up;
/// it counts once, and once among those at the same time until it is disposed.
/// </summary>
/// <remarks>
/// learn.microsoft.com, "Service protection API limits": "A batch can contain up to 1000 operations and will avoid the number of requests limit.
/// However, you will need to be prepared for the execution time limit."
/// </remarks>
internal sealed class IncomingRequest : IDisposable
{
    private readonly Organization organization;
    private readonly Guid sender;
    private readonly ServiceProtection.Admission? admission;

    public IncomingRequest(Organization organization, Guid sender)
    {
        this.organization = organization;
        this.sender = sender;
        admission = organization.Admit(sender);
    }

    /// <summary>The service of the sender, or of a user he acts for.</summary>
    public IOrganizationService ServiceFor(Guid userId) =>
        new OrganizationService(request => organization.ExecuteAdmitted(request, userId, userId == sender ? null : sender, admission));

    public void Dispose() => admission?.Dispose();
}
