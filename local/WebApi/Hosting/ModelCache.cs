using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Hosting;

/// <summary>The service model of an organisation as of now: made again when its schema or a custom API has changed.</summary>
internal sealed class ModelCache : IDisposable
{
    private readonly LocalDataverse dataverse;
    private readonly IDisposable observation;
    private readonly object gate = new();
    private ServiceModel? model;
    private volatile bool isStale;

    public ModelCache(LocalDataverse dataverse)
    {
        this.dataverse = dataverse;
        observation = dataverse.ObserveRequests(request =>
        {
            if (request.MessageName is "Create" or "Update" or "Delete" or "Upsert" && request.Table is { } table && table.StartsWith("customapi", StringComparison.Ordinal)) isStale = true;
        });
    }

    public ServiceModel Current
    {
        get
        {
            if (!isStale && model is { } known && known.Schema == dataverse.Schema) return known;
            lock (gate)
            {
                if (!isStale && model is { } made && made.Schema == dataverse.Schema) return made;
                isStale = false;
                return model = EdmModelOfSchema.Build(dataverse.Schema, CustomApis());
            }
        }
    }

    public void Dispose() => observation.Dispose();

    private List<CustomOperation> CustomApis()
    {
        var parameters = Fields("customapirequestparameter");
        var properties = Fields("customapiresponseproperty");
        return [.. All("customapi").Select(api => new CustomOperation(
            api.GetAttributeValue<string>("uniquename"),
            api.GetAttributeValue<bool>("isfunction"),
            (OperationBinding)(api.GetAttributeValue<OptionSetValue>("bindingtype")?.Value ?? 0),
            api.GetAttributeValue<string>("boundentitylogicalname"),
            [.. parameters[api.Id]],
            [.. properties[api.Id]]))];
    }

    private ILookup<Guid, CustomField> Fields(string table) => All(table).ToLookup(
        field => field.GetAttributeValue<EntityReference>("customapiid")?.Id ?? Guid.Empty,
        field => new CustomField(
            field.GetAttributeValue<string>("uniquename"),
            field.GetAttributeValue<OptionSetValue>("type")?.Value ?? 10,
            field.GetAttributeValue<string>("logicalentityname"),
            field.GetAttributeValue<bool>("isoptional")));

    private DataCollection<Entity> All(string table) =>
        dataverse.PlatformService.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;
}
