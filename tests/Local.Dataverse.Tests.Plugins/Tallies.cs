using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Adds one to numberofemployees of the account its configuration names: reads it, then writes it, as a plug-in counts.</summary>
public sealed class Tally : ConfiguredPlugin
{
    public Tally(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var id = Guid.Parse(Configuration);
        var count = call.System.Retrieve("account", id, new ColumnSet("numberofemployees")).GetAttributeValue<int>("numberofemployees");
        call.System.Update(new Entity("account", id) { ["numberofemployees"] = count + 1 });
    }
}
