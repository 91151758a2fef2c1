using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Json;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.WebApi.Requests;

/// <summary>Create, update, upsert and delete of rows and of single properties ("Create, Update and delete table rows using the Web API").</summary>
internal sealed class RowWrites(RequestScope scope)
{
    /// <summary>POST to a set.</summary>
    public PreparedWrite Create(Table table) => Create(scope.Bodies.Read(table, scope.Body(table)));

    /// <summary>POST to a collection-valued navigation property: a new row that hangs on the one of the path.</summary>
    public PreparedWrite CreateRelated(EntityReference parent, Navigation navigation)
    {
        if (!navigation.IsCollection) throw ODataFaults.Of(ODataFaults.InvalidQuery, $"A row cannot be posted to the single-valued navigation property '{navigation.Name}'.");
        var table = scope.Model.Schema.Tables[navigation.TargetTable!];
        var body = scope.Bodies.Read(table, scope.Body(table));
        if (navigation.ManyToMany is null)
        {
            body.Row[navigation.Lookup!.LogicalName] = parent;
            return Create(body);
        }
        var created = Create(body);
        return created with { Requests = [.. created.Requests, Associate(parent, navigation, created.Row!)] };
    }

    /// <summary>PATCH of a row: update or create, as If-Match and If-None-Match say.</summary>
    public PreparedWrite Patch(Table table, EntityReference target)
    {
        var body = scope.Bodies.Read(table, scope.Body(table));
        var row = body.Row;
        if (row.Id != Guid.Empty && target.Id != Guid.Empty && row.Id != target.Id)
        {
            throw ODataFaults.Payload(table.EntitySetName, $"The key property '{table.PrimaryId}' does not match the row of the URL.");
        }
        row.Id = target.Id;
        row.KeyAttributes = target.KeyAttributes;
        if (body.Links.Count > 0 || row.RelatedEntities.Count > 0)
        {
            throw ODataFaults.Payload(table.EntitySetName, "Deep update is not supported: related rows of a collection or a nested row cannot be given with an update. Update them on their own.");
        }
        if (scope.Request.Header("If-None-Match") == "*") return CreateOnly(row);
        OrganizationRequest request = scope.Request.Header("If-Match") is { } match ? Update(row, match) : new UpsertRequest { Target = row };
        return new PreparedWrite([scope.WithOptions(request)], responses => Written(responses[0], target), target);
    }

    /// <summary>PUT of a property: <c>{ "value": … }</c>.</summary>
    public PreparedWrite PutProperty(Table table, EntityReference target, Column column)
    {
        var json = scope.Body(table);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("value", out var value)) throw ODataFaults.Payload(table.EntitySetName, "A property with name 'value' is needed.");
        return SetProperty(table, target, column, value);
    }

    /// <summary>DELETE of a property: it is emptied.</summary>
    public PreparedWrite DeleteProperty(Table table, EntityReference target, Column column) => SetProperty(table, target, column, value: null);

    public PreparedWrite Delete(EntityReference target)
    {
        var request = new DeleteRequest { Target = target };
        if (scope.Request.Header("If-Match") is { } match && match != "*")
        {
            target.RowVersion = VersionOf(match);
            request.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }
        return new PreparedWrite([scope.WithOptions(request)], _ => ApiResponse.NoContent());
    }

    /// <summary>The version inside an ETag.</summary>
    public static string VersionOf(string etag)
    {
        var text = etag.Trim();
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        return text.Trim('"');
    }

    public static AssociateRequest Associate(EntityReference parent, Navigation navigation, EntityReference related) => new()
    {
        Target = parent,
        Relationship = RoleOf(navigation),
        RelatedEntities = [related],
    };

    /// <summary>The relationship with the role of the row of the path where a table relates to itself.</summary>
    public static Relationship RoleOf(Navigation navigation) => new(navigation.Key.SchemaName)
    {
        PrimaryEntityRole = navigation.Table == navigation.TargetTable ? EntityRole.Referenced : null,
    };

    private PreparedWrite Create(RowBody body)
    {
        var row = body.Row;
        // Its id is chosen here, so that what comes after it in the same transaction can name it.
        if (row.Id == Guid.Empty) row.Id = Guid.CreateVersion7();
        var reference = new EntityReference(row.LogicalName, row.Id);
        var requests = new List<OrganizationRequest> { scope.WithOptions(new CreateRequest { Target = row }) };
        requests.AddRange(body.Links.Select(l => Associate(reference, l.Navigation, l.Row)));
        return new PreparedWrite(requests, responses => Created(new EntityReference(row.LogicalName, ((CreateResponse)responses[0]).id)), reference);
    }

    private PreparedWrite CreateOnly(Entity row)
    {
        if (row.Id == Guid.Empty)
        {
            foreach (var key in row.KeyAttributes) row[key.Key] = key.Value;
            row.KeyAttributes = [];
            row.Id = Guid.CreateVersion7();
        }
        return new PreparedWrite([scope.WithOptions(new CreateRequest { Target = row })], responses => Created(new EntityReference(row.LogicalName, ((CreateResponse)responses[0]).id)), new EntityReference(row.LogicalName, row.Id));
    }

    private static UpdateRequest Update(Entity row, string match)
    {
        var request = new UpdateRequest { Target = row };
        if (match.Trim() == "*") return request;
        row.RowVersion = VersionOf(match);
        request.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        return request;
    }

    private PreparedWrite SetProperty(Table table, EntityReference target, Column column, JsonElement? value)
    {
        if (PropertyNames.IsLookup(column)) throw ODataFaults.Of(ODataFaults.DirectLookupUpdate, "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.");
        var row = new Entity(target.LogicalName, target.Id) { KeyAttributes = target.KeyAttributes };
        try
        {
            row[column.LogicalName] = value is { } given ? ColumnJson.Read(column, given) : null;
        }
        catch (FormatException unreadable)
        {
            throw ODataFaults.Payload(table.EntitySetName, unreadable.Message);
        }
        var request = scope.Request.Header("If-Match") is { } match ? Update(row, match) : new UpdateRequest { Target = row };
        return new PreparedWrite([scope.WithOptions(request)], _ => ApiResponse.NoContent(), target);
    }

    private ApiResponse Created(EntityReference row) => Answer(201, row);

    private ApiResponse Written(OrganizationResponse response, EntityReference target) => response is UpsertResponse upsert
        ? Answer(upsert.RecordCreated ? 201 : 200, upsert.Target)
        : Answer(200, target);

    private ApiResponse Answer(int status, EntityReference row)
    {
        var url = row.Id == Guid.Empty ? KeyUrl(row) : scope.Root + scope.PathOf(row);
        if (!scope.Preferences.ReturnRepresentation)
        {
            return new ApiResponse(204) { Row = row }.With("OData-EntityId", url).With("Location", url);
        }
        var query = scope.Request.Query;
        var plan = scope.Plan((row.Id == Guid.Empty ? KeyUrl(row)[scope.Root.Length..] : scope.PathOf(row)) + (query.Length == 0 ? query : "?" + query));
        var read = plan.Read(scope.Service).Rows.Single();
        var response = ApiResponse.Of(status, writer => scope.Rows.Write(writer, read, plan.Projection, plan.Context, typed: false));
        return response.With("OData-EntityId", url).With("Location", url).With("Preference-Applied", scope.Preferences.Applied!).With("ETag", $"W/\"{read.RowVersion}\"");
    }

    // A row that was named by an alternate key is answered by that.
    private string KeyUrl(EntityReference row) => scope.Root + scope.Request.Path;
}
