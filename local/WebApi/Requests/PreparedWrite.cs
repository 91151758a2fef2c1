using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.WebApi.Requests;

/// <summary>A write that is ready to run, alone or with others in one transaction.</summary>
/// <param name="Requests">What to run, in this order, in one transaction.</param>
/// <param name="Answer">Makes the answer, when all is committed.</param>
/// <param name="Row">The row written, as far as it is known beforehand, for content ids.</param>
internal sealed record PreparedWrite(
    IReadOnlyList<OrganizationRequest> Requests, Func<IReadOnlyList<OrganizationResponse>, ApiResponse> Answer, EntityReference? Row = null)
{
    /// <summary>Runs it as a request of its own.</summary>
    public ApiResponse Run(IOrganizationService service)
    {
        if (Requests is [var alone]) return Answer([service.Execute(alone)]);
        var requests = new OrganizationRequestCollection();
        requests.AddRange(Requests);
        var response = (ExecuteTransactionResponse)service.Execute(new ExecuteTransactionRequest { Requests = requests, ReturnResponses = true });
        return Answer([.. response.Responses.AsEnumerable()]);
    }
}
