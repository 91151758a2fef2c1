using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

/// <summary>What a step's context holds, message by message and stage by stage ("Understand the execution context").</summary>
public sealed class ContextTests : IDisposable
{
    private const string Nothing = "", Before = "before{name:Muster AG}", After = "after{name:Muster AG}", Changed = "after{name:Neu AG}";
    private const int Asynchronous = 50;

    private readonly TestOrganization organization = new TestOrganization().Tracing();
    private readonly Guid requestId = Guid.NewGuid();

    public void Dispose() => organization.Dispose();

    /// <summary>One line for each message; every line is asked at each of the four places a step can stand.</summary>
    /// <remarks>Input with types, output after the main operation, images, whether the row is known before the main operation (null: it is about several), whether pre-validation has a context of its own.</remarks>
    private static readonly ContextOf[] messages =
    [
        new("Create", "Target:Entity", "id", Nothing, After, RowKnown: false, TwoContexts: true),
        new("Update", "Target:Entity", Nothing, Before, Changed, RowKnown: true, TwoContexts: true),
        new("Delete", "Target:EntityReference", Nothing, Before, Nothing, RowKnown: true, TwoContexts: true),
        new("Retrieve", "ColumnSet:ColumnSet,Target:EntityReference", "BusinessEntity", Nothing, Nothing, RowKnown: true, TwoContexts: false),
        new("RetrieveMultiple", "Query:QueryExpression", "BusinessEntityCollection", Nothing, Nothing, RowKnown: null, TwoContexts: false),
        new("Assign", "Assignee:EntityReference,Target:EntityReference", Nothing, Before, After, RowKnown: true, TwoContexts: false),
        new("SetState", "EntityMoniker:EntityReference,State:OptionSetValue,Status:OptionSetValue", Nothing, Before, After, RowKnown: true, TwoContexts: false),
        new("Associate", "RelatedEntities:EntityReferenceCollection,Relationship:Relationship,Target:EntityReference", Nothing, Nothing, Nothing, RowKnown: true, TwoContexts: false),
        new("Disassociate", "RelatedEntities:EntityReferenceCollection,Relationship:Relationship,Target:EntityReference", Nothing, Nothing, Nothing, RowKnown: true, TwoContexts: false),
        new("Merge", "PerformParentingChecks:Boolean,SubordinateId:Guid,Target:EntityReference,UpdateContent:Entity", Nothing, Before, After, RowKnown: true, TwoContexts: false),
        new("CreateMultiple", "Targets:EntityCollection", "Ids", Nothing, Nothing, RowKnown: null, TwoContexts: true),
        new("UpdateMultiple", "Targets:EntityCollection", Nothing, Nothing, Nothing, RowKnown: null, TwoContexts: true),
    ];

    public static TheoryData<string, int> Places => [.. messages.SelectMany(m => new[] { 10, 20, 40, Asynchronous }, (m, stage) => (m.Message, stage))];

