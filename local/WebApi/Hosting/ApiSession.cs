using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse;
using Local.Dataverse.Pipeline;
using Local.WebApi.Model;
using Local.WebApi.Requests;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Hosting;

/// <summary>A caller at work: whom his requests run as, and how one of them is answered.</summary>
internal sealed class ApiSession(LocalDataverse dataverse, ServiceModel model, IncomingRequest incoming, Guid callerId, string root)
{
    // "Impersonate another user using the Web API".
    private const string ById = "MSCRMCallerID", ByObjectId = "CallerObjectId";

    public string Root => root;

    /// <summary>Answers a request; failures too.</summary>
    public ApiResponse Answer(ApiRequest request)
    {
        var preferences = Preferences.Of(request.Header("Prefer"));
        try
        {
            return RequestHandler.Answer(ScopeOf(request, preferences, null));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ErrorAnswers.Of(failure, preferences);
        }
    }

    public RequestScope ScopeOf(ApiRequest request, Preferences preferences, IReadOnlyDictionary<string, EntityReference>? contentIds) => new()
    {
        Model = model,
        Service = ServiceFor(request),
        Root = root,
        Request = request,
        Preferences = preferences,
        ContentIds = contentIds ?? new Dictionary<string, EntityReference>(),
    };

    /// <summary>The service of the caller, or of whom the headers name.</summary>
    public IOrganizationService ServiceFor(ApiRequest request)
    {
        var user = callerId;
        if (request.Header(ById) is { Length: > 0 } id) user = Guid.TryParse(id, out var given) ? given : throw ODataFaults.Of(ODataFaults.InvalidArgument, $"{ById} takes the id of a user.");
        else if (request.Header(ByObjectId) is { Length: > 0 } objectId) user = UserOf(objectId);
        return incoming.ServiceFor(user);
    }

    /// <summary>Whether a user is an administrator: he has the role System Administrator.</summary>
    public static bool IsAdministrator(LocalDataverse dataverse, Guid user) => user == dataverse.AdministratorId || RolesOf(dataverse, user).Any(r => r.GetAttributeValue<string>("name") == "System Administrator");

    private Guid UserOf(string objectId)
    {
        if (!Guid.TryParse(objectId, out var id)) throw ODataFaults.Of(ODataFaults.InvalidArgument, $"{ByObjectId} takes the object id of a user.");
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("azureactivedirectoryobjectid", ConditionOperator.Equal, id);
        return dataverse.PlatformService.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id
            ?? throw ODataFaults.Of(0x80040217, $"systemuser With azureactivedirectoryobjectid = {id} Does Not Exist");
    }

    private static DataCollection<Entity> RolesOf(LocalDataverse dataverse, Guid user)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet("name") };
        query.AddLink("systemuserroles", "roleid", "roleid").LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        return dataverse.PlatformService.RetrieveMultiple(query).Entities;
    }
}
