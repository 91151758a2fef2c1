using System;
using System.Collections.Generic;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Requests;

/// <summary>The URL of a row inside a body: <c>/accounts(…)</c>, <c>accounts(…)</c>, the whole address, or <c>$1</c> in a change set.</summary>
internal sealed class ReferenceUrl(ServiceModel model, string root, IReadOnlyDictionary<string, EntityReference> contentIds)
{
    /// <summary>The row a URL names.</summary>
    /// <exception cref="System.ServiceModel.FaultException">It names none.</exception>
    public EntityReference Read(string url)
    {
        var path = url;
        if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase)) path = path[root.Length..];
        else if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)) path = absolute.AbsolutePath;
        path = path.TrimStart('/');
        if (path.StartsWith("api/data/v", StringComparison.OrdinalIgnoreCase)) path = path[(path.IndexOf('/', "api/data/v".Length) + 1)..];
        var target = ResourcePath.Read(model, path, contentIds);
        return target is { Kind: ResourceKind.Row, Row: { } row }
            ? row
            : throw ODataFaults.Of(ODataFaults.InvalidQuery, $"The URI '{url}' is not a valid reference to a row.");
    }
}
