using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Does nothing: what it costs is what any step costs.</summary>
public sealed class DoNothing : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}
