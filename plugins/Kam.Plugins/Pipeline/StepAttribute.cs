using System;

namespace Kam.Plugins.Pipeline;

/// <summary>
/// One registration of a plug-in: on which message, of which table, at which stage it is called.
/// </summary>
/// <remarks>
/// Read from the built assembly by Kam.Generate, which writes <c>solution/SdkMessageProcessingSteps</c>; nothing reads it at
/// run time. The step is named "class: message of table" and its id is derived from that name, so a class may have one step
/// per message and table. A custom API's own type needs no step.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StepAttribute : Attribute
{
    /// <summary>Registers the class on a message of one table.</summary>
    /// <param name="message">One of <see cref="Pipeline.Message"/>, or the unique name of a custom API.</param>
    /// <param name="table">Logical name; <see cref="AnyTable"/> for every table, or for a message without one.</param>
    /// <param name="stage">Where in the pipeline.</param>
    public StepAttribute(string message, string table, Stage stage)
    {
        Message = message;
        Table = table;
        Stage = stage;
    }

    /// <summary>Stands for "whatever the table".</summary>
    public const string AnyTable = "none";

    /// <summary>Name of the message.</summary>
    public string Message { get; }

    /// <summary>Logical name of the table, or <see cref="AnyTable"/>.</summary>
    public string Table { get; }

    /// <summary>Where in the pipeline.</summary>
    public Stage Stage { get; }

    /// <summary>Columns of which at least one must be in an Update for the step to be called. Update only, and there always given.</summary>
    public string[] When { get; set; } = [];

    /// <summary>Within the transaction, or as a job after it. Asynchronous only after the operation.</summary>
    public Mode Mode { get; set; } = Mode.Synchronous;

    /// <summary>Order among the steps of one stage, the lowest first.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>Whether the job of an asynchronous step stays in the list of jobs after it has succeeded; normally it is removed.</summary>
    public bool KeepsFinishedJobs { get; set; }
}
