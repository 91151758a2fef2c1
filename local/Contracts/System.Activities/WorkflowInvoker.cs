using System.Activities.Hosting;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace System.Activities;

/// <summary>Runs an activity on the calling thread. What it throws comes through unchanged.</summary>
public sealed class WorkflowInvoker
{
    private static readonly Dictionary<string, object> NoInputs = [];

    private readonly Activity _workflow;

    public WorkflowInvoker(Activity workflow) => _workflow = workflow ?? throw new ArgumentNullException(nameof(workflow));

    public WorkflowInstanceExtensionManager Extensions { get; } = new();

    public static IDictionary<string, object> Invoke(Activity workflow) => new WorkflowInvoker(workflow).Invoke();

    public static IDictionary<string, object> Invoke(Activity workflow, IDictionary<string, object> inputs) =>
        new WorkflowInvoker(workflow).Invoke(inputs);

    public IDictionary<string, object> Invoke() => Invoke(NoInputs);

    /// <summary>Runs with these values, by property name, and returns the Out and InOut arguments by property name.</summary>
    /// <exception cref="ArgumentException">A value names no In argument, is of another type, or a required one is missing.</exception>
    public IDictionary<string, object> Invoke(IDictionary<string, object> inputs)
    {
        if (inputs is null) throw new ArgumentNullException(nameof(inputs));
        var arguments = ArgumentsOfWorkflow();
        RefuseUnknown(inputs, arguments);

        var context = new ActivityContext(Extensions.ForOneRun());
        foreach (var (property, argument) in arguments) context.Hold(argument, StartValue(property, argument, inputs));
        _workflow.Run(context);

        return arguments
            .Where(bound => bound.Argument.Direction != ArgumentDirection.In)
            .ToDictionary(bound => bound.Property.Name, bound => context.GetValue(bound.Argument));
    }

    /// <summary>An argument nobody set gets an empty one, as the workflow designer would bind it.</summary>
    private List<BoundArgument> ArgumentsOfWorkflow()
    {
        var bound = new List<BoundArgument>();
        foreach (var property in _workflow.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!typeof(Argument).IsAssignableFrom(property.PropertyType) || property.PropertyType.IsAbstract) continue;
            var argument = (Argument)property.GetValue(_workflow);
            if (argument is null)
            {
                argument = (Argument)Activator.CreateInstance(property.PropertyType);
                property.SetValue(_workflow, argument);
            }

            bound.Add(new BoundArgument(property, argument));
        }

        return bound;
    }

    private static void RefuseUnknown(IDictionary<string, object> inputs, List<BoundArgument> arguments)
    {
        var known = arguments.Where(bound => bound.Argument.Direction != ArgumentDirection.Out).Select(bound => bound.Property.Name);
        var unknown = inputs.Keys.Except(known).ToList();
        if (unknown.Count == 0) return;
        throw new ArgumentException($"The activity has no input argument named {string.Join(", ", unknown)}.", nameof(inputs));
    }

    private static object StartValue(PropertyInfo property, Argument argument, IDictionary<string, object> inputs)
    {
        if (inputs.TryGetValue(property.Name, out var value)) return value;
        if (argument.HasInitialValue || !property.IsDefined(typeof(RequiredArgumentAttribute), inherit: true)) return argument.InitialValue;
        throw new ArgumentException($"Value for a required activity argument '{property.Name}' was not supplied.", nameof(inputs));
    }

    private sealed class BoundArgument(PropertyInfo property, Argument argument)
    {
        public PropertyInfo Property { get; } = property;

        public Argument Argument { get; } = argument;

        public void Deconstruct(out PropertyInfo property, out Argument argument)
        {
            property = Property;
            argument = Argument;
        }
    }
}
