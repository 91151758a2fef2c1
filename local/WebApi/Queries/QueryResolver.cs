using System;
using System.Collections.Generic;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Queries;

/// <summary>What the URL parser finds beyond the model: query functions, rows by alternate key, and ids in quotes.</summary>
internal sealed class QueryResolver(IEdmModel model) : ODataUriResolver
{
    private readonly AlternateKeysODataUriResolver keys = new(model);

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object>> ResolveKeys(
        IEdmEntityType type, IDictionary<string, string> namedValues, Func<IEdmTypeReference, string, object> convertFunc) =>
        keys.ResolveKeys(type, namedValues, convertFunc);

    /// <inheritdoc/>
    public override IEnumerable<IEdmOperation> ResolveBoundOperations(IEdmModel model, string identifier, IEdmType bindingType)
    {
        // Operations are called by their qualified names; the parser asks for every property and text function too.
        if (!identifier.Contains('.', StringComparison.Ordinal)) return [];
        var row = bindingType is IEdmCollectionType collection ? collection.ElementType.Definition : bindingType;
        if (row is IEdmEntityType type && FunctionConditions.Declare(identifier, type) is { } function) return [function];
        return base.ResolveBoundOperations(model, identifier, bindingType);
    }

    /// <inheritdoc/>
    public override IEnumerable<IEdmOperation> ResolveUnboundOperations(IEdmModel model, string identifier) =>
        identifier.Contains('.', StringComparison.Ordinal) ? base.ResolveUnboundOperations(model, identifier) : [];

    /// <inheritdoc/>
    /// <remarks><c>_owninguser_value eq '&lt;systemuserid value&gt;'</c> stands in "Filter rows using OData", quotes included.</remarks>
    public override void PromoteBinaryOperandTypes(
        BinaryOperatorKind binaryOperatorKind, ref SingleValueNode leftNode, ref SingleValueNode rightNode, out IEdmTypeReference typeReference)
    {
        leftNode = AsId(leftNode, rightNode);
        rightNode = AsId(rightNode, leftNode);
        base.PromoteBinaryOperandTypes(binaryOperatorKind, ref leftNode, ref rightNode, out typeReference);
    }

    private static SingleValueNode AsId(SingleValueNode node, SingleValueNode other) =>
        node is ConstantNode { Value: string text } && other.TypeReference?.PrimitiveKind() == EdmPrimitiveTypeKind.Guid && Guid.TryParse(text, out var id)
            ? new ConstantNode(id, text, EdmCoreModel.Instance.GetGuid(isNullable: false))
            : node;
}
