using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Storage;

public sealed class DeleteTests : IDisposable
{
    private readonly Club club = new();

    public void Dispose() => club.Dispose();

    [Fact]
    public void ADeletedRow_IsGone()
    {
        var id = club.Create(Club.Member("Ann"));

        club.Delete("member", id);

        Assert.Equal($"Entity 'member' With Id = {id} Does Not Exist", Club.Refused(0x80040217, () => club.Read("member", id)));
        Club.Refused(0x80040217, () => club.Delete("member", id));
    }

    [Fact]
    public void WhatRestricts_StopsTheDelete()
    {
        var rowing = club.Create(new Entity("club") { ["name"] = "Rowing" });
        var ann = club.Create(new Entity("member") { ["name"] = "Ann", ["clubid"] = new EntityReference("club", rowing) });

        Club.Refused(0x80040227, () => club.Delete("club", rowing));

        club.Update(new Entity("member", ann) { ["clubid"] = null });
        club.Delete("club", rowing);
    }

    [Fact]
    public void WhatOnlyLinks_LosesTheLink()
    {
        var sponsor = club.Create(new Entity("club") { ["name"] = "Sponsor" });
        var mentor = club.Create(Club.Member("Ann"));
        var bob = club.Create(new Entity("member") { ["name"] = "Bob", ["mentorid"] = new EntityReference("member", mentor), ["sponsorid"] = new EntityReference("club", sponsor) });

        club.Delete("member", mentor);
        club.Delete("club", sponsor);

        var row = club.Read("member", bob);
        Assert.False(row.Contains("mentorid"));
        Assert.False(row.Contains("sponsorid"));
    }

    [Fact]
    public void WhatCascades_IsListedAndGoesToo()
    {
        var ann = club.Create(Club.Member("Ann"));
        var booking = club.Create(new Entity("booking") { ["title"] = "Boat", ["memberid"] = new EntityReference("member", ann) });

        Assert.Equal([new EntityReference("booking", booking)], club.Operations.CascadeDeleteTargets(club.As(), new EntityReference("member", ann)));

        club.Delete("member", ann);
        Club.Refused(0x80040217, () => club.Read("booking", booking));
    }

    [Fact]
    public void PairsAndParties_GoWithTheRow()
    {
        var ann = club.Create(Club.Member("Ann"));
        var tag = club.Create(new Entity("tag") { ["name"] = "keen" });
        club.Operations.Associate(club.As(), new EntityReference("member", ann), new Relationship("member_tag"), new EntityReferenceCollection { new("tag", tag) });
        var party = new EntityCollection { Entities = { new Entity("activityparty") { ["partyid"] = new EntityReference("member", ann) } } };
        var meeting = club.Create(new Entity("meeting") { ["subject"] = "x", ["to"] = party });

        club.Delete("meeting", meeting);
        club.Delete("tag", tag);

        Assert.Empty(club.Operations.RetrieveMultiple(club.As(), new Microsoft.Xrm.Sdk.Query.QueryExpression("member_tag")).Entities);
        Assert.Empty(club.Operations.RetrieveMultiple(club.As(), new Microsoft.Xrm.Sdk.Query.QueryExpression("activityparty")).Entities);
        Assert.NotNull(club.Read("member", ann));
    }

    [Fact]
    public void APairTwice_IsADuplicateAndUntiedTwiceIsNone()
    {
        var ann = new EntityReference("member", club.Create(Club.Member("Ann")));
        var tag = new EntityReference("tag", club.Create(new Entity("tag") { ["name"] = "keen" }));
        var relationship = new Relationship("member_tag");
        club.Operations.Associate(club.As(), ann, relationship, [tag]);

        Club.Refused(0x80040237, () => club.Operations.Associate(club.As(), tag, relationship, [ann]));

        club.Operations.Disassociate(club.As(), tag, relationship, [ann]);
        club.Operations.Disassociate(club.As(), tag, relationship, [ann]);
        Club.Refused(0x80040217, () => club.Operations.Associate(club.As(), ann, relationship, [new EntityReference("tag", Guid.NewGuid())]));
    }

    [Fact]
    public void ATableTiedToItself_NeedsTheRole()
    {
        var ann = new EntityReference("member", club.Create(Club.Member("Ann")));
        var bob = new EntityReference("member", club.Create(Club.Member("Bob")));

        Club.Refused(0x80040203, () => club.Operations.Associate(club.As(), ann, new Relationship("member_friend"), [bob]));

        club.Operations.Associate(club.As(), ann, new Relationship("member_friend") { PrimaryEntityRole = EntityRole.Referencing }, [bob]);
        var pair = club.Operations.RetrieveMultiple(club.As(), new Microsoft.Xrm.Sdk.Query.QueryExpression("member_friend") { ColumnSet = new(true) }).Entities.Single();
        Assert.Equal((ann.Id, bob.Id), ((Guid)pair["memberidone"], (Guid)pair["memberidtwo"]));
    }

    [Fact]
    public void AOneToMany_IsTiedThroughItsLookup()
    {
        var rowing = new EntityReference("club", club.Create(new Entity("club") { ["name"] = "Rowing" }));
        var ann = new EntityReference("member", club.Create(Club.Member("Ann")));

        club.Operations.Associate(club.As(), rowing, new Relationship("member_club"), [ann]);
        Assert.Equal(rowing.Id, club.Read("member", ann.Id).GetAttributeValue<EntityReference>("clubid").Id);

        club.Operations.Disassociate(club.As(), ann, new Relationship("member_club"), [rowing]);
        Assert.False(club.Read("member", ann.Id).Contains("clubid"));
        Club.Refused(0x80040203, () => club.Operations.Associate(club.As(), rowing, new Relationship("nosuch"), [ann]));
    }
}
