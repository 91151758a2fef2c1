namespace Kam.Plugins.Pipeline;

/// <summary>Where in the pipeline a step is called. Values are the platform's.</summary>
public enum Stage
{
    /// <summary>Before security checks and, for the outermost operation, before the transaction.</summary>
    PreValidation = 10,

    /// <summary>Inside the transaction, before the row is written: what the plug-in sets in the target is stored with it.</summary>
    PreOperation = 20,

    /// <summary>Inside the transaction, after the row was written; the only stage of asynchronous steps.</summary>
    PostOperation = 40,
}

/// <summary>When a step runs relative to the person who waits. Values are the platform's.</summary>
public enum Mode
{
    /// <summary>At once; an exception rolls the whole operation back.</summary>
    Synchronous = 0,

    /// <summary>As a job after the transaction; an exception fails the job only.</summary>
    Asynchronous = 1,
}
