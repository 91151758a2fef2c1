using System;
using System.ServiceModel;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pipeline;

/// <summary>
/// What every plug-in and custom API of this product stands on: it hands the subclass a <see cref="Request"/> and is the only place that handles errors.
/// </summary>
/// <remarks>
/// A refusal goes to the person as it is, and so does what the platform says itself (a missing privilege, a row that is gone, throttling), with its code in the details:
/// passed on as a fault it would reach the person as an unexpected error with a stack trace. Anything else is written to the trace in full, and the person reads that something went wrong, with the correlation id by which an administrator finds the trace.
/// The platform keeps one instance for many calls at the same time: subclasses have no fields that change.
/// </remarks>
public abstract class KamPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Execute(IServiceProvider serviceProvider)
    {
        var request = new Request(serviceProvider);
        try
        {
            Run(request);
        }
        catch (RefusalException refusal)
        {
            throw request.Spoken(refusal);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            request.Trace.Trace("{0}", fault);
            throw Request.Spoken(fault.Detail);
        }
        catch (Exception error) when (error is not InvalidPluginExecutionException)
        {
            request.Trace.Trace("{0}", error);
            throw request.Spoken(new RefusalException(PipelineReasons.Unexpected, "", "", Argument.Text(request.Context.CorrelationId.ToString())));
        }
    }

    /// <summary>Reads, asks the rule, answers.</summary>
    protected abstract void Run(Request request);
}
