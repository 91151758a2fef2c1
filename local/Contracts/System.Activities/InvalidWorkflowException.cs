namespace System.Activities;

/// <summary>The activity cannot be started as it is, for instance because a required argument has no value.</summary>
[Serializable]
public class InvalidWorkflowException : Exception
{
    public InvalidWorkflowException()
    {
    }

    public InvalidWorkflowException(string message)
        : base(message)
    {
    }

    public InvalidWorkflowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
