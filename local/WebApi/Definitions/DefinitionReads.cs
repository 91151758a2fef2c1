using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Text;
using Local.WebApi.Queries;
using Local.WebApi.Requests;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Definitions;

/// <summary>GET below EntityDefinitions, GlobalOptionSetDefinitions and RelationshipDefinitions ("Query table definitions using the Web API").</summary>
internal static class DefinitionReads
{
    /// <summary>Whether a URL is about definitions.</summary>
    public static bool Takes(string url) => Begins(url, DefinitionTypes.Tables) || Begins(url, DefinitionTypes.Choices) || Begins(url, DefinitionTypes.Relationships);

    public static ApiResponse Answer(RequestScope scope)
    {
        if (scope.Request.Method != "GET") throw ODataFaults.NotSupportedHere("changing definitions; change the schema by importing a solution");
        var model = scope.Model.Model;
        var url = new QueryUrl(model, scope.Request.Url);
        foreach (var option in new[] { "$top", "$orderby", "$apply", "$skiptoken" })
        {
            if (url.Has(option)) throw ODataFaults.Of(ODataFaults.InvalidQuery, $"The query parameter {option} is not supported");
        }
        var path = url.Path();
        var found = new DefinitionGraph(scope.Service).Follow(path);
        var type = path.LastSegment.EdmType;
        var element = type.AsElementType();
        if (path.LastSegment is CountSegment) return ApiResponse.Text(Convert.ToString(found, CultureInfo.InvariantCulture)!, "text/plain");
        var context = $"{scope.Root}$metadata#{Context(path)}";
        if (element is not IEdmEntityType entity) return Property(scope, path, found, context);
        var clause = url.SelectAndExpand();
        var writer = new DefinitionWriter(model);
        if (type.TypeKind != EdmTypeKind.Collection)
        {
            return found is null ? ApiResponse.NoContent() : ApiResponse.Of(200, json => writer.Write(json, found, entity, clause, context + "/$entity"));
        }
        var filter = url.Filter();
        var rows = ((IEnumerable)found!).Cast<object>().Where(o => filter is null || DefinitionFilter.Fits(filter.Expression, o)).ToList();
        var counts = url.Count();
        return ApiResponse.Of(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            if (counts) json.WriteNumber("@odata.count", rows.Count);
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

    // EntityDefinitions('account')/Attributes: keys on the way stand by their value, that of the last row and the property not at all.
    private static string Context(ODataPath path)
    {
        var text = new StringBuilder();
        var segments = path.ToList();
        for (var i = 0; i < segments.Count; i++)
        {
            switch (segments[i])
            {
                case EntitySetSegment set:
                    text.Append(set.Identifier);
                    break;
                case KeySegment key when segments.Skip(i + 1).OfType<NavigationPropertySegment>().Any() || path.LastSegment is PropertySegment:
                    text.Append('(').AppendJoin(',', key.Keys.Select(k => k.Value is string name ? $"'{name}'" : $"{k.Value}")).Append(')');
                    break;
                case NavigationPropertySegment navigation:
                    text.Append('/').Append(navigation.NavigationProperty.Name);
                    break;
                case TypeSegment type:
                    text.Append('/').Append(type.EdmType.AsElementType().FullTypeName());
                    break;
            }
        }
        return text.ToString();
    }

    private static bool Begins(string url, string set) =>
        url.StartsWith(set, StringComparison.Ordinal) && (url.Length == set.Length || url[set.Length] is '(' or '/' or '?');

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