    [Theory, MemberData(nameof(Places))]
    public void AStep_IsToldWhatThePlatformTellsItThere(string message, int stage)
    {
        var expected = messages.Single(m => m.Message == message);
        var isAsynchronous = stage == Asynchronous;
        var isAfter = stage >= 40;
        var step = organization.Step("Recorder", message, message is "Associate" or "Disassociate" ? null : "account", isAsynchronous ? 40 : stage, new StepOptions
        {
            IsAsynchronous = isAsynchronous,
            Images = Images(expected),
        });

        var row = Send(message);
        organization.Dataverse.RunAsyncJobs();

        var seen = Assert.Single(organization.Traces(), t => t["Message"] == $"{message} of account");
        Assert.Equal($"{(isAsynchronous ? 40 : stage)} Mode={(isAsynchronous ? 1 : 0)} Depth=1", seen["Stage"]);
        Assert.Equal((stage is 20 or 40).ToString(), seen["InTransaction"]);
        Assert.Equal(expected.Input, seen["Types"]);
        Assert.Equal(isAfter ? expected.Output : Nothing, seen["Output"]);
        Assert.Equal(expected.PreImage, seen["Pre"]);
        Assert.Equal(isAfter ? expected.PostImage : Nothing, seen["Post"]);
        Assert.Equal(IsRowKnown(expected, isAfter) ? row : Guid.Empty, Guid.Parse(seen["Row"]));
        Assert.Equal(expected.TwoContexts && stage != 10 ? message : Nothing, seen["Parents"]);
        Assert.Equal("none", seen["Secondary"]);
        Assert.Equal($"{organization.Dataverse.AdministratorId} Initiating={organization.Dataverse.AdministratorId}", seen["User"]);
        Assert.Equal(organization.Dataverse.RootBusinessUnitId, Guid.Parse(seen["Unit"]));
        Assert.StartsWith(organization.Dataverse.OrganizationId.ToString(), seen["Organization"], StringComparison.Ordinal);
        Assert.Equal("2", seen["Isolation"]);
        Assert.Equal("sdkmessageprocessingstep", seen["ExtensionTable"]);
        Assert.Equal(organization.Rows("sdkmessageprocessingstep", "sdkmessageprocessingstepid", step).Single()["name"], seen["Extension"]);
        Assert.Equal(requestId, Guid.Parse(seen["Request"]));
        Assert.NotEqual(Guid.Empty, Guid.Parse(seen["Correlation"]));
        Assert.Equal(isAsynchronous ? organization.Rows("asyncoperation").Single().Id : Guid.Empty, Guid.Parse(seen["Operation"]));
        Assert.Equal("sent along", seen["Tag"]);
    }

    [Theory]
    [InlineData("QueryExpression")]
    [InlineData("FetchExpression")]
    [InlineData("QueryByAttribute")]
    public void AQuery_IsGivenToStepsAsItWasSent(string type)
    {
        organization.Step("Recorder", "RetrieveMultiple", "account", 20);
        QueryBase query = type switch
        {
            "QueryExpression" => new QueryExpression("account"),
            "FetchExpression" => new FetchExpression("<fetch><entity name='account'/></fetch>"),
            _ => new QueryByAttribute("account") { ColumnSet = new ColumnSet("name"), Attributes = { "name" }, Values = { "Muster AG" } },
        };

        organization.Service.RetrieveMultiple(query);

        Assert.Equal($"Query:{type}", Assert.Single(organization.Traces())["Types"]);
    }

    // message sent | the updates steps see, with what they are asked to change and what is above them
    [Theory]
    [InlineData("Assign", "ownerid:systemuser (Update<Assign)")]
    [InlineData("SetState", "statecode:1,statuscode:2 (Update<SetState)")]
    public void OlderMessages_RaiseAnUpdateBelowThem(string message, string expected)
    {
        organization.Step("Recorder", "Update", "account", 40);

        Send(message);

        Assert.Contains(expected, organization.Traces().Select(t => $"{t["Target"]} ({t["Parents"]})"));
    }

    [Theory]
    [InlineData(true, "Update")]
    [InlineData(false, "Create")]
    public void AnUpsert_RaisesTheMessageItComesDownTo(bool exists, string message)
    {
        var id = exists ? organization.Account("Muster AG") : Guid.NewGuid();
        organization.Step("Recorder", "Create", "account", 40);
        organization.Step("Recorder", "Update", "account", 40);

        organization.Service.Execute(new UpsertRequest { Target = new Entity("account", id) { ["name"] = "Neu AG" } });

        Assert.Equal($"{message} of account", Assert.Single(organization.Traces())["Message"]);
    }

    [Fact]
    public void ACascadingDelete_RaisesADeleteOfEachRowBelowTheFirst()
    {
        var account = new EntityReference("account", organization.Account("Muster AG"));
        organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller", ["parentcustomerid"] = account });
        organization.Step("Recorder", "Delete", "contact", 40);

        organization.Service.Delete("account", account.Id);

        var seen = Assert.Single(organization.Traces());
        Assert.Equal("Delete<Delete", seen["Parents"]);
        Assert.Equal("40 Mode=0 Depth=1", seen["Stage"]);
    }

