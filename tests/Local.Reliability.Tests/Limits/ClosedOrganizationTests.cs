using System;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Limits;

public sealed class ClosedOrganizationTests
{
    [Fact]
    public void ARequestAfterTheOrganisationWasClosed_FailsAndDoesNoHarm()
    {
        var dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
        var id = dataverse.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" });
        dataverse.AdministratorService.Retrieve("account", id, new ColumnSet("name"));
        dataverse.Dispose();
        dataverse.Dispose();
        Assert.ThrowsAny<Exception>(() => dataverse.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" }));
        Assert.ThrowsAny<Exception>(() => dataverse.AdministratorService.Retrieve("account", id, new ColumnSet("name")));
        Assert.ThrowsAny<Exception>(() => dataverse.AdministratorService.RetrieveMultiple(new QueryExpression("account")));
    }
}
