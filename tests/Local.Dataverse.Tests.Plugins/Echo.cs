using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>The main operation of a custom API that answers each parameter with its value, under the same name.</summary>
public sealed class Echo : IPlugin
{
    public void Execute(System.IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        foreach (var parameter in context.InputParameters) context.OutputParameters[parameter.Key] = parameter.Value;
    }
}
