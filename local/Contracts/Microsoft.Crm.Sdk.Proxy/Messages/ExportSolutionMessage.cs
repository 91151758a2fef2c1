using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExportSolutionRequest : OrganizationRequest
{
    public ExportSolutionRequest()
    {
        RequestName = "ExportSolution";
        Managed = default;
        SolutionName = default;
    }

    public ExportComponentsParams ExportComponentsParams
    {
        get => Parameters.ValueOrDefault<ExportComponentsParams>("ExportComponentsParams");
        set => Parameters["ExportComponentsParams"] = value;
    }

    public bool ExportAutoNumberingSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportAutoNumberingSettings");
        set => Parameters["ExportAutoNumberingSettings"] = value;
    }

    public bool ExportCalendarSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportCalendarSettings");
        set => Parameters["ExportCalendarSettings"] = value;
    }

    public bool ExportCustomizationSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportCustomizationSettings");
        set => Parameters["ExportCustomizationSettings"] = value;
    }

    public bool ExportEmailTrackingSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportEmailTrackingSettings");
        set => Parameters["ExportEmailTrackingSettings"] = value;
    }

    public bool ExportExternalApplications
    {
        get => Parameters.ValueOrDefault<bool>("ExportExternalApplications");
        set => Parameters["ExportExternalApplications"] = value;
    }

    public bool ExportGeneralSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportGeneralSettings");
        set => Parameters["ExportGeneralSettings"] = value;
    }

    public bool ExportIsvConfig
    {
        get => Parameters.ValueOrDefault<bool>("ExportIsvConfig");
        set => Parameters["ExportIsvConfig"] = value;
    }

    public bool ExportMarketingSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportMarketingSettings");
        set => Parameters["ExportMarketingSettings"] = value;
    }

    public bool ExportOutlookSynchronizationSettings
    {
        get => Parameters.ValueOrDefault<bool>("ExportOutlookSynchronizationSettings");
        set => Parameters["ExportOutlookSynchronizationSettings"] = value;
    }

    public bool ExportRelationshipRoles
    {
        get => Parameters.ValueOrDefault<bool>("ExportRelationshipRoles");
        set => Parameters["ExportRelationshipRoles"] = value;
    }

    public bool ExportSales
    {
        get => Parameters.ValueOrDefault<bool>("ExportSales");
        set => Parameters["ExportSales"] = value;
    }

    public bool Managed
    {
        get => Parameters.ValueOrDefault<bool>("Managed");
        set => Parameters["Managed"] = value;
    }

    public string SolutionName
    {
        get => Parameters.ValueOrDefault<string>("SolutionName");
        set => Parameters["SolutionName"] = value;
    }

    public string TargetVersion
    {
        get => Parameters.ValueOrDefault<string>("TargetVersion");
        set => Parameters["TargetVersion"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExportSolutionResponse : OrganizationResponse
{
    public byte[] ExportSolutionFile => Results.ValueOrDefault<byte[]>("ExportSolutionFile");
}
