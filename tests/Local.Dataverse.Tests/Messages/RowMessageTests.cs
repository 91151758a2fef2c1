using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class RowMessageTests : IDisposable
{
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AnUntypedRequest_WorksAsTheTypedOneAndAnswersTyped()
    {
        var response = organization.Service.Execute(new OrganizationRequest("Create") { ["Target"] = new Entity("account") { ["name"] = "Muster AG" } });

        var id = Assert.IsType<CreateResponse>(response).id;
        Assert.Equal("Muster AG", organization.Service.Retrieve("account", id, new ColumnSet("name"))["name"]);
    }

    [Fact]
    public void ARequestWithoutTarget_IsRefusedByName()
    {
        var fault = TestOrganization.Refused(() => organization.Service.Execute(new OrganizationRequest("Create")));

        Assert.Equal("Required field 'Target' is missing.", fault.Message);
    }

    [Fact]
    public void CreateMultiple_RunsStepsOfCreateForEachRowAndItsOwnOnce()
    {
        organization.Step("Recorder", "Create", "account", 20, new StepOptions { Configuration = "single" });
        organization.Step("Recorder", "CreateMultiple", "account", 20, new StepOptions { Configuration = "many" });

        var ids = CreateTwo();

        Assert.Equal(["many/", "single/", "single/"], organization.Traces().Select(t => t["Configuration"]));
        Assert.Equal("Targets", organization.Traces()[0]["Input"]);
        Assert.Equal("Create<CreateMultiple", organization.Traces()[1]["Parents"]);
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(2, organization.Rows("account").Count);
    }

    [Fact]
    public void Create_AlsoRunsTheStepsOfCreateMultiple()
    {
        organization.Step("Recorder", "CreateMultiple", "account", 40);

        organization.Account("Muster AG");

        var seen = organization.Traces().Single();
        Assert.Equal("CreateMultiple of account", seen["Message"]);
        Assert.Equal("Targets", seen["Input"]);
        Assert.Equal("Ids", seen["Output"]);
    }

    [Fact]
    public void UpdateMultiple_GivesImagesOfEachRow()
    {
        organization.Step("Recorder", "UpdateMultiple", "account", 40, new StepOptions { Images = [new ImageOptions("both", 2, "name")], FilteringColumns = "name" });
        var targets = new EntityCollection(CreateTwo().Select(id => new Entity("account", id) { ["name"] = "Neu" }).ToList()) { EntityName = "account" };

        organization.Service.Execute(new UpdateMultipleRequest { Targets = targets });

        Assert.Equal("2 PostOfRows=2", organization.Traces().Single()["PreOfRows"]);
        Assert.All(organization.Rows("account"), row => Assert.Equal("Neu", row["name"]));
    }

    [Fact]
    public void CreateMultipleWithOneBadRow_CreatesNone()
    {
        var targets = new EntityCollection([new Entity("account") { ["name"] = "Gut AG" }, new Entity("account") { ["name"] = 5 }]) { EntityName = "account" };

        TestOrganization.Refused(() => organization.Service.Execute(new CreateMultipleRequest { Targets = targets }));

        Assert.Empty(organization.Rows("account"));
    }

    [Fact]
    public void RowsOfTwoTables_CannotBeSentTogether()
    {
        var targets = new EntityCollection([new Entity("account"), new Entity("contact")]) { EntityName = "account" };

        TestOrganization.Refused(() => organization.Service.Execute(new CreateMultipleRequest { Targets = targets }));
    }

    [Fact]
    public void DeleteMultiple_IsRefusedBecauseOnlyElasticTablesHaveIt() => Assert.StartsWith(
        "Not supported here:", TestOrganization.Refused(() => organization.Service.Execute(new OrganizationRequest("DeleteMultiple"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(false, true, "Create")]
    [InlineData(true, false, "Update")]
    public void Upsert_CreatesOrUpdatesByIdAndRunsTheStepsOfThat(bool isThere, bool created, string message)
    {
        organization.Step("Recorder", "Create", "account", 20);
        organization.Step("Recorder", "Update", "account", 20);
        var id = Guid.NewGuid();
        if (isThere) organization.Write(new Entity("account", id) { ["name"] = "Alt AG" });

        var response = (UpsertResponse)organization.Service.Execute(new UpsertRequest { Target = new Entity("account", id) { ["name"] = "Neu AG" } });

        Assert.Equal(created, response.RecordCreated);
        Assert.Equal(id, response.Target.Id);
        Assert.Equal("Neu AG", organization.Rows("account").Single()["name"]);
        Assert.Equal($"{message} of account", organization.Traces().Single()["Message"]);
    }

    [Fact]
    public void UpsertMultiple_AnswersForEachRowInItsPlace()
    {
        var known = organization.Account("Alt AG");
        var targets = new EntityCollection([new Entity("account") { ["name"] = "Neu AG" }, new Entity("account", known) { ["name"] = "Anders AG" }]) { EntityName = "account" };

        var response = (UpsertMultipleResponse)organization.Service.Execute(new UpsertMultipleRequest { Targets = targets });

        Assert.Equal([true, false], response.Results.Select(r => r.RecordCreated));
        Assert.Equal(known, response.Results[1].Target.Id);
        Assert.Equal(["Anders AG", "Neu AG"], organization.Rows("account").Select(r => (string)r["name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DeepInsert_CreatesChildrenWithTheirLookupThroughTheirOwnSteps()
    {
        organization.Step("Recorder", "Create", "contact", 40);
        var account = new Entity("account") { ["name"] = "Muster AG" };
        account.RelatedEntities[new Relationship("contact_customer_accounts")] = new EntityCollection(
            [new Entity("contact") { ["lastname"] = "Meier" }, new Entity("contact") { ["lastname"] = "Keller" }]);

        var id = organization.Service.Create(account);

        Assert.All(organization.Rows("contact"), c => Assert.Equal(id, c.GetAttributeValue<EntityReference>("parentcustomerid").Id));
        Assert.Equal(2, organization.Traces().Count);
    }

    [Fact]
    public void ADeepInsertThatFailsInAChild_CreatesNothing()
    {
        var account = new Entity("account") { ["name"] = "Muster AG" };
        account.RelatedEntities[new Relationship("contact_customer_accounts")] = new EntityCollection([new Entity("contact") { ["lastname"] = 5 }]);

        TestOrganization.Refused(() => organization.Service.Create(account));

        Assert.Empty(organization.Rows("account"));
    }

    [Theory]
    [InlineData("Assign", "ownerid")]
    [InlineData("SetState", "statecode,statuscode")]
    public void AssignAndSetState_RaiseTheirOwnEventAndUpdate(string message, string columns)
    {
        organization.Step("Recorder", message, "account", 20);
        organization.Step("Recorder", "Update", "account", 20);
        var account = new EntityReference("account", organization.Account("Muster AG"));
        var owner = organization.User("Otto");

        organization.Service.Execute(message == "Assign"
            ? new AssignRequest { Target = account, Assignee = new EntityReference("systemuser", owner) }
            : new SetStateRequest { EntityMoniker = account, State = new OptionSetValue(1), Status = new OptionSetValue(2) });

        var seen = organization.Traces();
        Assert.Equal([$"{message} of account", "Update of account"], seen.Select(t => t["Message"]));
        Assert.Equal(columns, string.Join(",", seen[1]["Target"].Split(',').Select(c => c.Split(':')[0])));
        Assert.Contains(message, seen[1]["Parents"], StringComparison.Ordinal);
    }

    [Fact]
    public void ADeletedParent_TakesChildrenAlongThroughTheirOwnDelete()
    {
        organization.Step("Recorder", "Delete", "annotation", 20);
        var account = organization.Account("Muster AG");
        organization.Service.Create(new Entity("annotation") { ["subject"] = "Notiz", ["objectid"] = new EntityReference("account", account) });

        organization.Service.Delete("account", account);

        Assert.Equal("Delete of annotation", organization.Traces().Single()["Message"]);
        Assert.Empty(organization.Rows("annotation"));
    }

    [Fact]
    public void AnUpdateForAnOldVersion_IsRefusedWhenAsked()
    {
        var id = organization.Account("Muster AG");
        var old = organization.Service.Retrieve("account", id, new ColumnSet("name"));
        organization.Service.Update(new Entity("account", id) { ["name"] = "Neu AG" });
        old["name"] = "Zu spät AG";

        var fault = TestOrganization.Refused(() => organization.Service.Execute(
            new UpdateRequest { Target = old, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches }));

        Assert.Equal(unchecked((int)0x80060882), fault.ErrorCode);
        Assert.Equal("Neu AG", organization.Rows("account").Single()["name"]);
    }

    private Guid[] CreateTwo() => ((CreateMultipleResponse)organization.Service.Execute(new CreateMultipleRequest
    {
        Targets = new EntityCollection(new List<Entity> { new("account") { ["name"] = "Eins AG" }, new("account") { ["name"] = "Zwei AG" } }) { EntityName = "account" },
    })).Ids;
}
