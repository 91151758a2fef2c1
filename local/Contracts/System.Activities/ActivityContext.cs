using System.Collections.Generic;
using System.Linq;

namespace System.Activities;

/// <summary>One run of an activity: the values of its arguments and the services it may ask for.</summary>
public class ActivityContext
{
    private readonly Dictionary<Argument, object> _values;
    private readonly IReadOnlyList<object> _extensions;

    internal ActivityContext(IReadOnlyList<object> extensions)
    {
        _values = [];
        _extensions = extensions;
        WorkflowInstanceId = Guid.NewGuid();
    }

    internal ActivityContext(ActivityContext other)
    {
        _values = other._values;
        _extensions = other._extensions;
        WorkflowInstanceId = other.WorkflowInstanceId;
    }

    public Guid WorkflowInstanceId { get; }

    /// <summary>The service of that type, or null where the host offers none.</summary>
    public T GetExtension<T>()
        where T : class => _extensions.OfType<T>().FirstOrDefault();

    /// <exception cref="InvalidOperationException">The argument is not one of the activity that runs.</exception>
    public object GetValue(Argument argument)
    {
        if (argument is null) throw new ArgumentNullException(nameof(argument));
        return _values.TryGetValue(argument, out var value) ? value : throw new InvalidOperationException(
            $"The argument of type '{argument.ArgumentType}' cannot be used. Make sure that it is declared on an activity.");
    }

    public T GetValue<T>(InArgument<T> argument) => (T)GetValue((Argument)argument);

    public T GetValue<T>(InOutArgument<T> argument) => (T)GetValue((Argument)argument);

    public T GetValue<T>(OutArgument<T> argument) => (T)GetValue((Argument)argument);

    /// <exception cref="ArgumentException">The value is not of the argument's type.</exception>
    public void SetValue(Argument argument, object value)
    {
        GetValue(argument);
        Hold(argument, value);
    }

    public void SetValue<T>(InArgument<T> argument, T value) => SetValue((Argument)argument, value);

    public void SetValue<T>(InOutArgument<T> argument, T value) => SetValue((Argument)argument, value);

    public void SetValue<T>(OutArgument<T> argument, T value) => SetValue((Argument)argument, value);

    internal void Hold(Argument argument, object value)
    {
        var type = argument.ArgumentType;
        var fits = value is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(value);
        if (!fits) throw new ArgumentException($"A value of type '{value?.GetType().ToString() ?? "null"}' does not fit an argument of type '{type}'.", nameof(value));
        _values[argument] = value;
    }
}
