using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>QualifyLead: account, contact and opportunity from a lead, which is closed.</summary>
internal static class LeadMessages
{
    private const int Open = 0;

    public static void AddTo(MessageCatalog catalog) => catalog.Add("QualifyLead", Qualify, static () => new QualifyLeadResponse());

    private static void Qualify(MessageExecution execution)
    {
        var lead = execution.Required<EntityReference>("LeadId");
        lead.Id = Targets.Resolve(execution, lead);
        var results = StagedPipeline.Run(execution, "lead", lead.Id, frame => frame.Output["CreatedEntities"] = Qualify(execution, frame, lead));
        execution.Output["CreatedEntities"] = results["CreatedEntities"];
    }

    private static EntityReferenceCollection Qualify(MessageExecution execution, PipelineFrame frame, EntityReference reference)
    {
        var status = execution.Required<OptionSetValue>("Status");
        var lead = execution.Unit.Retrieve(execution.Context, reference, new ColumnSet(true));
        if (ClosingMessages.StateOf(lead) != Open) throw SalesErrors.LeadAlreadyInClosedState.Fault();
        var state = StateOf(execution, status.Value, reference);

        var created = new EntityReferenceCollection();
        EntityReference? account = null, contact = null, opportunity = null;
        if (Asks(execution, "CreateAccount")) created.Add(account = Create(execution, frame, From(execution, lead, "account")));
        if (Asks(execution, "CreateContact"))
        {
            var row = From(execution, lead, "contact");
            if ((account ?? lead.GetAttributeValue<EntityReference>("parentaccountid")) is { } company) row["parentcustomerid"] = company;
            created.Add(contact = Create(execution, frame, row));
        }
        if (account is not null && contact is not null) execution.SendUpdate(new Entity("account", account.Id) { ["primarycontactid"] = contact }, frame);
        if (Asks(execution, "CreateOpportunity")) created.Add(opportunity = Create(execution, frame, Opportunity(execution, lead, account, contact)));
        Close(execution, frame, lead, state, status, account, contact, opportunity);
        return created;
    }

    private static Entity Opportunity(MessageExecution execution, Entity lead, EntityReference? account, EntityReference? contact)
    {
        var row = From(execution, lead, "opportunity");
        var customer = execution.Optional<EntityReference>("OpportunityCustomerId");
        if (customer is { LogicalName: not ("account" or "contact") })
        {
            throw PipelineErrors.Invalid("CustomerIdType for opportunity can either be an account or contact.");
        }
        var company = customer is { LogicalName: "account" } ? customer : account ?? lead.GetAttributeValue<EntityReference>("parentaccountid");
        var person = customer is { LogicalName: "contact" } ? customer : contact ?? lead.GetAttributeValue<EntityReference>("parentcontactid");
        if ((customer ?? company ?? person) is { } of) row["customerid"] = of;
        if (company is not null) row["parentaccountid"] = company;
        if (person is not null) row["parentcontactid"] = person;
        if (execution.Optional<EntityReference>("OpportunityCurrencyId") is { } currency) row["transactioncurrencyid"] = currency;
        if (execution.Optional<EntityReference>("SourceCampaignId") is { } campaign) row["campaignid"] = campaign;
        return row;
    }

    private static void Close(
        MessageExecution execution, PipelineFrame frame, Entity lead, int state, OptionSetValue status, EntityReference? account, EntityReference? contact, EntityReference? opportunity)
    {
        var change = new Entity("lead", lead.Id);
        if (account is not null) change["parentaccountid"] = account;
        if (contact is not null) change["parentcontactid"] = contact;
        if (opportunity is not null) change["qualifyingopportunityid"] = opportunity;
        change["statecode"] = new OptionSetValue(state);
        change["statuscode"] = status;
        execution.SendUpdate(change, frame, byPlatform: true);
    }

    // A status reason of the closed states says which: qualified or disqualified.
    private static int StateOf(MessageExecution execution, int status, EntityReference lead)
    {
        var states = execution.Organization.Schema.Find("lead")!.Find("statuscode")!.OptionSet!;
        if (states.Find(status)?.State is { } state && state != Open) return state;
        throw PlatformErrors.InvalidStateCodeStatusCode.Fault(status, "LeadState.Qualified", "lead", lead.Id);
    }

    private static EntityReference Create(MessageExecution execution, PipelineFrame frame, Entity row) => new(row.LogicalName, execution.SendCreate(row, frame));

    // What goes along is what the mappings of the organisation say, those of a solution included.
    private static Entity From(MessageExecution execution, Entity lead, string table)
    {
        var row = new Entity(table) { ["originatingleadid"] = lead.ToEntityReference() };
        RowMapping.Copy(execution.Organization.Schema, lead, row);
        if (lead.GetAttributeValue<EntityReference>("ownerid") is { } owner) row["ownerid"] = owner;
        return row;
    }

    private static bool Asks(MessageExecution execution, string parameter) => execution.Optional<bool?>(parameter) == true;
}
