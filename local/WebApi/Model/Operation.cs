using System.Collections.Generic;
using Microsoft.OData.Edm;

namespace Local.WebApi.Model;

/// <summary>What an operation is called on.</summary>
public enum OperationBinding
{
    /// <summary>The service itself.</summary>
    None,
    /// <summary>One row.</summary>
    Row,
    /// <summary>An entity set.</summary>
    Set,
}

/// <summary>A parameter of an action or function.</summary>
/// <param name="Name">In the Web API.</param>
/// <param name="Type">In the Web API.</param>
/// <param name="RequestName">Key in the parameters of the request.</param>
/// <param name="Table">Logical name of the table, for rows and references of one table.</param>
/// <param name="CustomType">Type number of a custom API's parameter; null for the platform's own operations.</param>
/// <param name="IsOptional">It may be missing.</param>
public sealed record OperationParameter(string Name, IEdmTypeReference Type, string RequestName, string? Table, int? CustomType, bool IsOptional);

/// <summary>A result of an operation: a property of its answer, or the answer itself.</summary>
/// <param name="Name">In the Web API.</param>
/// <param name="Type">In the Web API.</param>
/// <param name="ResponseName">Key in the results of the response.</param>
public sealed record OperationResult(string Name, IEdmTypeReference Type, string ResponseName);

/// <summary>An action or a function: a message as the Web API shows it.</summary>
public sealed record Operation
{
    /// <summary>Without namespace; also the name of the request, unless <see cref="Message"/> differs.</summary>
    public required string Name { get; init; }

    public required string Message { get; init; }

    /// <summary>Called with GET; everything else with POST.</summary>
    public required bool IsFunction { get; init; }

    public required OperationBinding Binding { get; init; }

    /// <summary>Logical name of the table it is bound to; null for every table.</summary>
    public string? BoundTable { get; init; }

    /// <summary>Parameter of the request that takes the bound row; null for none.</summary>
    public string? BoundAs { get; init; }

    public required IReadOnlyList<OperationParameter> Parameters { get; init; }

    public required IReadOnlyList<OperationResult> Results { get; init; }

    /// <summary>The type of the answer; null for 204.</summary>
    public IEdmTypeReference? ReturnType { get; init; }

    /// <summary>The answer is the one result itself (a row, a list of rows), not an object that holds it.</summary>
    public bool ReturnsResultItself { get; init; }

    /// <summary>Brought by a solution.</summary>
    public bool IsCustom { get; init; }
}

/// <summary>A custom API as its rows describe it.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="IsFunction">Called with GET.</param>
/// <param name="Binding">What it is called on.</param>
/// <param name="BoundTable">Logical name of the table it is bound to.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Properties">What it answers.</param>
public sealed record CustomOperation(
    string Name, bool IsFunction, OperationBinding Binding, string? BoundTable, IReadOnlyList<CustomField> Parameters, IReadOnlyList<CustomField> Properties);

/// <summary>A request parameter or a response property of a custom API.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Type">0 Boolean … 12 Guid, as customapirequestparameter.type numbers them.</param>
/// <param name="Table">For rows and references: the table.</param>
/// <param name="IsOptional">It may be missing.</param>
public sealed record CustomField(string Name, int Type, string? Table, bool IsOptional);
