using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Outdates the open proposals that would hand over an account, before it goes into another one and its handovers with it. One request, and one for each.</summary>
/// <model stage="2 Structure">applied only when a lead accepts</model>
[Step(Message.Merge, AccountRow.Table, Stage.PreOperation)]
public sealed class OutdateMergedProposal : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request) => ProposalStore.Outdate(request.DataverseAsSystem, MergeDoubles.GoneAccount(request));
}
