using System;
using System.Activities;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Plugins.Tests.Workflow;

/// <summary>Runs a step of a classic workflow out of the packed DLL, with the services that the platform offers to it.</summary>
internal sealed class WorkflowRun(PackedSolution solution, Crm crm)
{
    /// <summary>Runs the step as the administrator.</summary>
    /// <param name="name">Its class, after the name of its dimension; of the value insights the class alone.</param>
    /// <param name="inputs">By property name; what is not here was left out by the workflow's author.</param>
    public IDictionary<string, object> Of(string name, params (string Name, object Value)[] inputs) => As(crm.Organisation.AdministratorId, name, inputs);

    /// <summary>Runs the step as somebody.</summary>
    /// <param name="user">The workflow's user.</param>
    /// <param name="name">Its class, after the name of its dimension; of the value insights the class alone.</param>
    /// <param name="inputs">By property name; what is not here was left out by the workflow's author.</param>
    public IDictionary<string, object> As(Guid user, string name, params (string Name, object Value)[] inputs)
    {
        var type = Assembly.Load(Dll()).GetType("Kam.Workflow." + (name.Contains('.') ? "" : "ValueInsights.") + name, throwOnError: true)!;
        var workflow = new WorkflowInvoker((Activity)Activator.CreateInstance(type)!);
        workflow.Extensions.Add(ContextOf.User(user, crm.Clock.GetUtcNow().UtcDateTime));
        workflow.Extensions.Add(new Services(crm));
        return workflow.Invoke(inputs.ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal));
    }

    private byte[] Dll()
    {
        using var zip = new ZipArchive(new MemoryStream(solution.Zip));
        using var dll = zip.Entries.Single(entry => entry.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Open();
        using var bytes = new MemoryStream();
        dll.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class Services(Crm crm) : IOrganizationServiceFactory
    {
        public IOrganizationService CreateOrganizationService(Guid? userId) => crm.Organisation.ServiceFor(userId ?? crm.Organisation.AdministratorId);
    }
}

/// <summary>Who runs the workflow and since when; nothing else is known, and asking for it fails.</summary>
public class ContextOf : DispatchProxy
{
    private readonly Dictionary<string, object> known = new(StringComparer.Ordinal);

    internal static IWorkflowContext User(Guid user, DateTime startedOn)
    {
        var context = Create<IWorkflowContext, ContextOf>();
        ((ContextOf)context).known["get_" + nameof(IWorkflowContext.UserId)] = user;
        ((ContextOf)context).known["get_" + nameof(IWorkflowContext.OperationCreatedOn)] = startedOn;
        return context;
    }

    /// <inheritdoc/>
    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => known[targetMethod!.Name];
}
