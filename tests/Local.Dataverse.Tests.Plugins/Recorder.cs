using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Traces everything its context says, one fact a line.</summary>
public sealed class Recorder : ConfiguredPlugin
{
    public Recorder(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var context = call.Context;
        call.Trace.Trace("Configuration={0}/{1}", Configuration, SecureConfiguration);
        call.Trace.Trace("Message={0} of {1}", context.MessageName, context.PrimaryEntityName);
        call.Trace.Trace("Stage={0} Mode={1} Depth={2}", context.Stage, context.Mode, context.Depth);
        call.Trace.Trace("InTransaction={0}", context.IsInTransaction);
        call.Trace.Trace("Row={0}", context.PrimaryEntityId);
        call.Trace.Trace("User={0} Initiating={1}", context.UserId, context.InitiatingUserId);
        call.Trace.Trace("Input={0}", Keys(context.InputParameters.Keys));
        call.Trace.Trace("Output={0}", Keys(context.OutputParameters.Keys));
        call.Trace.Trace("Shared={0}", Keys(context.SharedVariables.Keys));
        call.Trace.Trace("Pre={0}", Images(context.PreEntityImages));
        call.Trace.Trace("Post={0}", Images(context.PostEntityImages));
        call.Trace.Trace("PreOfRows={0} PostOfRows={1}", context.PreEntityImagesCollection.Length, context.PostEntityImagesCollection.Length);
        call.Trace.Trace("Parents={0}", Parents(context.ParentContext));
        call.Trace.Trace("ParentShared={0}", context.ParentContext == null ? "" : Keys(context.ParentContext.SharedVariables.Keys));
        call.Trace.Trace("Extension={0}", context.OwningExtension?.Name);
        call.Trace.Trace("ExtensionTable={0}", context.OwningExtension?.LogicalName);
        call.Trace.Trace("Secondary={0}", context.SecondaryEntityName);
        call.Trace.Trace("Operation={0}", context.OperationId);
        call.Trace.Trace("Correlation={0}", context.CorrelationId);
        call.Trace.Trace("Request={0}", context.RequestId);
        call.Trace.Trace("Unit={0}", context.BusinessUnitId);
        call.Trace.Trace("Organization={0} {1}", context.OrganizationId, context.OrganizationName);
        call.Trace.Trace("Isolation={0}", context.IsolationMode);
        call.Trace.Trace("Types={0}", Keys(context.InputParameters.Select(p => p.Key + ":" + p.Value?.GetType().Name)));
        if (context.SharedVariables.Contains("tag")) call.Trace.Trace("Tag={0}", context.SharedVariables["tag"]);
        if (context.InputParameters.Contains("Target") && context.InputParameters["Target"] is Entity target) call.Trace.Trace("Target={0}", Row(target));
    }

    private static string Keys(IEnumerable<string> keys) => string.Join(",", keys.OrderBy(k => k, System.StringComparer.Ordinal));

    private static string Parents(IPluginExecutionContext parent)
    {
        var names = new List<string>();
        for (; parent != null; parent = parent.ParentContext) names.Add(parent.MessageName);
        return string.Join("<", names);
    }

    private static string Images(EntityImageCollection images) =>
        string.Join(";", images.OrderBy(i => i.Key, System.StringComparer.Ordinal).Select(i => i.Key + "{" + Row(i.Value) + "}"));

    private static string Row(Entity row) => string.Join(
        ",", row.Attributes.Where(a => !(a.Value is System.Guid)).OrderBy(a => a.Key, System.StringComparer.Ordinal).Select(a => a.Key + ":" + Text(a.Value)));

    private static string Text(object value)
    {
        switch (value)
        {
            case OptionSetValue option: return option.Value.ToString(CultureInfo.InvariantCulture);
            case Money money: return money.Value.ToString(CultureInfo.InvariantCulture);
            case EntityReference reference: return reference.LogicalName;
            default: return System.Convert.ToString(value, CultureInfo.InvariantCulture);
        }
    }
}
