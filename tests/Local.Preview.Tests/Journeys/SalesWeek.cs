using System;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Preview.Tests.Journeys;

/// <summary>
/// The sample with the people of a week: one for each role, the key account manager owning the account whose prices contradict most.
/// </summary>
internal sealed class SalesWeek : IAsyncDisposable
{
    /// <summary>The account the journeys are about.</summary>
    public const string Customer = "Rochat Kunststofftechnik AG";

    private SalesWeek(ServedApp served) => Served = served;

    public ServedApp Served { get; }

    public Guid Account { get; private set; }

    private IOrganizationService Service => Served.Dataverse.AdministratorService;

    public static async Task<SalesWeek> Begin(SampleApp sample)
    {
        var week = new SalesWeek(await sample.Serve());
        PreviewUsers.AddOneForEachRole(week.Served.Dataverse);
        week.Account = week.Find("account", "name", Customer).Id;
        week.Service.Update(new Entity("account", week.Account) { ["ownerid"] = new EntityReference("systemuser", week.User("KAM")) });
        // An account that is handed over takes its scores along only when they are handed over too.
        foreach (var score in week.Of("kam_valuescore", "kam_accountid", week.Account)) week.Service.Update(new Entity("kam_valuescore", score.Id) { ["ownerid"] = new EntityReference("systemuser", week.User("KAM")) });
        if (week.Read("account", week.Account).GetAttributeValue<EntityReference>("kam_portfolioid") is { } portfolio)
            week.Service.Update(new Entity("kam_portfolio", portfolio.Id) { ["ownerid"] = new EntityReference("systemuser", week.User("KAM")) });
        return week;
    }

    /// <summary>Opens the app as the person of a role.</summary>
    /// <param name="browser">In which browser.</param>
    /// <param name="role">Name of the role.</param>
    /// <param name="language">LCID of the person's language.</param>
    public async Task<PreviewPage> As(Browser browser, string role, int language = 1033)
    {
        var user = User(role);
        Service.Update(new Entity("usersettings", user) { ["uilanguageid"] = language, ["localeid"] = language == 1031 ? 2055 : 1033, ["timezonecode"] = 110 });
        var page = await PreviewPage.Open(browser, Served, user: user);
        await page.OpenApp("Key Account Management");
        return page;
    }

    public Guid User(string role) => Find("systemuser", "domainname", $"{role.Replace(' ', '.')}@preview".ToLowerInvariant()).Id;

    public Entity Find(string table, string column, object value) => Of(table, column, value)[0];

    private DataCollection<Entity> Of(string table, string column, object value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), TopCount = 500 };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return Service.RetrieveMultiple(query).Entities;
    }

    public Entity Read(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
