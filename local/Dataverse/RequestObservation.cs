namespace Local.Dataverse;

/// <summary>One request as an observer sees it, before it runs.</summary>
/// <param name="MessageName">Name of the message: Create, RetrieveMultiple, a custom API ...</param>
/// <param name="Table">Logical name of the table it is about; null when it is about none.</param>
/// <param name="Depth">1 for a request from outside, one more for each plug-in between.</param>
/// <param name="FromPlugin">Full name of the plug-in type that sent it; null from outside.</param>
public sealed record RequestObservation(string MessageName, string? Table, int Depth, string? FromPlugin);
