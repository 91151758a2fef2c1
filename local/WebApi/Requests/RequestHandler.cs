using System;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Definitions;
using Local.WebApi.Operations;

namespace Local.WebApi.Requests;

/// <summary>Says which method on which resource does what.</summary>
internal static class RequestHandler
{
    /// <summary>Answers one request. What is refused is thrown as the platform's fault.</summary>
    public static ApiResponse Answer(RequestScope scope)
    {
        if (DefinitionReads.Takes(scope.Request.Url)) return DefinitionReads.Answer(scope);
        var path = PathOf(scope);
        if (scope.Request.Method == "GET") return Read(scope, path);
        if (FileTransfers.Takes(scope, path)) return new FileTransfers(scope).Upload(path.Row!, path.Column!);
        return Prepare(scope, path).Run(scope.Service);
    }

    /// <summary>Prepares a write, to run it with others in one transaction.</summary>
    public static PreparedWrite Prepare(RequestScope scope)
    {
        if (scope.Request.Method == "GET") throw ODataFaults.Of(ODataFaults.InvalidQuery, "A change set cannot contain GET requests.");
        return Prepare(scope, PathOf(scope));
    }

    private static ResourcePath PathOf(RequestScope scope) => ResourcePath.Read(scope.Model, scope.Request.Path, scope.ContentIds);

    private static ApiResponse Read(RequestScope scope, ResourcePath path)
    {
        switch (path.Kind)
        {
            case ResourceKind.ServiceDocument: return Documents.Service(scope);
            case ResourceKind.Metadata: return Documents.Metadata(scope);
            case ResourceKind.Property when path.Column!.Type == ColumnType.File: return new FileTransfers(scope).Download(path.Row!, path.Column, bare: false);
            case ResourceKind.PropertyValue when FileTransfers.IsFile(path.Column!): return new FileTransfers(scope).Download(path.Row!, path.Column!, bare: true);
            case ResourceKind.Property: return new RowReads(scope).Property(path.Table!, path.Row!, path.Column!, bare: false);
            case ResourceKind.PropertyValue: return new RowReads(scope).Property(path.Table!, path.Row!, path.Column!, bare: true);
            case ResourceKind.Operation when path.Operation!.IsFunction: return new OperationCall(scope).Prepare(path).Run(scope.Service);
            case ResourceKind.Operation or ResourceKind.Batch: throw WrongMethod(scope);
            default: return new RowReads(scope).Rows();
        }
    }

    private static PreparedWrite Prepare(RequestScope scope, ResourcePath path)
    {
        var rows = new RowWrites(scope);
        return (path.Kind, scope.Request.Method) switch
        {
            (ResourceKind.Set, "POST") => rows.Create(path.Table!),
            (ResourceKind.Row, "PATCH") => rows.Patch(path.Table!, path.Row!),
            (ResourceKind.Row, "DELETE") => rows.Delete(path.Row!),
            (ResourceKind.Property, "PUT") => rows.PutProperty(path.Table!, path.Row!, path.Column!),
            (ResourceKind.Property, "DELETE") => rows.DeleteProperty(path.Table!, path.Row!, path.Column!),
            (ResourceKind.Operation, "POST") when !path.Operation!.IsFunction => new OperationCall(scope).Prepare(path),
            (ResourceKind.Navigation, var method) when !path.IsLong => Navigation(scope, path, method),
            _ => throw WrongMethod(scope),
        };
    }

    private static PreparedWrite Navigation(RequestScope scope, ResourcePath path, string method)
    {
        var references = new ReferenceWrites(scope);
        var isCollection = path.Navigation!.IsCollection;
        return (path.IsReference, method) switch
        {
            (true, "POST" or "PUT") when isCollection && path.Related is null => references.Put(path.Row!, path.Navigation),
            (true, "PUT") when !isCollection => references.Put(path.Row!, path.Navigation),
            (true, "DELETE") => references.Delete(path.Row!, path.Navigation, path.Related),
            (false, "POST") when isCollection && path.Related is null => new RowWrites(scope).CreateRelated(path.Row!, path.Navigation),
            _ => throw WrongMethod(scope),
        };
    }

    private static WrongMethodException WrongMethod(RequestScope scope) => new WrongMethodException(
        new[] { "GET", "POST", "PATCH", "PUT", "DELETE" }.Contains(scope.Request.Method)
            ? $"The requested resource does not support http method '{scope.Request.Method}'."
            : $"The http method '{scope.Request.Method}' is not supported.");
}

/// <summary>A method that the resource does not have (405).</summary>
internal sealed class WrongMethodException(string message) : Exception(message);
