using System;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>Associate and Disassociate, and the messages for members of teams, which do the same.</summary>
internal static class LinkMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("Associate", Associate, static () => new AssociateResponse());
        catalog.Add("Disassociate", Disassociate, static () => new DisassociateResponse());
        catalog.Add("AddMembersTeam", static e => ChangeMembers(e, "Associate"), static () => new AddMembersTeamResponse());
        catalog.Add("RetrieveMembersTeam", RetrieveMembers, static () => new RetrieveMembersTeamResponse());
        catalog.Add("RemoveMembersTeam", static e => ChangeMembers(e, "Disassociate"), static () => new RemoveMembersTeamResponse());
    }

    private static void Associate(MessageExecution execution)
    {
        var target = Target(execution);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, _ => execution.Unit.Associate(
            execution.Context, target, execution.Required<Relationship>("Relationship"), Related(execution)));
    }

    private static void Disassociate(MessageExecution execution)
    {
        var target = Target(execution);
        StagedPipeline.Run(execution, target.LogicalName, target.Id, _ => execution.Unit.Disassociate(
            execution.Context, target, execution.Required<Relationship>("Relationship"), Related(execution)));
    }

    private static EntityReference Target(MessageExecution execution)
    {
        var target = execution.Required<EntityReference>("Target");
        target.Id = Targets.Resolve(execution, target);
        return target;
    }

    // Rows that are named by alternate keys get their ids.
    private static EntityReferenceCollection Related(MessageExecution execution)
    {
        var related = execution.Required<EntityReferenceCollection>("RelatedEntities");
        foreach (var row in related) row.Id = Targets.Resolve(execution, row);
        return related;
    }

    private static void ChangeMembers(MessageExecution execution, string message)
    {
        var members = new EntityReferenceCollection();
        foreach (var id in execution.Required<Guid[]>("MemberIds")) members.Add(new EntityReference("systemuser", id));
        var link = new ParameterCollection
        {
            ["Target"] = new EntityReference("team", execution.Required<Guid>("TeamId")),
            ["Relationship"] = new Relationship("teammembership_association"),
            ["RelatedEntities"] = members,
        };
        execution.Send(message, link, parentContext: null);
    }

    private static void RetrieveMembers(MessageExecution execution)
    {
        var query = new QueryExpression("systemuser") { ColumnSet = execution.Required<ColumnSet>("MemberColumnSet") };
        query.AddLink("teammembership", "systemuserid", "systemuserid").LinkCriteria.AddCondition("teamid", ConditionOperator.Equal, execution.Required<Guid>("EntityId"));
        query.AddOrder("fullname", OrderType.Ascending);
        execution.Output["EntityCollection"] = execution.Unit.RetrieveMultiple(execution.Context, query);
    }
}
