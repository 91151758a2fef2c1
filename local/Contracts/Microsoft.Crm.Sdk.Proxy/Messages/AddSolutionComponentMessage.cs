using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddSolutionComponentRequest : OrganizationRequest
{
    public AddSolutionComponentRequest()
    {
        RequestName = "AddSolutionComponent";
        AddRequiredComponents = default;
        ComponentId = default;
        ComponentType = default;
    }

    public bool AddRequiredComponents
    {
        get => Parameters.ValueOrDefault<bool>("AddRequiredComponents");
        set => Parameters["AddRequiredComponents"] = value;
    }

    public bool DoNotIncludeSubcomponents
    {
        get => Parameters.ValueOrDefault<bool>("DoNotIncludeSubcomponents");
        set => Parameters["DoNotIncludeSubcomponents"] = value;
    }

    public Guid ComponentId
    {
        get => Parameters.ValueOrDefault<Guid>("ComponentId");
        set => Parameters["ComponentId"] = value;
    }

    public int ComponentType
    {
        get => Parameters.ValueOrDefault<int>("ComponentType");
        set => Parameters["ComponentType"] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.ValueOrDefault<string>("SolutionUniqueName");
        set => Parameters["SolutionUniqueName"] = value;
    }

    public string[] IncludedComponentSettingsValues
    {
        get => Parameters.ValueOrDefault<string[]>("IncludedComponentSettingsValues");
        set => Parameters["IncludedComponentSettingsValues"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddSolutionComponentResponse : OrganizationResponse
{
    public Guid id => Results.ValueOrDefault<Guid>("id");
}
