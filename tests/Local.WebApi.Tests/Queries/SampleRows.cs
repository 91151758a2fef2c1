using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse;
using Local.WebApi.Model;
using Local.WebApi.Queries;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>Five accounts with contacts and tasks: the rows the query tests ask about. It is Wednesday, 18 March 2026, 14:30:15 UTC.</summary>
internal sealed class SampleRows : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 14, 30, 15, TimeSpan.Zero);

    private readonly ServiceModel model;

    public SampleRows(bool filled = true)
    {
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions { Clock = new StoppedClock() });
        model = EdmModelOfSchema.Build(Dataverse.Schema, []);
        Translator = new QueryTranslator(model);
        if (!filled) return;
        Ann = Contact("Ann", "Amsler", "1980-05-17");
        Bea = Contact("Bea", "Brun", null);
        Cai = Contact("Cai", "Cai", "1999-12-31");
        Alpina = Account("Alpina", 1000m, 10, 1, Ann, null, "2026-03-18T08:00:00Z");
        Bergbahn = Account("Bergbahn", 2500.5m, 50, 2, Bea, Alpina, "2026-03-17T23:59:59Z");
        Chaeserei = Account("Chäserei", null, 5, null, null, Alpina, "2026-02-10T00:00:00Z");
        ONeil = Account("O'Neil", 400m, null, 1, Ann, Bergbahn, null);
        Soehne = Account("50% Söhne & Co", 0m, 10, null, Cai, null, "2024-03-18T00:00:00Z");
        Belong(Ann, Alpina);
        Belong(Bea, Bergbahn);
        Belong(Cai, Alpina);
        Task("Call", "account", Alpina, "2026-03-19T09:00:00Z", 30);
        Task("Visit", "account", Alpina, "2026-04-01T09:00:00Z", 120);
        Task("Offer", "account", Bergbahn, null, 60);
        Task("Greet", "contact", Ann, "2026-03-18T23:00:00Z", 5);
    }

    public LocalDataverse Dataverse { get; }

    public QueryTranslator Translator { get; }

    public IOrganizationService Service => Dataverse.AdministratorService;

    public Guid Ann { get; }

    public Guid Bea { get; }

    public Guid Cai { get; }

    public Guid Alpina { get; }

    public Guid Bergbahn { get; }

    public Guid Chaeserei { get; }

    public Guid ONeil { get; }

    public Guid Soehne { get; }

    public RowsPlan Plan(string url, int? pageSize = null) => Translator.Translate(url, new QueryPreferences(pageSize, FormattedValues: true), Service);

    public RowsPage Ask(string url, int? pageSize = null) => Plan(url, pageSize).Read(Service);

    /// <summary>Names of the accounts a filter finds, ordered, without spaces in them.</summary>
    public string Found(string filter) => Names(Ask("accounts?$select=name&$orderby=name&$filter=" + Uri.EscapeDataString(filter)));

    /// <summary>First words of the rows' names, in the order of the answer.</summary>
    public static string Names(RowsPage page, string column = "name") => Names(page.Rows, column);

    public static string Names(IEnumerable<Entity> rows, string column = "name") => string.Join(' ', rows.Select(r => r.GetAttributeValue<string>(column)?.Split(' ')[0] ?? "-"));

    /// <summary>The platform's fault must come.</summary>
    /// <returns>Its message.</returns>
    public string Refused(uint code, string url)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Ask(url));
        Assert.Equal($"0x{code:X8}: {fault.Message}", $"0x{unchecked((uint)fault.Detail.ErrorCode):X8}: {fault.Message}");
        return fault.Message;
    }

    public Guid Account(string name, decimal? revenue, int? employees, int? category, Guid? primary, Guid? parent, string? lastHold) => Service.Create(new Entity("account")
    {
        ["name"] = name,
        ["revenue"] = revenue is { } amount ? new Money(amount) : null,
        ["numberofemployees"] = employees,
        ["accountcategorycode"] = category is { } option ? new OptionSetValue(option) : null,
        ["primarycontactid"] = primary is { } contact ? new EntityReference("contact", contact) : null,
        ["parentaccountid"] = parent is { } account ? new EntityReference("account", account) : null,
        ["lastonholdtime"] = Moment(lastHold),
        ["creditonhold"] = employees == 10,
        ["tickersymbol"] = name[..1],
    });

    public void Dispose() => Dataverse.Dispose();

    private Guid Contact(string first, string last, string? born) =>
        Service.Create(new Entity("contact") { ["firstname"] = first, ["lastname"] = last, ["birthdate"] = Moment(born + (born is null ? "" : "T00:00:00Z")) });

    private void Belong(Guid contact, Guid account) => Service.Update(new Entity("contact", contact) { ["parentcustomerid"] = new EntityReference("account", account) });

    private void Task(string subject, string table, Guid regarding, string? end, int minutes) => Service.Create(new Entity("task")
    {
        ["subject"] = subject,
        ["regardingobjectid"] = new EntityReference(table, regarding),
        ["scheduledend"] = Moment(end),
        ["actualdurationminutes"] = minutes,
    });

    private static DateTime? Moment(string? text) => string.IsNullOrEmpty(text) ? null : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
