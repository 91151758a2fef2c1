namespace Local.Dataverse.Pipeline.Jobs;

/// <summary>State and status reason of a system job (asyncoperation), with the platform's numbers; "Manage system job states" of the page "Asynchronous service".</summary>
internal static class JobState
{
    public const int Ready = 0, Suspended = 1, Locked = 2, Completed = 3;
    public const int WaitingForResources = 0, Waiting = 10, InProgress = 20, Pausing = 21, Canceling = 22, Succeeded = 30, Failed = 31, Canceled = 32;
}
