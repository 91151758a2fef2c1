using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow;

/// <summary>A step that makers put into a classic workflow: it calls one custom API with the rights of the workflow's user.</summary>
/// <remarks>It decides nothing. What the custom API refuses ends the workflow with the same sentence.</remarks>
public abstract class CustomApiActivity : CodeActivity
{
    /// <summary>Unique name of the custom API.</summary>
    protected abstract string ApiName { get; }

    /// <inheritdoc/>
    protected sealed override void Execute(CodeActivityContext context)
    {
        var user = context.GetExtension<IWorkflowContext>().UserId;
        var dataverse = context.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(user);
        var call = new OrganizationRequest(ApiName);
        Ask(context, call.Parameters);
        Answer(context, dataverse.Execute(call).Results);
    }

    /// <summary>Hands the step's inputs to the custom API.</summary>
    protected abstract void Ask(CodeActivityContext context, ParameterCollection parameters);

    /// <summary>Hands what the custom API answered to the steps that follow.</summary>
    protected abstract void Answer(CodeActivityContext context, ParameterCollection results);
}
