using System;
using System.ServiceModel;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

/// <summary>An organisation in memory over the made-up schema: one business unit, one administrator, francs and euros at 0.8.</summary>
internal sealed class Club : IDisposable
{
    public static readonly Guid BusinessUnit = new("00000000-0000-0000-0000-0000000000b1");
    public static readonly Guid Administrator = new("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Francs = new("00000000-0000-0000-0000-0000000000c1");
    public static readonly Guid Euros = new("00000000-0000-0000-0000-0000000000c2");
    public static readonly DateTime Now = new(2026, 3, 18, 14, 30, 15, DateTimeKind.Utc); // a Wednesday

    public Club(string? path = null, DataverseSchema? schema = null, bool filled = true)
    {
        Schema = schema ?? MadeUpSchema.Build();
        Store = new Store(path);
        Store.Apply(Schema);
        Operations = new CoreOperations(Store, new OrganizationFacts { OrganizationId = Guid.NewGuid(), RootBusinessUnitId = BusinessUnit, BaseCurrencyId = Francs });
        if (!filled) return;
        Create(new Entity("businessunit", BusinessUnit) { ["name"] = "Root" });
        Create(new Entity("systemuser", Administrator) { ["firstname"] = "Ada", ["lastname"] = "Min", ["businessunitid"] = new EntityReference("businessunit", BusinessUnit) });
        Create(new Entity("transactioncurrency", Francs) { ["currencyname"] = "Franc", ["isocurrencycode"] = "CHF", ["currencysymbol"] = "CHF", ["currencyprecision"] = 2, ["exchangerate"] = 1m });
        Create(new Entity("transactioncurrency", Euros) { ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€", ["currencyprecision"] = 2, ["exchangerate"] = 0.8m });
    }

    public DataverseSchema Schema { get; }

    public Store Store { get; }

    public CoreOperations Operations { get; }

    public RequestContext As(Guid? user = null, Guid? initiating = null, DateTime? at = null, int language = 1033, bool byPlatform = false, UserCalendar? calendar = null) => new()
    {
        UserId = user ?? Administrator,
        InitiatingUserId = initiating ?? user ?? Administrator,
        UtcNow = at ?? Now,
        Schema = Schema,
        LanguageCode = language,
        ByPlatform = byPlatform,
        Calendar = calendar ?? UserCalendar.Utc,
    };

    public Guid Create(Entity row) => Operations.Create(As(), row);

    public void Update(Entity row) => Operations.Update(As(), row);

    public void Delete(string table, Guid id) => Operations.Delete(As(), new EntityReference(table, id));

    public Entity Read(string table, Guid id, params string[] columns) =>
        Operations.Retrieve(As(), new EntityReference(table, id), columns.Length == 0 ? new ColumnSet(true) : new ColumnSet(columns));

    /// <summary>A fault with the code must come; its message is returned.</summary>
    public static string Refused(uint code, Action action)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(action);
        Assert.Equal($"0x{code:X8}: {fault.Message}", $"0x{unchecked((uint)fault.Detail.ErrorCode):X8}: {fault.Message}");
        return fault.Message;
    }

    public static Entity Member(string name, Guid id = default)
    {
        var row = new Entity("member", id) { ["name"] = name };
        return row;
    }

    public void Dispose() => Store.Dispose();
}
