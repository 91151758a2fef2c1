using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Local.WebApi.Model;
using Local.WebApi.Requests;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Operations;

/// <summary>Calls an action or function: the request is made from its arguments, the answer from the results.</summary>
internal sealed class OperationCall(RequestScope scope)
{
    public PreparedWrite Prepare(ResourcePath path)
    {
        var operation = path.Operation!;
        var given = operation.IsFunction
            ? UrlLiteral.Arguments(path.Arguments, scope.Request.Query)
            : Body();
        var requestType = RequestTypeOf(operation.Message);
        var request = requestType is null ? new OrganizationRequest(operation.Message) : (OrganizationRequest)Activator.CreateInstance(requestType)!;
        if (operation.BoundAs is { } bound) request[bound] = Bound(path.Row!, requestType?.GetProperty(bound)?.PropertyType);
        foreach (var (name, json) in given) Take(operation, requestType, request, name, json, path.Table?.LogicalName);
        if (operation.Parameters.FirstOrDefault(p => !p.IsOptional && !given.ContainsKey(p.Name)) is { } missing)
        {
            throw ODataFaults.Of(ODataFaults.InvalidArgument, $"Required field '{missing.Name}' is missing for operation '{operation.Name}'.");
        }
        return new PreparedWrite([scope.WithOptions(request)], responses => Answer(operation, responses[0]));
    }

    private Dictionary<string, JsonElement> Body()
    {
        if (scope.Request.Body.Length == 0) return [];
        var body = scope.Body(table: null);
        if (body.ValueKind != JsonValueKind.Object) throw ODataFaults.Payload(string.Empty, "The parameters of an action are a JSON object.");
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
        {
            if (!member.Name.Contains('@', StringComparison.Ordinal)) given[member.Name] = member.Value;
        }
        return given;
    }

    private void Take(Operation operation, Type? requestType, OrganizationRequest request, string name, JsonElement json, string? boundTable)
    {
        var parameter = operation.Parameters.FirstOrDefault(p => p.Name == name)
            ?? throw ODataFaults.Payload(string.Empty, $"The parameter '{name}' in the request payload is not a valid parameter for the operation '{operation.Name}'.");
        // An optional parameter that is null is not given; the engine says that a required one is missing.
        if (json.ValueKind == JsonValueKind.Null) return;
        var type = parameter.CustomType is { } custom ? ArgumentReader.TypeOfCustom(custom)
            : requestType?.GetProperty(parameter.RequestName)?.PropertyType ?? Inferred(parameter.Type);
        try
        {
            // Rows of an operation on a set are of that set, unless they say otherwise.
            var table = parameter.Table ?? (operation.Binding == OperationBinding.Set ? boundTable : null);
            request[parameter.RequestName] = new ArgumentReader(scope).Read(type, table, json);
        }
        catch (FormatException unreadable)
        {
            throw ODataFaults.Payload(string.Empty, $"{unreadable.Message} Parameter '{name}' of '{operation.Name}'.");
        }
    }

    private object Bound(EntityReference row, Type? type)
    {
        if (type != typeof(Guid)) return row;
        if (row.Id != Guid.Empty) return row.Id;
        return ((RetrieveResponse)scope.Service.Execute(new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(false) })).Entity.Id;
    }

    private ApiResponse Answer(Operation operation, OrganizationResponse response)
    {
        if (operation.ReturnType is null || (operation.ReturnsResultItself && !operation.ReturnType.IsCollection() && response.Results.Values.All(v => v is null))) return ApiResponse.NoContent();
        return ApiResponse.Of(200, writer => new AnswerWriter(scope).Write(writer, operation, response.Results));
    }

    private static Type? RequestTypeOf(string message) =>
        typeof(CreateRequest).Assembly.GetType($"Microsoft.Xrm.Sdk.Messages.{message}Request")
        ?? typeof(Microsoft.Crm.Sdk.Messages.WhoAmIRequest).Assembly.GetType($"Microsoft.Crm.Sdk.Messages.{message}Request");

    private static Type Inferred(IEdmTypeReference type) => type.PrimitiveKind() switch
    {
        EdmPrimitiveTypeKind.Boolean => typeof(bool),
        EdmPrimitiveTypeKind.Int32 => typeof(int),
        EdmPrimitiveTypeKind.Int64 => typeof(long),
        EdmPrimitiveTypeKind.Decimal => typeof(decimal),
        EdmPrimitiveTypeKind.Guid => typeof(Guid),
        EdmPrimitiveTypeKind.DateTimeOffset => typeof(DateTime),
        EdmPrimitiveTypeKind.Binary => typeof(byte[]),
        _ when type.IsCollection() => typeof(string[]),
        _ when type.IsEntity() => typeof(EntityReference),
        _ => typeof(string),
    };
}
