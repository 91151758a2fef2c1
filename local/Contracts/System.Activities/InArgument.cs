namespace System.Activities;

/// <summary>A value the activity is given.</summary>
public abstract class InArgument : Argument
{
    internal InArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.In)
    {
    }
}
