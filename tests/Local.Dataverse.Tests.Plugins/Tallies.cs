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

/// <summary>
/// On a new contact: its account's numberofemployees becomes 31 times itself plus the contact's numberofchildren, and the contact's description
/// tells what it was before. The result shows in which order the contacts came.
/// </summary>
public sealed class Chain : ConfiguredPlugin
{
    public Chain(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        const int largest = 999983;
        var id = call.Target.GetAttributeValue<EntityReference>("parentcustomerid").Id;
        var before = call.System.Retrieve("account", id, new ColumnSet("numberofemployees")).GetAttributeValue<int>("numberofemployees");
        var after = (int)(((long)before * 31 + call.Target.GetAttributeValue<int>("numberofchildren")) % largest);
        call.System.Update(new Entity("account", id) { ["numberofemployees"] = after });
        call.Target["description"] = before.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
