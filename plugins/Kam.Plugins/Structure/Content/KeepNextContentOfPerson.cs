using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Structure.Content;

/// <summary>Says anew what somebody is to be told next when they were told something, on every map they are on. Three requests, and one for each map on which it changes.</summary>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often); one person in several accounts</model>
[Step(Message.Create, ContentToldRow.Table, Stage.PostOperation)]
[Step(Message.Update, ContentToldRow.Table, Stage.PostOperation, When = [ContentToldRow.Column.ContactId, ContentToldRow.Column.ContentTopicId, ContentToldRow.Column.ToldOn])]
[Step(Message.Delete, ContentToldRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, ContentToldRow.Column.ContactId)]
[Image(ImageMoment.After, ContentToldRow.Column.ContactId)]
public sealed class KeepNextContentOfPerson : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // Who goes from a map takes along what was told there.
        if (request.IsPartOf(Message.Delete, StakeholderRow.Table)) return;
        var before = request.Context.MessageName == Message.Create ? null : request.Before<ContentToldRow>().ContactId;
        var after = request.Context.MessageName == Message.Delete ? null : request.After<ContentToldRow>().ContactId;
        var people = new[] { before?.Id, after?.Id }.OfType<Guid>().Distinct().ToList();
        if (people.Count == 0) return;
        var dataverse = request.DataverseAsSystem;
        new NextContentKeeping(dataverse, AsOfDate.Today(request)).Keep(new ContentStore(dataverse).People(StakeholderRow.Column.ContactId, people, null, out _));
    }
}
