using Local.Dataverse.Pipeline;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Columns;

/// <summary>The messages about the sequence of an autonumber column: its seed and the number that comes next.</summary>
/// <remarks>The seed is the number the next row gets, as "Create autonumber columns" describes it; it belongs to the environment and not to a solution.</remarks>
internal static class AutoNumberMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("SetAutoNumberSeed", SetSeed, static () => new SetAutoNumberSeedResponse());
        catalog.Add("GetAutoNumberSeed", GetSeed, static () => new GetAutoNumberSeedResponse());
        catalog.Add("GetNextAutoNumberValue", GetNext, static () => new GetNextAutoNumberValueResponse());
    }

    private static void SetSeed(MessageExecution execution)
    {
        var sequence = Sequence(execution);
        var value = execution.Required<long>("Value");
        if (value < 0) throw PlatformErrors.InvalidArgument.Fault("The seed value of an autonumber attribute must not be negative.");
        execution.Unit.Within(_ =>
        {
            AutoNumber.SetSeed(execution.Organization.Store, sequence, value);
            return true;
        });
    }

    private static void GetSeed(MessageExecution execution) =>
        execution.Output["AutoNumberSeedValue"] = AutoNumber.Seed(execution.Organization.Store, Sequence(execution));

    private static void GetNext(MessageExecution execution) =>
        execution.Output["NextAutoNumberValue"] = AutoNumber.Next(execution.Organization.Store, Sequence(execution));

    private static string Sequence(MessageExecution execution)
    {
        var layout = execution.Organization.Store.Layout(execution.Required<string>("EntityName"));
        var slot = layout.Slot(execution.Required<string>("AttributeName"));
        if (string.IsNullOrEmpty(slot.Column.AutoNumberFormat)) throw PlatformErrors.InvalidArgument.Fault($"The attribute '{slot.Name}' of the entity '{layout.Name}' is not an autonumber attribute.");
        return AutoNumber.SequenceOf(layout, slot);
    }
}