    // message sent, message the step is on | how often it runs
    [Theory]
    [InlineData("CreateMultiple", "Create", 2)]
    [InlineData("CreateMultiple", "CreateMultiple", 1)]
    [InlineData("Create", "CreateMultiple", 1)]
    [InlineData("UpdateMultiple", "Update", 1)]
    [InlineData("Update", "UpdateMultiple", 1)]
    public void SingleAndMultipleMessages_RaiseEachOther(string sent, string registered, int runs)
    {
        organization.Account("Da schon");
        var id = sent.StartsWith("Update", StringComparison.Ordinal) ? organization.Account("Muster AG") : Guid.Empty;
        organization.Step("Recorder", registered, "account", 40);

        Send(sent, id);

        Assert.Equal(runs, organization.Traces().Count);
    }

    [Fact]
    public void AllStepsOfOneRequest_ShareItsCorrelation()
    {
        organization.Step("CreateContact", "Create", "account", 40);
        organization.Step("Recorder", "Create", "account", 40);
        organization.Step("Recorder", "Create", "contact", 40, new StepOptions { IsAsynchronous = true });

        organization.Account("Muster AG");
        organization.Dataverse.RunAsyncJobs();

        var seen = organization.Traces().Where(t => t.ContainsKey("Correlation")).ToList();
        Assert.Equal(2, seen.Count);
        Assert.Single(seen.Select(t => t["Correlation"]).Distinct());
    }

    private Guid Send(string message, Guid existing = default)
    {
        var id = existing != Guid.Empty || message.StartsWith("Create", StringComparison.Ordinal) ? existing : organization.Account("Muster AG");
        var account = new EntityReference("account", id);
        var response = organization.Service.Execute(Request(message, account));
        return response is CreateResponse created ? created.id : id;
    }

    private OrganizationRequest Request(string message, EntityReference account)
    {
        OrganizationRequest request = message switch
        {
            "Create" => new CreateRequest { Target = new Entity("account") { ["name"] = "Muster AG" } },
            "Update" => new UpdateRequest { Target = new Entity("account", account.Id) { ["name"] = "Neu AG" } },
            "Delete" => new DeleteRequest { Target = account },
            "Retrieve" => new RetrieveRequest { Target = account, ColumnSet = new ColumnSet("name") },
            "RetrieveMultiple" => new RetrieveMultipleRequest { Query = new QueryExpression("account") },
            "Assign" => new AssignRequest { Target = account, Assignee = new EntityReference("systemuser", organization.User("Dora")) },
            "SetState" => new SetStateRequest { EntityMoniker = account, State = new OptionSetValue(1), Status = new OptionSetValue(2) },
            "Associate" => new AssociateRequest { Target = account, Relationship = new Relationship("contact_customer_accounts"), RelatedEntities = [Contact()] },
            "Disassociate" => new DisassociateRequest { Target = account, Relationship = new Relationship("contact_customer_accounts"), RelatedEntities = [Contact()] },
            "Merge" => new MergeRequest { Target = account, SubordinateId = organization.Account("Doppelt"), UpdateContent = new Entity("account"), PerformParentingChecks = false },
            "CreateMultiple" => new CreateMultipleRequest { Targets = Rows(new Entity("account") { ["name"] = "Eins AG" }, new Entity("account") { ["name"] = "Zwei AG" }) },
            _ => new UpdateMultipleRequest { Targets = Rows(new Entity("account", account.Id) { ["name"] = "Neu AG" }) },
        };
        request.RequestId = requestId;
        request["tag"] = "sent along";
        return request;
    }

    private EntityReference Contact() => new("contact", organization.Service.Create(new Entity("contact") { ["lastname"] = "Keller" }));

    private static EntityCollection Rows(params Entity[] rows) => new(rows) { EntityName = "account" };

    // Of a message about several rows it never is; of a Create once there is one.
    private static bool IsRowKnown(ContextOf expected, bool isAfter) => expected.RowKnown is { } beforehand && (beforehand || isAfter);

    private static ImageOptions[] Images(ContextOf expected)
    {
        var before = new ImageOptions("before", 0, "name");
        var after = new ImageOptions("after", 1, "name");
        return (expected.PreImage.Length > 0, expected.PostImage.Length > 0) switch
        {
            (true, true) => [before, after],
            (true, false) => [before],
            (false, true) => [after],
            _ => [],
        };
    }

    private sealed record ContextOf(string Message, string Input, string Output, string PreImage, string PostImage, bool? RowKnown, bool TwoContexts);
}
