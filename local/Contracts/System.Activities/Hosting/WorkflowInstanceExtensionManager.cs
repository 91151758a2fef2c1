using System.Collections.Generic;
using System.Linq;

namespace System.Activities.Hosting;

/// <summary>The services a host offers to activities.</summary>
public class WorkflowInstanceExtensionManager
{
    private readonly List<Func<object>> _providers = [];

    public virtual void Add(object singletonExtension) => _providers.Add(() => singletonExtension);

    /// <summary>A service made anew for each run.</summary>
    public virtual void Add<T>(Func<T> extensionCreationFunction)
        where T : class => _providers.Add(extensionCreationFunction);

    internal IReadOnlyList<object> ForOneRun() => _providers.Select(provide => provide()).ToList();
}
