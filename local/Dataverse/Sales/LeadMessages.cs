using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>QualifyLead: account, contact and opportunity from a lead, which is closed.</summary>
internal static class LeadMessages
{
    private const int Open = 0;

    /// <summary>Columns of the same name that go along, with what they are called on the other side where that differs: the mappings every organisation begins with.</summary>
    private static readonly Dictionary<string, string> ToAccount = Map(
        "companyname=name", "sic", "emailaddress1", "fax", "websiteurl", "telephone1", "telephone2", "telephone3", "address1_line1", "address1_line2", "address1_line3",
        "address1_city", "address1_country", "address1_postalcode", "address1_stateorprovince", "description", "donotbulkemail", "donotemail", "donotfax",
        "donotphone", "donotpostalmail", "donotsendmm", "industrycode", "numberofemployees", "revenue", "transactioncurrencyid", "yomicompanyname=yominame");

    private static readonly Dictionary<string, string> ToContact = Map(
        "firstname", "middlename", "lastname", "jobtitle", "salutation", "emailaddress1", "emailaddress2", "emailaddress3", "fax", "mobilephone", "pager", "telephone1",
        "telephone2", "telephone3", "websiteurl", "address1_line1", "address1_line2", "address1_line3", "address1_city", "address1_country", "address1_postalcode",
        "address1_stateorprovince", "description", "donotbulkemail", "donotemail", "donotfax", "donotphone", "donotpostalmail", "donotsendmm", "preferredcontactmethodcode",
        "yomifirstname", "yomimiddlename", "yomilastname", "transactioncurrencyid");

    private static readonly Dictionary<string, string> ToOpportunity = Map(
        "subject=name", "description", "qualificationcomments", "budgetamount", "budgetstatus", "campaignid", "confirminterest", "decisionmaker", "emailaddress1=emailaddress",
        "estimatedamount=estimatedvalue", "estimatedclosedate", "evaluatefit", "initialcommunication", "need", "purchaseprocess", "purchasetimeframe", "schedulefollowup_prospect",
        "schedulefollowup_qualify", "transactioncurrencyid");

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
        if (Asks(execution, "CreateAccount")) created.Add(account = Create(execution, frame, From(execution, lead, "account", ToAccount)));
        if (Asks(execution, "CreateContact"))
        {
            var row = From(execution, lead, "contact", ToContact);
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
        var row = From(execution, lead, "opportunity", ToOpportunity);
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

    private static Entity From(MessageExecution execution, Entity lead, string table, Dictionary<string, string> map)
    {
        var to = execution.Organization.Schema.Find(table)!;
        var row = new Entity(table) { ["originatingleadid"] = lead.ToEntityReference() };
        foreach (var (source, target) in map)
        {
            if (lead.Attributes.TryGetValue(source, out var value) && to.Find(target) is not null) row[target] = Copies.Value(value);
        }
        if (lead.GetAttributeValue<EntityReference>("ownerid") is { } owner) row["ownerid"] = owner;
        return row;
    }

    private static bool Asks(MessageExecution execution, string parameter) => execution.Optional<bool?>(parameter) == true;

    private static Dictionary<string, string> Map(params string[] pairs)
    {
        var map = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', System.StringComparison.Ordinal);
            map[at < 0 ? pair : pair[..at]] = at < 0 ? pair : pair[(at + 1)..];
        }
        return map;
    }
}
