using System.IO;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages;

/// <summary>Messages about the organisation, its user and its solutions.</summary>
internal static class OrganizationMessages
{
    private const int SecretType = 100000005;

    /// <summary>The version of the platform whose behaviour is imitated.</summary>
    private const string Version = "9.2.0.0";

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("WhoAmI", WhoAmI, static () => new WhoAmIResponse());
        catalog.Add("RetrieveVersion", static e => e.Output["Version"] = Version, static () => new RetrieveVersionResponse());
        catalog.Add("RetrieveCurrentOrganization", RetrieveCurrentOrganization, static () => new RetrieveCurrentOrganizationResponse());
        // Everything is published as soon as it is written.
        catalog.Add("PublishAllXml", Publish, static () => new PublishAllXmlResponse());
        catalog.Add("PublishXml", Publish, static () => new PublishXmlResponse());
        catalog.Add("ImportSolution", ImportSolution, static () => new ImportSolutionResponse());
        catalog.Add("RetrieveEnvironmentVariableValue", RetrieveEnvironmentVariableValue);
    }

    private static void WhoAmI(MessageExecution execution)
    {
        var organization = execution.Organization;
        execution.Output["UserId"] = execution.Caller.UserId;
        execution.Output["BusinessUnitId"] = organization.Settings.Of(execution.Caller.UserId).BusinessUnitId;
        execution.Output["OrganizationId"] = organization.Facts.OrganizationId;
    }

    private static void RetrieveCurrentOrganization(MessageExecution execution)
    {
        var id = execution.Organization.Facts.OrganizationId;
        execution.Output["Detail"] = new OrganizationDetail
        {
            OrganizationId = id,
            EnvironmentId = id.ToString("D"),
            UniqueName = Pipeline.Organization.UniqueName,
            UrlName = Pipeline.Organization.UniqueName,
            FriendlyName = Pipeline.Organization.UniqueName,
            OrganizationVersion = Version,
            State = OrganizationState.Enabled,
        };
    }

    private static void Publish(MessageExecution execution) => execution.Context.Access?.Require("prvPublishCustomization");

    private static void ImportSolution(MessageExecution execution)
    {
        execution.Context.Access?.Require("prvImportCustomization");
        if (execution.OpenUnit is not null) throw PlatformErrors.NotSupportedHere("message ImportSolution inside a transaction");
        using var zip = new MemoryStream(execution.Required<byte[]>("CustomizationFile"), writable: false);
        execution.Organization.Import(zip, options: null);
    }

    private static void RetrieveEnvironmentVariableValue(MessageExecution execution)
    {
        var name = execution.Required<string>("DefinitionSchemaName");
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("defaultvalue", "type") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.Equal, name);
        var definitions = execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities;
        if (definitions.Count == 0) throw PlatformErrors.ObjectDoesNotExist.Fault("environmentvariabledefinition", name);

        // The secret itself is in a key vault; here is only its address.
        if (definitions[0].GetAttributeValue<OptionSetValue>("type")?.Value == SecretType) throw PlatformErrors.NotSupportedHere($"the secret environment variable {name}");

        var values = new QueryExpression("environmentvariablevalue") { ColumnSet = new ColumnSet("value") };
        values.Criteria.AddCondition("environmentvariabledefinitionid", ConditionOperator.Equal, definitions[0].Id);
        var current = execution.Unit.RetrieveMultiple(execution.PlatformContext, values).Entities;
        execution.Output["Value"] = current.Count > 0 && current[0].GetAttributeValue<string>("value") is { } value
            ? value
            : definitions[0].GetAttributeValue<string>("defaultvalue");
    }
}
