using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Who may change what has become read-only: SYSTEM and whoever has the role System Administrator.</summary>
internal static class Administrators
{
    public static bool Has(MessageExecution execution)
    {
        var organization = execution.Organization;
        var user = execution.Context.UserId;
        if (user == organization.SystemUserId) return true;
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, OrganizationSetup.AdministratorRole);
        query.AddLink("systemuserroles", "roleid", "roleid").LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        return execution.Unit.RetrieveMultiple(organization.PlatformContext(), query).Entities.Count > 0;
    }
}
