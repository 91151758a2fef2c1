using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>While one table is read, gives every row of another to whoever calls: what another client writes between somebody's read and write. Its configuration names both: "read, written".</summary>
public sealed class WriteMeanwhile : ConfiguredPlugin
{
    public WriteMeanwhile(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var tables = Configuration.Split(new[] { ", " }, System.StringSplitOptions.None);
        if (call.Context.PrimaryEntityName != tables[0]) return;
        foreach (var row in call.System.RetrieveMultiple(new QueryExpression(tables[1]) { ColumnSet = new ColumnSet("ownerid") }).Entities)
            call.System.Update(new Entity(tables[1], row.Id) { ["ownerid"] = new EntityReference("systemuser", call.Context.InitiatingUserId) });
    }
}
