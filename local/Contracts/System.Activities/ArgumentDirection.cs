namespace System.Activities;

public enum ArgumentDirection
{
    In,
    Out,
    InOut,
}
