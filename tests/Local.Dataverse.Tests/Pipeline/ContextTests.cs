using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class ContextTests : IDisposable
{
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void Dump()
    {
        foreach (var message in new[] { "Create", "Update", "Delete", "Retrieve", "RetrieveMultiple", "Assign", "SetState", "Associate", "Merge", "CreateMultiple", "UpdateMultiple" })
        {
            foreach (var stage in new[] { 10, 20, 40, 50 })
            {
                using var o = new TestOrganization().Tracing();
                var images = message is "Create" or "CreateMultiple" ? new[] { new ImageOptions("after", 1, "name") } : message is "Update" or "UpdateMultiple" or "Assign" or "SetState" or "Merge" ? [new ImageOptions("before", 0, "name"), new ImageOptions("after", 1, "name")] : message == "Delete" ? [new ImageOptions("before", 0, "name")] : [];
                o.Step("Recorder", message, message == "Associate" ? null : "account", stage == 50 ? 40 : stage, new StepOptions { Images = images, IsAsynchronous = stage == 50 });
                var id = o.Account("Muster AG");
                Send(o, message, id);
                o.Dataverse.RunAsyncJobs();
                foreach (var t in o.Traces().Where(t => t["Message"].StartsWith(message + " ", StringComparison.Ordinal)).TakeLast(1))
                    Console.WriteLine($"{message}|{stage}|{t["Message"]}|{t["Stage"]}|tx {t["InTransaction"]}|row {t["Row"] == id.ToString()} {t["Row"] == Guid.Empty.ToString()}|{t["Types"]}|out {t["Output"]}|pre {t["Pre"]}|post {t["Post"]}|rows {t["PreOfRows"]}|parents {t["Parents"]}|sec {t["Secondary"]}|op {t["Operation"] == Guid.Empty.ToString()}|ext {t["ExtensionTable"]}");
            }
        }
    }

    private static void Send(TestOrganization o, string message, Guid id)
    {
        var account = new EntityReference("account", id);
        switch (message)
        {
            case "Create": break;
            case "Update": o.Service.Update(new Entity("account", id) { ["name"] = "Neu AG" }); break;
            case "Delete": o.Service.Delete("account", id); break;
            case "Retrieve": o.Service.Retrieve("account", id, new ColumnSet("name")); break;
            case "RetrieveMultiple": o.Service.RetrieveMultiple(new QueryExpression("account")); break;
            case "Assign": o.Service.Execute(new AssignRequest { Target = account, Assignee = new EntityReference("systemuser", o.User("Dora")) }); break;
            case "SetState": o.Service.Execute(new SetStateRequest { EntityMoniker = account, State = new OptionSetValue(1), Status = new OptionSetValue(2) }); break;
            case "Associate": o.Service.Associate("account", id, new Relationship("contact_customer_accounts"), [new EntityReference("contact", o.Service.Create(new Entity("contact") { ["lastname"] = "K" }))]); break;
            case "Merge": o.Service.Execute(new MergeRequest { Target = account, SubordinateId = o.Account("Doppelt"), UpdateContent = new Entity("account"), PerformParentingChecks = false }); break;
            case "CreateMultiple": o.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([new Entity("account") { ["name"] = "A" }, new Entity("account") { ["name"] = "B" }]) { EntityName = "account" } }); break;
            case "UpdateMultiple": o.Service.Execute(new UpdateMultipleRequest { Targets = new EntityCollection([new Entity("account", id) { ["name"] = "A" }]) { EntityName = "account" } }); break;
        }
    }
}
