using System;
using System.Collections.Generic;
using System.Linq;

namespace Local.Dataverse.Schema;

/// <summary>The column mappings Dynamics 365 Sales brings between its own tables: customers, leads, and the documents of a sale with their lines.</summary>
/// <remarks>Between documents every column of the same name and type is mapped, as far as a caller may set it and the platform does not fill it.</remarks>
internal static class StandardMaps
{
    private static readonly HashSet<string> filledByThePlatform = new(StringComparer.Ordinal)
    {
        "createdon", "modifiedon", "overriddencreatedon", "importsequencenumber", "statecode", "statuscode", "ownerid", "processid", "stageid", "traversedpath",
        "versionnumber", "timezoneruleversionnumber", "utcconversiontimezonecode", "exchangerate", "revisionnumber", "quotenumber", "ordernumber", "invoicenumber",
        "entityimage", "organizationid", "owningbusinessunit", "owningteam", "owninguser",
    };

    private static readonly (string Source, string Target)[] documents =
    [
        ("opportunity", "quote"), ("quote", "salesorder"), ("salesorder", "invoice"), ("opportunity", "salesorder"), ("opportunity", "invoice"),
        ("opportunityproduct", "quotedetail"), ("quotedetail", "salesorderdetail"), ("salesorderdetail", "invoicedetail"),
    ];

    private static readonly (string Source, string Target, string[] Same, (string Source, string Target)[] Other)[] named =
    [
        ("account", "contact", ["telephone1", "fax", "paymenttermscode", "transactioncurrencyid", "defaultpricelevelid"], [("accountid", "parentcustomerid")]),
        ("account", "account", ["telephone1", "fax", "websiteurl", "transactioncurrencyid", "defaultpricelevelid", "paymenttermscode"], [("accountid", "parentaccountid")]),
        ("account", "opportunity", ["transactioncurrencyid"], [("accountid", "parentaccountid"), ("accountid", "customerid"), ("defaultpricelevelid", "pricelevelid")]),
        ("contact", "opportunity", ["transactioncurrencyid"], [("contactid", "parentcontactid"), ("contactid", "customerid"), ("defaultpricelevelid", "pricelevelid")]),
        ("lead", "account", ["description", "fax", "industrycode", "numberofemployees", "revenue", "sic", "telephone1", "telephone2", "telephone3", "transactioncurrencyid", "websiteurl", "donotbulkemail", "donotemail", "donotfax", "donotphone", "donotpostalmail", "donotsendmm", "preferredcontactmethodcode"],
            [("companyname", "name"), ("yomicompanyname", "yominame"), ("emailaddress1", "emailaddress1"), ("leadid", "originatingleadid")]),
        ("lead", "contact", ["description", "emailaddress1", "emailaddress2", "emailaddress3", "fax", "firstname", "jobtitle", "lastname", "middlename", "mobilephone", "pager", "salutation", "telephone1", "telephone2", "telephone3", "transactioncurrencyid", "websiteurl", "donotbulkemail", "donotemail", "donotfax", "donotphone", "donotpostalmail", "donotsendmm", "preferredcontactmethodcode", "yomifirstname", "yomimiddlename", "yomilastname"],
            [("leadid", "originatingleadid"), ("parentaccountid", "parentcustomerid")]),
        ("lead", "opportunity", ["budgetamount", "budgetstatus", "campaignid", "decisionmaker", "description", "evaluatefit", "initialcommunication", "need", "parentaccountid", "parentcontactid", "purchaseprocess", "purchasetimeframe", "qualificationcomments", "timeline", "transactioncurrencyid"],
            [("subject", "name"), ("leadid", "originatingleadid")]),
    ];

    /// <summary>The mappings between tables of the schema, without columns it does not have.</summary>
    public static IEnumerable<TableMap> Of(IReadOnlyDictionary<string, Table> tables)
    {
        foreach (var (source, target, same, other) in named)
        {
            if (!tables.TryGetValue(source, out var from) || !tables.TryGetValue(target, out var to)) continue;
            var addresses = target is "contact" or "account" ? from.Columns.Keys.Where(c => c.StartsWith("address1_", StringComparison.Ordinal) && c != "address1_addressid") : [];
            var maps = same.Concat(addresses).Select(c => new ColumnMap(c, c)).Concat(other.Select(o => new ColumnMap(o.Source, o.Target)));
            yield return new TableMap(source, target, maps.Where(m => from.Find(m.Source) is not null && to.Find(m.Target) is { ValidForCreate: true }).ToList());
        }
        foreach (var (source, target) in documents)
        {
            if (tables.TryGetValue(source, out var from) && tables.TryGetValue(target, out var to)) yield return new TableMap(source, target, Alike(from, to));
        }
    }

    private static List<ColumnMap> Alike(Table from, Table to)
    {
        var maps = new List<ColumnMap>();
        foreach (var column in from.Columns.Values)
        {
            if (filledByThePlatform.Contains(column.LogicalName) || column.BaseOf is not null || column.SourceType != 0) continue;
            if (to.Find(column.LogicalName) is not { ValidForCreate: true, IsPrimaryId: false } same) continue;
            // The key of a document is the lookup to it in the next one.
            if (same.Type == column.Type || (column.IsPrimaryId && same.Type == ColumnType.Lookup)) maps.Add(new ColumnMap(column.LogicalName, same.LogicalName));
        }
        return maps;
    }
}
