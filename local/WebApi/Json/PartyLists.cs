using System.Collections.Generic;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Json;

/// <summary>The parties of an activity: one list of rows in the Web API, told apart by participationtypemask; one column each in a row.</summary>
internal static class PartyLists
{
    private const string Table = "activityparty", Mask = "participationtypemask";

    // "ActivityParty entity": participation types and the columns that hold them, the usual name first.
    private static readonly Dictionary<int, string[]> columns = new()
    {
        [1] = ["from"],
        [2] = ["to"],
        [3] = ["cc"],
        [4] = ["bcc"],
        [5] = ["requiredattendees"],
        [6] = ["optionalattendees"],
        [7] = ["organizer"],
        [10] = ["resources"],
        [11] = ["customers", "customer"],
        [12] = ["partners", "partner"],
    };

    public static bool IsParties(Navigation navigation) => navigation is { IsCollection: true, TargetTable: Table, Lookup.LogicalName: "activityid" };

    public static void Take(BodyReader reader, ServiceModel model, RowBody body, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) throw ODataFaults.Payload(body.Table.EntitySetName, "The parties of an activity are an array.");
        foreach (var one in json.EnumerateArray())
        {
            var party = reader.Read(model.Schema.Tables[Table], one).Row;
            var mask = party.GetAttributeValue<OptionSetValue>(Mask)?.Value ?? 0;
            var column = ColumnOf(body.Table, mask) ?? throw ODataFaults.Of(ODataFaults.InvalidArgument, $"{mask} is not a valid participation type of {body.Table.LogicalName}.");
            party.Attributes.Remove(Mask);
            if (body.Row.GetAttributeValue<EntityCollection>(column) is not { } list) body.Row[column] = list = new EntityCollection { EntityName = Table };
            list.Entities.Add(party);
        }
    }

    private static string? ColumnOf(Table activity, int mask)
    {
        if (!columns.TryGetValue(mask, out var names)) return null;
        foreach (var name in names)
        {
            if (activity.Find(name) is { Type: ColumnType.PartyList }) return name;
        }
        return null;
    }
}
