using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using Local.WebApi.Requests;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Definitions;

/// <summary>GET below EntityDefinitions, GlobalOptionSetDefinitions and RelationshipDefinitions ("Query table definitions using the Web API").</summary>
internal static class DefinitionReads
{
    /// <summary>Whether a URL is about definitions.</summary>
    public static bool Takes(string url) => url.StartsWith(DefinitionTypes.Tables, StringComparison.Ordinal)
        || url.StartsWith(DefinitionTypes.Choices, StringComparison.Ordinal)
        || url.StartsWith(DefinitionTypes.Relationships, StringComparison.Ordinal);

    public static ApiResponse Answer(RequestScope scope)
    {
        if (scope.Request.Method != "GET") throw ODataFaults.NotSupportedHere("changing definitions; change the schema by importing a solution");
        var model = scope.Model.Model;
        var parser = new ODataUriParser(model, new Uri(scope.Root), new Uri(scope.Request.Url, UriKind.Relative))
        {
            Resolver = new AlternateKeysODataUriResolver(model),
        };
        var path = parser.ParsePath();
        var found = new DefinitionGraph(scope.Service).Follow(path);
        var type = path.LastSegment.EdmType;
        var element = type.AsElementType();
        if (path.LastSegment is CountSegment) return ApiResponse.Text(Convert.ToString(found, CultureInfo.InvariantCulture)!, "text/plain");
        var context = $"{scope.Root}$metadata#{path.FirstSegment.Identifier}";
        if (element is not IEdmEntityType entity) return Property(scope, path, found, context);
        var clause = parser.ParseSelectAndExpand();
        var writer = new DefinitionWriter(model);
        if (type.TypeKind != EdmTypeKind.Collection)
        {
            return found is null ? ApiResponse.NoContent() : ApiResponse.Of(200, json => writer.Write(json, found, entity, clause, context + "/$entity"));
        }
        var filter = parser.ParseFilter();
        var rows = ((IEnumerable)found!).Cast<object>().Where(o => filter is null || DefinitionFilter.Fits(filter.Expression, o)).ToList();
        return ApiResponse.Of(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            if (parser.ParseCount() == true) json.WriteNumber("@odata.count", rows.Count);
            json.WriteStartArray("value");
            foreach (var row in rows)
            {
                writer.Write(json, row, entity, clause, context: null);
                if (json.BytesPending > 64 * 1024) json.Flush();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static ApiResponse Property(RequestScope scope, ODataPath path, object? value, string context)
    {
        var property = ((PropertySegment)path.LastSegment).Property;
        return value is null ? ApiResponse.NoContent() : ApiResponse.Of(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{context}/{property.Name}");
            json.WritePropertyName("value");
            new DefinitionWriter(scope.Model.Model).WriteValue(json, property.Type, value);
            json.WriteEndObject();
        });
    }
}
