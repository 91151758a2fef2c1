using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.Reliability.Writer;

/// <summary>
/// What the writer does, request by request: the n-th request is the same whoever sends it, so that whoever knows how many were acknowledged
/// knows what must be in the file.
/// </summary>
/// <remarks>
/// A family is an account with three contacts; a synchronous plug-in describes the account, another creates a fourth contact, one counts all contacts in the ledger, and an
/// asynchronous step queues a job. Vaults pass money on to each other; their sum never changes.
/// </remarks>
internal static class Script
{
    public const int Vaults = 8, Children = 3, Kinds = 5;
    public const decimal MoneyInAVault = 1000m;

    /// <summary>Families older than this many requests are deleted, so that the file stays small.</summary>
    public const int Lifetime = 60;

    /// <summary>The account that counts every contact ever created.</summary>
    public static readonly Guid Ledger = Id("ledger", 0);

    public static Guid VaultId(int vault) => Id("vault", vault);

    public static Guid FamilyId(int request) => Id("family", request);

    public static Guid ChildId(int request, int child) => Id("child" + child.ToString(CultureInfo.InvariantCulture), request);

    /// <summary>Sets the organisation up: ledger, vaults and plug-ins.</summary>
    public static void SetUp(Dataverse.LocalDataverse dataverse)
    {
        var service = dataverse.AdministratorService;
        service.Create(new Entity("account", Ledger) { ["name"] = "Ledger", ["numberofemployees"] = 0 });
        for (var vault = 0; vault < Vaults; vault++) service.Create(new Entity("account", VaultId(vault)) { ["name"] = "Vault", ["revenue"] = new Money(MoneyInAVault) });
        var steps = new Registrations(dataverse);
        steps.Step("Describe", "Create", "account", Registrations.PreOperation);
        steps.Step("CreateContact", "Create", "account", Registrations.PostOperation);
        steps.Step("Tally", "Create", "contact", Registrations.PostOperation, Ledger.ToString());
        steps.Step("DoNothing", "Create", "account", Registrations.PostOperation, isAsynchronous: true);
    }

    /// <summary>Vaults and amount of a transfer.</summary>
    public static (int From, int To, decimal Amount) Transfer(int request) =>
        (request % Vaults, (request / Vaults + 1 + request) % Vaults is var to && to == request % Vaults ? (to + 1) % Vaults : to, 1 + request % 7);

    /// <summary>The n-th request, from 0. It may depend on what is stored, never on anything else.</summary>
    public static OrganizationRequest Request(int request, Func<Guid, decimal> moneyOf)
    {
        switch (request % Kinds)
        {
            case 0:
                var together = new ExecuteTransactionRequest { Requests = [new CreateRequest { Target = Family(request) }] };
                for (var child = 0; child < Children; child++) together.Requests.Add(new CreateRequest { Target = Child(request, child) });
                return together;
            case 1:
                var (from, to, amount) = Transfer(request);
                return new ExecuteTransactionRequest { Requests = [Pay(from, -amount, moneyOf), Pay(to, amount, moneyOf)] };
            case 2:
                var renamed = Enumerable.Range(0, Children).Select(c => new Entity("contact", ChildId(request - 2, c)) { ["firstname"] = Text(request) });
                return new UpdateMultipleRequest { Targets = new EntityCollection([.. renamed]) { EntityName = "contact" } };
            case 3:
                return new CreateRequest { Target = Family(request) };
            default:
                var old = request - Lifetime;
                // Both families go with their contacts; before there are any, the ledger gets a text.
                if (old < 0) return new UpdateRequest { Target = new Entity("account", Ledger) { ["websiteurl"] = Text(request) } };
                return new ExecuteTransactionRequest
                {
                    Requests = [new DeleteRequest { Target = new EntityReference("account", FamilyId(old - 4)) }, new DeleteRequest { Target = new EntityReference("account", FamilyId(old - 1)) }],
                };
        }
    }

    public static string Text(int request) => "request " + request.ToString(CultureInfo.InvariantCulture);

    private static Entity Family(int request) => new("account", FamilyId(request)) { ["name"] = Text(request) };

    private static Entity Child(int request, int child) => new("contact", ChildId(request, child))
    {
        ["lastname"] = Text(request),
        ["parentcustomerid"] = new EntityReference("account", FamilyId(request)),
    };

    private static UpdateRequest Pay(int vault, decimal amount, Func<Guid, decimal> moneyOf) => new()
    {
        Target = new Entity("account", VaultId(vault)) { ["revenue"] = new Money(moneyOf(VaultId(vault)) + amount) },
    };

    // The kind in the first bytes, the number in the last.
    private static Guid Id(string kind, int number)
    {
        var text = Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(kind.PadRight(8, '-')))[..16];
        return Guid.ParseExact(text + number.ToString("x16", CultureInfo.InvariantCulture), "N");
    }
}
