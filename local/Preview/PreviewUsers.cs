using System.Linq;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Preview;

/// <summary>Users to look at the apps as.</summary>
public static class PreviewUsers
{
    private const string BasicUser = "Basic User";

    /// <summary>
    /// Gives every role of an imported solution that nobody has a user of its name, who is a Basic User too: as on the platform, a role of a solution
    /// says what it adds.
    /// </summary>
    public static void AddOneForEachRole(LocalDataverse dataverse)
    {
        var service = dataverse.AdministratorService;
        var basic = Roles(service).FirstOrDefault(r => r.GetAttributeValue<string>("name") == BasicUser);
        foreach (var role in Roles(service, ofSolutions: true))
        {
            if (HasUser(service, role)) continue;
            var name = role.GetAttributeValue<string>("name");
            var user = service.Create(new Entity("systemuser")
            {
                ["firstname"] = "Preview",
                ["lastname"] = name,
                ["domainname"] = $"{name.Replace(' ', '.')}@preview".ToLowerInvariant(),
                ["businessunitid"] = new EntityReference("businessunit", dataverse.RootBusinessUnitId),
            });
            var roles = new EntityReferenceCollection { role.ToEntityReference() };
            if (basic is not null) roles.Add(basic.ToEntityReference());
            service.Associate("systemuser", user, new Relationship("systemuserroles_association"), roles);
        }
    }

    private static DataCollection<Entity> Roles(IOrganizationService service, bool ofSolutions = false)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet("roleid", "name"), Distinct = true };
        if (ofSolutions) query.AddLink("solutioncomponent", "roleid", "objectid");
        return service.RetrieveMultiple(query).Entities;
    }

    private static bool HasUser(IOrganizationService service, Entity role)
    {
        var query = new QueryExpression("systemuserroles") { ColumnSet = new ColumnSet("systemuserid"), TopCount = 1 };
        query.Criteria.AddCondition("roleid", ConditionOperator.Equal, role.Id);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }
}
