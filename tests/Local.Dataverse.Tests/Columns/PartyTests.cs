using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Who takes part in activities: lists on the activity, rows of activityparty beneath.</summary>
public sealed class PartyTests
{
    [Fact]
    public void TheListsOfAnEmail_AreReadWithNamesByIdAndByQuery()
    {
        using var shop = new Workshop();
        Guid account = shop.Account(("name", "Muster AG")), email = Email(shop, account, out _);
        var byId = shop.Service.Retrieve("email", email, new ColumnSet("to", "cc"));
        var byQuery = shop.Service.RetrieveMultiple(new QueryExpression("email") { ColumnSet = new ColumnSet("subject", "to") }).Entities.Single();

        foreach (var row in new[] { byId, byQuery })
        {
            var party = row.GetAttributeValue<EntityCollection>("to").Entities.Single();
            var reference = party.GetAttributeValue<EntityReference>("partyid");
            Assert.Equal(("account", account, "Muster AG", 2), (reference.LogicalName, reference.Id, reference.Name, party.GetAttributeValue<OptionSetValue>("participationtypemask").Value));
        }
        Assert.Empty(byId.GetAttributeValue<EntityCollection>("cc").Entities);
    }

    [Fact]
    public void OwnerAndRegarding_ArePartiesToo()
    {
        using var shop = new Workshop();
        Guid account = shop.Account(("name", "A")), email = Email(shop, account, out var contact);
        Assert.Equal([(2, account), (8, contact), (9, shop.Dataverse.AdministratorId)], Parties(shop, email));

        shop.Service.Update(new Entity("email", email) { ["regardingobjectid"] = null, ["to"] = new EntityCollection() });
        Assert.Equal([(9, shop.Dataverse.AdministratorId)], Parties(shop, email));
    }

    [Fact]
    public void ActivitiesOfAParty_AreFoundThroughALink()
    {
        using var shop = new Workshop();
        Guid account = shop.Account(("name", "A")), other = shop.Account(("name", "B"));
        Email(shop, account, out _);
        Email(shop, other, out _);
        var query = new QueryExpression("activitypointer") { ColumnSet = new ColumnSet("subject") };
        query.AddLink("activityparty", "activityid", "activityid").LinkCriteria.AddCondition("partyid", ConditionOperator.Equal, account);

        Assert.Single(shop.Service.RetrieveMultiple(query).Entities);
    }

    [Fact]
    public void AnAppointment_HasItsAttendees()
    {
        using var shop = new Workshop();
        Guid one = shop.Account(("name", "A")), two = shop.Account(("name", "B"));
        var appointment = shop.Create("appointment", ("subject", "Visit"), ("scheduledstart", new DateTime(2026, 3, 18)), ("scheduledend", new DateTime(2026, 3, 19)), ("requiredattendees", List(one, two)));

        Assert.Equal([one, two], shop.Read<EntityCollection>("appointment", appointment, "requiredattendees").Entities.Select(p => p.GetAttributeValue<EntityReference>("partyid").Id));
    }

    private static Guid Email(Workshop shop, Guid to, out Guid regarding)
    {
        regarding = shop.Create("contact", ("lastname", "Meier"));
        return shop.Create("email", ("subject", "Offer"), ("to", List(to)), ("regardingobjectid", new EntityReference("contact", regarding)));
    }

    private static EntityCollection List(params Guid[] accounts) => new(accounts.Select(a => new Entity("activityparty") { ["partyid"] = new EntityReference("account", a) }).ToList());

    private static (int Mask, Guid Party)[] Parties(Workshop shop, Guid activity)
    {
        var query = new QueryExpression("activityparty") { ColumnSet = new ColumnSet("partyid", "participationtypemask") };
        query.Criteria.AddCondition("activityid", ConditionOperator.Equal, activity);
        return shop.Service.RetrieveMultiple(query).Entities
            .Select(p => (p.GetAttributeValue<OptionSetValue>("participationtypemask").Value, p.GetAttributeValue<EntityReference>("partyid").Id)).OrderBy(p => p.Value).ToArray();
    }
}
