using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Before an account is written: its description tells what was seen.</summary>
public sealed class Describe : ConfiguredPlugin
{
    public Describe(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call) => call.Target["description"] = "plugin saw " + call.Target.GetAttributeValue<string>("name");
}

/// <summary>Shares a variable named by its configuration.</summary>
public sealed class Share : ConfiguredPlugin
{
    public Share(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call) => call.Context.SharedVariables[Configuration] = "shared";
}

/// <summary>Creates a contact; its configuration says as whom: "user" or "system".</summary>
public sealed class CreateContact : ConfiguredPlugin
{
    public CreateContact(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var service = Configuration == "system" ? call.System : call.Dataverse;
        service.Create(new Entity("contact") { ["lastname"] = "of " + call.Context.MessageName });
    }
}

/// <summary>Counts an account's numberofemployees up by updating the account: a loop, unless something stops it.</summary>
public sealed class CountUp : ConfiguredPlugin
{
    public CountUp(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var limit = string.IsNullOrEmpty(Configuration) ? int.MaxValue : int.Parse(Configuration, CultureInfo.InvariantCulture);
        var row = call.Dataverse.Retrieve("account", call.Context.PrimaryEntityId, new ColumnSet("numberofemployees"));
        var count = row.GetAttributeValue<int>("numberofemployees") + 1;
        if (count > limit) return;
        call.Dataverse.Update(new Entity("account", row.Id) { ["numberofemployees"] = count });
    }
}

/// <summary>Replaces the condition of a query and the name in its answer.</summary>
public sealed class HideNames : ConfiguredPlugin
{
    public HideNames(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var rows = call.Context.OutputParameters.Contains("BusinessEntityCollection")
            ? ((EntityCollection)call.Context.OutputParameters["BusinessEntityCollection"]).Entities
            : new EntityCollection(new[] { (Entity)call.Context.OutputParameters["BusinessEntity"] }).Entities;
        foreach (var row in rows) row["name"] = "hidden";
    }
}

/// <summary>A custom API: Product = Factor × Other, with a default for Other; also returns what nobody declared.</summary>
public sealed class Multiply : ConfiguredPlugin
{
    public Multiply(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var input = call.Context.InputParameters;
        var factor = (int)input["test_Factor"];
        var other = input.Contains("test_Other") ? (int)input["test_Other"] : 10;
        call.Context.OutputParameters["test_Product"] = factor * other;
        call.Context.OutputParameters["test_Undeclared"] = "dropped";
        call.Trace.Trace("Stage={0} InTransaction={1}", call.Context.Stage, call.Context.IsInTransaction);
        if (factor < 0) throw new InvalidPluginExecutionException("Factor must not be negative.");
    }
}

/// <summary>A custom API bound to accounts: returns the name of its target.</summary>
public sealed class NameOfTarget : ConfiguredPlugin
{
    public NameOfTarget(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var target = (EntityReference)call.Context.InputParameters["Target"];
        var row = call.Dataverse.Retrieve(target.LogicalName, target.Id, new ColumnSet("name"));
        call.Context.OutputParameters["test_Name"] = row.GetAttributeValue<string>("name");
    }
}
