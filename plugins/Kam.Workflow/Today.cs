using System;
using System.Activities;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow;

/// <summary>The day a workflow step works for where the custom API wants to be told one.</summary>
internal static class Today
{
    /// <summary>The given day; when the workflow left it out, the UTC day on which the workflow was started, so that every page of a run has the same.</summary>
    public static DateTime Or(CodeActivityContext context, DateTime given) =>
        given != default ? given : context.GetExtension<IWorkflowContext>().OperationCreatedOn.Date;
}
