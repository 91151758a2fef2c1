using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>The business units of the organisation, read once and kept until one changes.</summary>
internal sealed class BusinessUnitTree
{
    private readonly Dictionary<Guid, List<Guid>> children = [];

    public static BusinessUnitTree Read(Store store)
    {
        var tree = new BusinessUnitTree();
        var statement = store.Prepare("SELECT \"businessunitid\", \"parentbusinessunitid\" FROM \"businessunit\" WHERE \"parentbusinessunitid\" IS NOT NULL");
        while (statement.Step()) tree.Add(statement.Guid(0), statement.Guid(1));
        return tree;
    }

    public void Add(Guid unit, Guid parent)
    {
        if (!children.TryGetValue(parent, out var list)) children[parent] = list = [];
        list.Add(unit);
    }

    /// <summary>A unit and all below it.</summary>
    public HashSet<Guid> Below(Guid unit)
    {
        var found = new HashSet<Guid> { unit };
        var open = new Stack<Guid>(found);
        while (open.TryPop(out var next))
        {
            if (!children.TryGetValue(next, out var below)) continue;
            foreach (var child in below)
            {
                if (found.Add(child)) open.Push(child);
            }
        }
        return found;
    }
}
