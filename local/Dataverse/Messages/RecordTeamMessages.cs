using System;
using System.Linq;
using Local.Dataverse.Import;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>
/// AddUserToRecordTeam and RemoveUserFromRecordTeam: the access team of a row that a team template describes. It is made when the first user is added,
/// and the row is shared with it as the template says.
/// </summary>
/// <remarks>
/// "The caller must have the Share privilege on the table specified in the Record property" (page of AddUserToRecordTeamRequest); the user who is added
/// needs the privileges of the template himself ("Use access teams and owner teams to collaborate and share information").
/// </remarks>
internal static class RecordTeamMessages
{
    private const int AccessTeam = 1;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("AddUserToRecordTeam", Add, static () => new AddUserToRecordTeamResponse());
        catalog.Add("RemoveUserFromRecordTeam", Remove, static () => new RemoveUserFromRecordTeamResponse());
    }

    private static void Add(MessageExecution execution)
    {
        var (record, user, template) = Asked(execution);
        StagedPipeline.Run(execution, record.LogicalName, record.Id, frame =>
        {
            var rights = (AccessRights)template.GetAttributeValue<int>("defaultaccessrightsmask");
            RequireRights(execution, user, record, rights);
            var team = TeamOf(execution, record, template.Id) ?? Create(execution, record, template.Id, rights);
            if (!IsMember(execution, team, user)) execution.Unit.Associate(Platform(execution), team, Members, [user]);
            frame.Output["AccessTeamId"] = execution.Output["AccessTeamId"] = team.Id;
        });
    }

    private static void Remove(MessageExecution execution)
    {
        var (record, user, template) = Asked(execution);
        StagedPipeline.Run(execution, record.LogicalName, record.Id, frame =>
        {
            var team = TeamOf(execution, record, template.Id);
            if (team is not null && IsMember(execution, team, user)) execution.Unit.Disassociate(Platform(execution), team, Members, [user]);
            frame.Output["AccessTeamId"] = execution.Output["AccessTeamId"] = team?.Id ?? Guid.Empty;
        });
    }

    private static Relationship Members => new("teammembership_association");

    private static RequestContext Platform(MessageExecution execution) => execution.PlatformContext with { ByPlatform = true };

    private static (EntityReference Record, EntityReference User, Entity Template) Asked(MessageExecution execution)
    {
        var record = execution.Required<EntityReference>("Record");
        record.Id = Targets.Resolve(execution, record);
        var user = new EntityReference("systemuser", execution.Required<Guid>("SystemUserId"));
        // Both must be there, and the caller must be allowed to read the user.
        execution.Unit.Retrieve(execution.Context, user, new ColumnSet(false));
        var template = execution.Unit.Retrieve(
            execution.Context, new EntityReference("teamtemplate", execution.Required<Guid>("TeamTemplateId")), new ColumnSet("defaultaccessrightsmask", "objecttypecode"));
        if (execution.Context.Schema.Find(record.LogicalName) is { } table && template.GetAttributeValue<int?>("objecttypecode") is { } code && code != table.ObjectTypeCode)
        {
            throw PipelineErrors.Invalid($"The team template {template.Id} is not one of {record.LogicalName}.");
        }
        execution.Unit.Allow(execution.Context, "GrantAccess", record);
        return (record, user, template);
    }

    private static void RequireRights(MessageExecution execution, EntityReference user, EntityReference record, AccessRights rights)
    {
        if (execution.Organization.Security.OfPrincipal(user) is not { } access) return;
        var table = access.Catalog.Of(execution.Context.Schema.Find(record.LogicalName)!);
        foreach (var right in Enum.GetValues<AccessRights>().Where(r => r != AccessRights.None && rights.HasFlag(r)))
        {
            if (!access.Has(table.Privilege(right))) throw SecurityErrors.PrivilegeMissing(access, table.Privilege(right), table.Table);
        }
    }

    private static EntityReference? TeamOf(MessageExecution execution, EntityReference record, Guid template)
    {
        var team = new EntityReference("team", StableId.Of("record team", template.ToString(), record.Id.ToString()));
        return execution.Unit.Within(core => core.Exists(execution.PlatformContext, team.LogicalName, team.Id)) ? team : null;
    }

    private static EntityReference Create(MessageExecution execution, EntityReference record, Guid template, AccessRights rights)
    {
        var organization = execution.Organization;
        var team = new Entity("team", StableId.Of("record team", template.ToString(), record.Id.ToString()))
        {
            // The name the platform gives: the two ids.
            ["name"] = $"{record.Id:D}+{template:D}",
            ["teamtype"] = new OptionSetValue(AccessTeam),
            ["systemmanaged"] = true,
            ["teamtemplateid"] = new EntityReference("teamtemplate", template),
            ["businessunitid"] = new EntityReference("businessunit", organization.Facts.RootBusinessUnitId),
        };
        if (execution.Context.Schema.Find("team")!.Find("regardingobjectid")!.Targets.Contains(record.LogicalName)) team["regardingobjectid"] = record;
        execution.Unit.Create(Platform(execution), team);
        execution.Unit.Share(Platform(execution), record, team.ToEntityReference(), rights, _ => rights);
        return team.ToEntityReference();
    }

    private static bool IsMember(MessageExecution execution, EntityReference team, EntityReference user)
    {
        var query = new QueryExpression("teammembership") { TopCount = 1 };
        query.Criteria.AddCondition("teamid", ConditionOperator.Equal, team.Id);
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, user.Id);
        return execution.Unit.RetrieveMultiple(Platform(execution), query).Entities.Count > 0;
    }
}
