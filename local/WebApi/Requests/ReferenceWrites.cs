using System;
using System.Text.Json;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.WebApi.Requests;

/// <summary><c>$ref</c>: which rows a navigation property leads to ("Associate and disassociate table rows using the Web API").</summary>
internal sealed class ReferenceWrites(RequestScope scope)
{
    /// <summary>POST collection/$ref adds a row; PUT lookup/$ref sets it.</summary>
    public PreparedWrite Put(EntityReference row, Navigation navigation)
    {
        var json = scope.Body(scope.Model.Schema.Tables[row.LogicalName]);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("@odata.id", out var url) || url.ValueKind != JsonValueKind.String)
        {
            throw ODataFaults.Payload(scope.Model.Schema.Tables[row.LogicalName].EntitySetName, "A property with name '@odata.id' is needed, whose value is the URL of a row.");
        }
        var related = scope.References.Read(url.GetString()!);
        if (navigation.TargetTable is { } target && related.LogicalName != target)
        {
            throw ODataFaults.Of(ODataFaults.InvalidQuery, $"A row of table '{related.LogicalName}' cannot be put into '{navigation.Name}', which takes '{target}'.");
        }
        return navigation.IsCollection
            ? Done(RowWrites.Associate(row, navigation, related))
            : SetLookup(row, navigation, related);
    }

    /// <summary>DELETE of a reference: of the lookup, of one row of a collection in the path, or of the one in <c>$id</c>.</summary>
    public PreparedWrite Delete(EntityReference row, Navigation navigation, EntityReference? related)
    {
        if (!navigation.IsCollection) return SetLookup(row, navigation, related: null);
        var removed = related ?? IdOption() ?? throw ODataFaults.Of(ODataFaults.InvalidQuery, "The row to take out of the collection is named by its key in the path or by $id.");
        return Done(new DisassociateRequest { Target = row, Relationship = RowWrites.RoleOf(navigation), RelatedEntities = [removed] });
    }

    private PreparedWrite SetLookup(EntityReference row, Navigation navigation, EntityReference? related) => Done(new UpdateRequest
    {
        Target = new Entity(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes, [navigation.Lookup!.LogicalName] = related },
    });

    private PreparedWrite Done(OrganizationRequest request) => new([scope.WithOptions(request)], _ => ApiResponse.NoContent());

    private EntityReference? IdOption()
    {
        foreach (var option in scope.Request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (option.StartsWith("$id=", StringComparison.Ordinal)) return scope.References.Read(Uri.UnescapeDataString(option[4..]));
            if (option.StartsWith("%24id=", StringComparison.OrdinalIgnoreCase)) return scope.References.Read(Uri.UnescapeDataString(option[6..]));
        }
        return null;
    }
}
