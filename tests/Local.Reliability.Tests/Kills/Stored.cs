using System;
using System.Collections.Generic;
using System.Linq;
using Local.Reliability.Writer;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Reliability.Tests.Kills;

/// <summary>What is in the file, in the words of <see cref="Model"/>.</summary>
internal static class Stored
{
    public static string Describe(Dataverse.LocalDataverse dataverse)
    {
        var service = dataverse.AdministratorService;
        var accounts = All(service, "account", "name", "description", "revenue", "numberofemployees", "websiteurl").ToDictionary(a => a.Id);
        var contacts = All(service, "contact", "lastname", "firstname", "parentcustomerid");
        var ledger = accounts[Script.Ledger];
        var lines = new List<string>
        {
            $"ledger {ledger.GetAttributeValue<int>("numberofemployees")} {ledger.GetAttributeValue<string>("websiteurl")}",
            $"jobs {All(service, "asyncoperation", "name").Count}",
            $"contacts of the plug-in {contacts.Count(c => c.GetAttributeValue<string>("lastname") == "of Create")}",
        };
        for (var vault = 0; vault < Script.Vaults; vault++) lines.Add($"vault {vault} {accounts[Script.VaultId(vault)].GetAttributeValue<Money>("revenue").Value:0.00}");
        var children = contacts.Where(c => c.Contains("parentcustomerid")).ToLookup(c => c.GetAttributeValue<EntityReference>("parentcustomerid").Id);
        var families = accounts.Values.Where(a => a.GetAttributeValue<string>("name").StartsWith("request ", StringComparison.Ordinal));
        foreach (var family in families.OrderBy(f => NumberOf(f.Id)))
        {
            var request = NumberOf(family.Id);
            lines.Add($"family {request} {family.GetAttributeValue<string>("description")}");
            // A child is told by its id, so that one too many, too few or in the wrong family shows.
            lines.AddRange(children[family.Id].OrderBy(c => c.Id.ToString(), StringComparer.Ordinal).Select(c => $"child {NumberOf(c.Id)} {ChildOf(c.Id)} {c.GetAttributeValue<string>("firstname")}"));
        }
        return string.Join(Environment.NewLine, lines);
    }

    private static int NumberOf(Guid id) => Convert.ToInt32(id.ToString("N")[16..], 16);

    private static int ChildOf(Guid id) => Enumerable.Range(0, Script.Children).FirstOrDefault(c => Script.ChildId(NumberOf(id), c) == id, -1);

    private static List<Entity> All(IOrganizationService service, string table, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        var rows = new List<Entity>();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
