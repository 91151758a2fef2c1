using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>Reads steps, images, plug-in classes and custom APIs from the rows an import or a registration tool wrote.</summary>
internal sealed class ComponentReader(Organization organization)
{
    private const int Enabled = 0, Asynchronous = 1, PreImage = 0, PostImage = 1;
    private readonly RequestContext context = organization.PlatformContext();

    public Components Read()
    {
        var messages = new Dictionary<Guid, string>();
        foreach (var row in Rows("sdkmessage", "name")) messages[row.Id] = row.GetAttributeValue<string>("name");
        var steps = new Dictionary<string, List<(string?, Step)>>(StringComparer.Ordinal);
        var byId = new Dictionary<Guid, Step>();
        ReadSteps(messages, steps, byId);
        return new Components(steps, byId, PluginTypes(), CustomApis(messages));
    }

    private void ReadSteps(
        Dictionary<Guid, string> messages, Dictionary<string, List<(string?, Step)>> steps, Dictionary<Guid, Step> byId)
    {
        var tables = new Dictionary<Guid, string?>();
        foreach (var row in Rows("sdkmessagefilter", "primaryobjecttypecode")) tables[row.Id] = TableName(row.GetAttributeValue<string>("primaryobjecttypecode"));
        var images = Images();
        var secrets = Secrets();
        var query = All("sdkmessageprocessingstep");
        query.AddOrder("rank", OrderType.Ascending);
        query.AddOrder("createdon", OrderType.Ascending);
        foreach (var row in Pages(query))
        {
            if ((row.GetAttributeValue<OptionSetValue>("statecode")?.Value ?? Enabled) != Enabled) continue;
            var messageId = row.GetAttributeValue<EntityReference>("sdkmessageid");
            var type = row.GetAttributeValue<EntityReference>("plugintypeid") ?? row.GetAttributeValue<EntityReference>("eventhandler");
            if (messageId is null || type is null || !messages.TryGetValue(messageId.Id, out var message)) continue;
            var step = Step(row, type.Id, images, secrets);
            var filter = row.GetAttributeValue<EntityReference>("sdkmessagefilterid");
            if (!steps.TryGetValue(message, out var list)) steps[message] = list = [];
            list.Add((filter is null ? null : tables.GetValueOrDefault(filter.Id), step));
            byId[step.Id] = step;
        }
    }

    private static Step Step(Entity row, Guid typeId, Dictionary<Guid, List<StepImage>> images, Dictionary<Guid, string?> secrets)
    {
        var columns = Names(row.GetAttributeValue<string>("filteringattributes"));
        var secret = row.GetAttributeValue<EntityReference>("sdkmessageprocessingstepsecureconfigid");
        return new Step
        {
            Id = row.Id,
            Name = row.GetAttributeValue<string>("name") ?? string.Empty,
            PluginTypeId = typeId,
            Stage = row.GetAttributeValue<OptionSetValue>("stage")?.Value ?? Stage.PostOperation,
            IsAsynchronous = row.GetAttributeValue<OptionSetValue>("mode")?.Value == Asynchronous,
            Rank = row.GetAttributeValue<int>("rank"),
            FilteringColumns = columns is null ? null : FrozenSet.ToFrozenSet(columns),
            Configuration = row.GetAttributeValue<string>("configuration"),
            SecureConfiguration = secret is null ? null : secrets.GetValueOrDefault(secret.Id),
            ImpersonatedUserId = row.GetAttributeValue<EntityReference>("impersonatinguserid")?.Id,
            DeleteJobWhenDone = row.GetAttributeValue<bool>("asyncautodelete"),
            Images = images.TryGetValue(row.Id, out var list) ? list : [],
        };
    }

    private Dictionary<Guid, List<StepImage>> Images()
    {
        var images = new Dictionary<Guid, List<StepImage>>();
        foreach (var row in Rows("sdkmessageprocessingstepimage", "entityalias", "name", "attributes", "imagetype", "sdkmessageprocessingstepid"))
        {
            if (row.GetAttributeValue<EntityReference>("sdkmessageprocessingstepid") is not { } step) continue;
            var type = row.GetAttributeValue<OptionSetValue>("imagetype")?.Value;
            var alias = row.GetAttributeValue<string>("entityalias") ?? row.GetAttributeValue<string>("name") ?? string.Empty;
            if (!images.TryGetValue(step.Id, out var list)) images[step.Id] = list = [];
            list.Add(new StepImage(alias, Names(row.GetAttributeValue<string>("attributes")), type != PostImage, type != PreImage));
        }
        return images;
    }

