using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Json;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Requests;

/// <summary>GET of rows and of single properties.</summary>
internal sealed class RowReads(RequestScope scope)
{
    /// <summary>Rows, one row, references or a count, as the plan says.</summary>
    public ApiResponse Rows()
    {
        var plan = scope.Plan(scope.Request.Url);
        var page = plan.Read(scope.Service);
        if (plan.IsCount) return ApiResponse.Text((page.Count ?? page.Rows.Count).ToString(CultureInfo.InvariantCulture), "text/plain");
        var response = plan.IsSingle ? Row(plan, page) : ApiResponse.Of(200, writer => scope.Rows.WritePage(writer, plan, page, NextLink(page.NextQuery)));
        if (scope.Preferences.Applied is { } applied) response.With("Preference-Applied", applied);
        return response;
    }

    /// <summary>The value of a property, as JSON or bare (<c>/$value</c>).</summary>
    public ApiResponse Property(Table table, EntityReference row, Column column, bool bare)
    {
        if (!column.ValidForRead) throw ODataFaults.PropertyNotFound(PropertyNames.Of(column), table.LogicalName);
        var read = ((RetrieveResponse)scope.Service.Execute(new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(column.LogicalName) })).Entity;
        read.Attributes.TryGetValue(column.LogicalName, out var value);
        if (column.IsPrimaryId) value = read.Id;
        if (value is null) return ApiResponse.NoContent();
        if (bare) return ApiResponse.Text(Bare(column, value), "text/plain");
        return ApiResponse.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{scope.Root}$metadata#{table.EntitySetName}({read.Id:D})/{PropertyNames.Of(column)}");
            writer.WritePropertyName("value");
            ColumnJson.Write(writer, column, value);
            writer.WriteEndObject();
        });
    }

    private ApiResponse Row(Queries.RowsPlan plan, Queries.RowsPage page)
    {
        if (page.Rows.Count == 0) return ApiResponse.NoContent();
        var row = page.Rows[0];
        var etag = $"W/\"{row.RowVersion}\"";
        if (scope.Request.Header("If-None-Match") is { } known && known.Split(',').Any(e => RowWrites.VersionOf(e) == row.RowVersion)) return new ApiResponse(304).With("ETag", etag);
        var response = ApiResponse.Of(200, writer =>
        {
            if (plan.IsReferences) scope.Rows.WriteReference(writer, row, plan.Context);
            else scope.Rows.Write(writer, row, plan.Projection, plan.Context, typed: false);
        });
        return string.IsNullOrEmpty(row.RowVersion) ? response : response.With("ETag", etag);
    }

    private string? NextLink(string? query) => query is null ? null : $"{scope.Root}{scope.Request.Path}?{query}";

    private static string Bare(Column column, object value)
    {
        using var buffer = new System.IO.MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer)) ColumnJson.Write(writer, column, value);
        using var json = System.Text.Json.JsonDocument.Parse(buffer.ToArray());
        return json.RootElement.ValueKind == System.Text.Json.JsonValueKind.String ? json.RootElement.GetString()! : json.RootElement.GetRawText();
    }
}
