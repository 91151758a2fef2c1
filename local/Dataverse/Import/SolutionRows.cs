using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>A member of an installed solution, as <c>solutioncomponent</c> keeps it.</summary>
internal readonly record struct SolutionPart(int Type, Guid Id);

/// <summary>The rows that say which solution is installed, by whom, and what belongs to it.</summary>
internal sealed class SolutionRows(SolutionManifest manifest, IComponentRows rows)
{
    private readonly Guid solutionId = StableId.Of("solution", manifest.UniqueName);

    /// <summary>What the version that is installed consists of.</summary>
    public IReadOnlyList<SolutionPart> Parts() => rows.Where("solutioncomponent", "solutionid", solutionId)
        .Select(r => new SolutionPart(r.GetAttributeValue<OptionSetValue>("componenttype").Value, r.GetAttributeValue<Guid>("objectid"))).ToList();

    public void Save()
    {
        var publisher = new Entity("publisher", StableId.Of("publisher", manifest.Publisher.UniqueName))
        {
            ["uniquename"] = manifest.Publisher.UniqueName,
            ["friendlyname"] = manifest.Publisher.Name.In(manifest.BaseLanguage) ?? manifest.Publisher.UniqueName,
            ["description"] = manifest.Publisher.Description.In(manifest.BaseLanguage),
            ["customizationprefix"] = manifest.Publisher.Prefix,
            ["customizationoptionvalueprefix"] = manifest.Publisher.OptionValuePrefix,
        };
        rows.Save(publisher);
        rows.Save(new Entity("solution", solutionId)
        {
            ["uniquename"] = manifest.UniqueName,
            ["friendlyname"] = manifest.Name.In(manifest.BaseLanguage) ?? manifest.UniqueName,
            ["description"] = manifest.Description.In(manifest.BaseLanguage),
            ["version"] = manifest.Version.ToString(),
            ["ismanaged"] = manifest.IsManaged,
            ["isvisible"] = true,
            ["publisherid"] = publisher.ToEntityReference(),
        });
    }

    public void SaveParts(IReadOnlyList<SolutionPart> previous, IReadOnlyList<SolutionPart> now)
    {
        foreach (var part in previous.Except(now).Where(_ => manifest.IsManaged)) rows.Delete("solutioncomponent", RowId(part));
        foreach (var part in now.Except(previous).Distinct())
        {
            rows.Save(new Entity("solutioncomponent", RowId(part))
            {
                ["componenttype"] = new OptionSetValue(part.Type),
                ["objectid"] = part.Id,
                ["solutionid"] = new EntityReference("solution", solutionId),
            });
        }
    }

    private Guid RowId(SolutionPart part) => StableId.Of("solutioncomponent", solutionId.ToString(), part.Type.ToString(CultureInfo.InvariantCulture), part.Id.ToString());
}
