namespace System.Activities;

/// <summary>A value the activity is given and gives back, changed or not.</summary>
public abstract class InOutArgument : Argument
{
    internal InOutArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.InOut)
    {
    }
}
