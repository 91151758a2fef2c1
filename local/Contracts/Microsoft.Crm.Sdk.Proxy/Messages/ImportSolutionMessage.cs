using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ImportSolutionRequest : OrganizationRequest
{
    public ImportSolutionRequest()
    {
        RequestName = "ImportSolution";
        OverwriteUnmanagedCustomizations = default;
        PublishWorkflows = default;
        CustomizationFile = default;
    }

    public EntityCollection ComponentParameters
    {
        get => Parameters.ValueOrDefault<EntityCollection>("ComponentParameters");
        set => Parameters["ComponentParameters"] = value;
    }

    public LayerDesiredOrder LayerDesiredOrder
    {
        get => Parameters.ValueOrDefault<LayerDesiredOrder>("LayerDesiredOrder");
        set => Parameters["LayerDesiredOrder"] = value;
    }

    public SolutionParameters SolutionParameters
    {
        get => Parameters.ValueOrDefault<SolutionParameters>("SolutionParameters");
        set => Parameters["SolutionParameters"] = value;
    }

    public bool AsyncRibbonProcessing
    {
        get => Parameters.ValueOrDefault<bool>("AsyncRibbonProcessing");
        set => Parameters["AsyncRibbonProcessing"] = value;
    }

    public bool ConvertToManaged
    {
        get => Parameters.ValueOrDefault<bool>("ConvertToManaged");
        set => Parameters["ConvertToManaged"] = value;
    }

    public bool HoldingSolution
    {
        get => Parameters.ValueOrDefault<bool>("HoldingSolution");
        set => Parameters["HoldingSolution"] = value;
    }

    public bool IsTemplateMode
    {
        get => Parameters.ValueOrDefault<bool>("IsTemplateMode");
        set => Parameters["IsTemplateMode"] = value;
    }

    public bool OverwriteUnmanagedCustomizations
    {
        get => Parameters.ValueOrDefault<bool>("OverwriteUnmanagedCustomizations");
        set => Parameters["OverwriteUnmanagedCustomizations"] = value;
    }

    public bool PublishWorkflows
    {
        get => Parameters.ValueOrDefault<bool>("PublishWorkflows");
        set => Parameters["PublishWorkflows"] = value;
    }

    public bool SkipProductUpdateDependencies
    {
        get => Parameters.ValueOrDefault<bool>("SkipProductUpdateDependencies");
        set => Parameters["SkipProductUpdateDependencies"] = value;
    }

    public bool SkipQueueRibbonJob
    {
        get => Parameters.ValueOrDefault<bool>("SkipQueueRibbonJob");
        set => Parameters["SkipQueueRibbonJob"] = value;
    }

    public byte[] CustomizationFile
    {
        get => Parameters.ValueOrDefault<byte[]>("CustomizationFile");
        set => Parameters["CustomizationFile"] = value;
    }

    public Guid ImportJobId
    {
        get => Parameters.ValueOrDefault<Guid>("ImportJobId");
        set => Parameters["ImportJobId"] = value;
    }

    public string TemplateDisplayNamePrefix
    {
        get => Parameters.ValueOrDefault<string>("TemplateDisplayNamePrefix");
        set => Parameters["TemplateDisplayNamePrefix"] = value;
    }

    public string TemplateSuffix
    {
        get => Parameters.ValueOrDefault<string>("TemplateSuffix");
        set => Parameters["TemplateSuffix"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ImportSolutionResponse : OrganizationResponse
{
}
