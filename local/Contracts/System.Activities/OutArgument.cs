namespace System.Activities;

/// <summary>A value the activity gives back.</summary>
public abstract class OutArgument : Argument
{
    internal OutArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.Out)
    {
    }
}
