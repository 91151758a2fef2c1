using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Text;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Roles;

/// <summary>What each role of the solution may do with each of its tables, tried by somebody who has that role and no other; the page roles.cases.md says it for people.</summary>
/// <remarks>
/// A rule that refuses an empty or a frozen row is no refusal of the role: only the platform's two errors for missing privileges count, and where a rule speaks first the platform is asked for the rights it
/// grants. Guards have tests of their own.
/// </remarks>
public sealed class RoleMatrixTests(PackedSolution solution) : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220), AccessDenied = unchecked((int)0x80048306);
    private const string Page = "tests/Kam.Plugins.Tests/Roles/roles.cases.md";

    // Written by custom APIs with all rights; the privilege to create says who may call these.
    private static readonly string[] Computed = [CrossSellChanceRow.Table, GrowthAnalysisRow.Table, PriceContradictionRow.Table];

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> RolesOfThePage => ["KAM", "KAM Lead", "KAM Pricing Approver", "KAM Controller", "KAM Administrator", "KAM Service"];

    [Theory, MemberData(nameof(RolesOfThePage))]
    public void ARole_DoesWithEachTableWhatThePageSays(string role)
    {
        var member = new Member(crm, role);
        var somebody = new Member(crm, "System Administrator"); // who may own a row of any table
        var found = Tables().ToDictionary(table => table.SchemaName, table => Rights(member, somebody, table), StringComparer.Ordinal);

        var said = Read(role);
        Assert.Equal(said.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("", string.Join("\n", found.Where(one => said[one.Key] != one.Value).Select(one => $"{role} on {one.Key}: the page says '{said[one.Key]}', the role may '{one.Value}'")));
    }

    [Theory, MemberData(nameof(RolesOfThePage))]
    public void WhoeverMayCreateARow_MayHangItOnWhatItNeeds(string role)
    {
        var member = new Member(crm, role);
        var rights = Read(role);
        var missing = new List<string>();
        foreach (var table in Tables().Where(table => !Computed.Contains(table.LogicalName) && rights[table.SchemaName].Contains('c', StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var lookup in table.Columns.Values.Where(column => column.Type is ColumnType.Lookup && column.Required == RequiredLevel.ApplicationRequired && column.LogicalName.StartsWith("kam_", StringComparison.Ordinal)))
            {
                foreach (var target in lookup.Targets)
                {
                    var on = RowOf(crm.Organisation.Schema.Tables[target], member.Id);
                    if (on is not { } id || Try(() => member.Service.Retrieve(target, id, new ColumnSet(false))) is false) continue;
                    if (Try(() => member.Service.Create(new Entity(table.LogicalName) { [lookup.LogicalName] = new EntityReference(target, id) })) is false) missing.Add($"{table.LogicalName}.{lookup.LogicalName} → {target}");
                }
            }
        }
        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    private IEnumerable<Table> Tables() => crm.Organisation.Schema.Tables.Values
        .Where(table => table.SchemaName.StartsWith("kam_", StringComparison.Ordinal) && table is { IsIntersect: false, Ownership: Ownership.User or Ownership.Organization })
        .OrderBy(table => table.SchemaName, StringComparer.Ordinal);

    // Small: rows of one's own; capital: everybody's. A table without owners has capitals only.
    private string Rights(Member member, Member somebody, Table table)
    {
        var rights = new StringBuilder();
        var others = new EntityReference(table.LogicalName, RowOf(table, somebody.Id)!.Value);
        // Nobody is given a row he may not read.
        var own = table.Ownership == Ownership.User && RowOf(table, member.Id) is { } id ? new EntityReference(table.LogicalName, id) : null;
        void Note(char letter, Func<EntityReference, bool> may)
        {
            if (may(others)) rights.Append(char.ToUpperInvariant(letter));
            else if (own is not null && may(own)) rights.Append(letter);
        }

        Note('c', row => MayCreate(member, table, row == own ? member.Id : somebody.Id));
        Note('r', row => May(member, row, AccessRights.ReadAccess, () => member.Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(false))));
        Note('u', row => May(member, row, AccessRights.WriteAccess, () => member.Service.Update(new Entity(row.LogicalName, row.Id) { [table.PrimaryName!] = "Changed" })));
        Note('a', row => Access(member, row).HasFlag(AccessRights.AppendAccess));
        Note('t', row => Access(member, row).HasFlag(AccessRights.AppendToAccess));
        Note('d', row => May(member, row, AccessRights.DeleteAccess, () => member.Service.Delete(row.LogicalName, row.Id)));
        return rights.Length == 0 ? "–" : rights.ToString();
    }

    private bool MayCreate(Member member, Table table, Guid owner)
    {
        var row = new Entity(table.LogicalName);
        if (table.Ownership == Ownership.User) row["ownerid"] = new EntityReference(UserRow.Table, owner);
        return Try(() => member.Service.Create(row)) ?? Depth(member, "prvCreate" + table.SchemaName) >= (owner == member.Id ? PrivilegeDepth.Basic : PrivilegeDepth.Local);
    }

    private bool May(Member member, EntityReference row, AccessRights right, Action act) => Try(act) ?? Access(member, row).HasFlag(right);

    // Null when a rule refuses, before the platform has looked at privileges or after it: then the platform is asked what it would have said.
    private static bool? Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return fault.Detail.ErrorCode is PrivilegeDenied or AccessDenied ? false : null;
        }
    }

    private AccessRights Access(Member member, EntityReference row) =>
        ((RetrievePrincipalAccessResponse)crm.Service.Execute(new RetrievePrincipalAccessRequest { Principal = new EntityReference(UserRow.Table, member.Id), Target = row })).AccessRights;

    private PrivilegeDepth? Depth(Member member, string privilege)
    {
        var query = new QueryExpression("privilege") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, privilege);
        var id = crm.Service.RetrieveMultiple(query).Entities.Single().Id;
        var held = ((RetrieveUserPrivilegesResponse)crm.Service.Execute(new RetrieveUserPrivilegesRequest { UserId = member.Id })).RolePrivileges;
        return held.Where(one => one.PrivilegeId == id).Select(one => (PrivilegeDepth?)one.Depth).FirstOrDefault();
    }

    // A row as an import leaves it, beside every step; null where it takes more to make one.
    private Guid? RowOf(Table table, Guid owner)
    {
        var row = new Entity(table.LogicalName);
        if (table.Ownership == Ownership.User) row["ownerid"] = new EntityReference(UserRow.Table, owner);
        if (table.LogicalName == ProductRow.Table)
        {
            row["name"] = row["productnumber"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            row["productstructure"] = new OptionSetValue((int)ProductProductStructureChoice.ProductFamily);
        }
        try
        {
            return ((CreateResponse)crm.Service.Execute(new CreateRequest { Target = row, ["BypassBusinessLogicExecution"] = "CustomSync,CustomAsync" })).id;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == PrivilegeDenied || !table.LogicalName.StartsWith("kam_", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static Dictionary<string, string> Read(string role)
    {
        var rows = File.ReadAllLines(Repository.File(Page.Split('/'))).Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        // Each dimension has a table of its own, with the same heads.
        var at = Array.IndexOf(rows[0], role);
        return rows.Where(cells => cells[0].StartsWith("kam_", StringComparison.Ordinal)).ToDictionary(cells => cells[0], cells => cells[at], StringComparer.Ordinal);
    }
}