    private Dictionary<Guid, string?> Secrets()
    {
        var secrets = new Dictionary<Guid, string?>();
        foreach (var row in Rows("sdkmessageprocessingstepsecureconfig", "secureconfig")) secrets[row.Id] = row.GetAttributeValue<string>("secureconfig");
        return secrets;
    }

    private Dictionary<Guid, PluginType> PluginTypes()
    {
        var types = new Dictionary<Guid, PluginType>();
        foreach (var row in Rows("plugintype", "typename", "pluginassemblyid"))
        {
            if (row.GetAttributeValue<EntityReference>("pluginassemblyid") is not { } assembly) continue;
            types[row.Id] = new PluginType(row.GetAttributeValue<string>("typename"), assembly.Id, () => Content(assembly.Id));
        }
        return types;
    }

    private byte[] Content(Guid assemblyId)
    {
        var row = organization.Core.Retrieve(context, new EntityReference("pluginassembly", assemblyId), new ColumnSet("content"));
        return PluginAssembly.Bytes(row.GetAttributeValue<string>("content") ?? string.Empty);
    }

    private Dictionary<string, CustomApi> CustomApis(Dictionary<Guid, string> messages)
    {
        var parameters = Fields("customapirequestparameter");
        var properties = Fields("customapiresponseproperty");
        var apis = new Dictionary<string, CustomApi>(StringComparer.Ordinal);
        foreach (var row in Pages(All("customapi")))
        {
            var name = row.GetAttributeValue<string>("uniquename");
            if (row.GetAttributeValue<EntityReference>("sdkmessageid") is { } message && messages.TryGetValue(message.Id, out var messageName)) name = messageName;
            apis[name] = new CustomApi
            {
                Id = row.Id,
                Name = name,
                Binding = (CustomApiBinding)(row.GetAttributeValue<OptionSetValue>("bindingtype")?.Value ?? 0),
                BoundTable = row.GetAttributeValue<string>("boundentitylogicalname"),
                AllowedSteps = (AllowedSteps)(row.GetAttributeValue<OptionSetValue>("allowedcustomprocessingsteptype")?.Value ?? 0),
                PluginTypeId = row.GetAttributeValue<EntityReference>("plugintypeid")?.Id,
                ExecutePrivilege = row.GetAttributeValue<string>("executeprivilegename") is { Length: > 0 } privilege ? privilege : null,
                Parameters = parameters.TryGetValue(row.Id, out var own) ? own : [],
                Properties = properties.TryGetValue(row.Id, out var results) ? results : [],
            };
        }
        return apis;
    }

    private Dictionary<Guid, List<CustomApiField>> Fields(string table)
    {
        var fields = new Dictionary<Guid, List<CustomApiField>>();
        foreach (var row in Pages(All(table)))
        {
            if (row.GetAttributeValue<EntityReference>("customapiid") is not { } api) continue;
            if (!fields.TryGetValue(api.Id, out var list)) fields[api.Id] = list = [];
            list.Add(new CustomApiField(
                row.GetAttributeValue<string>("uniquename"),
                (CustomApiFieldType)row.GetAttributeValue<OptionSetValue>("type").Value,
                row.Contains("isoptional") && row.GetAttributeValue<bool>("isoptional"),
                row.GetAttributeValue<string>("logicalentityname")));
        }
        return fields;
    }

    private IEnumerable<Entity> Rows(string table, params string[] columns) => Pages(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) });

    private static QueryExpression All(string table) => new(table) { ColumnSet = new ColumnSet(true) };

    private IEnumerable<Entity> Pages(QueryExpression query)
    {
        if (organization.Schema.Find(query.EntityName) is null) yield break;
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 };
        while (true)
        {
            var page = organization.Core.RetrieveMultiple(context, query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static string[]? Names(string? list) => string.IsNullOrWhiteSpace(list)
        ? null
        : list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? TableName(string? name) => string.IsNullOrEmpty(name) || name == "none" ? null : name;
}
