using System.IO;
using System.Linq;

namespace Local.Packaging;

/// <summary>Packs a folder in SolutionPackager layout into the zip the platform imports.</summary>
/// <remarks>The same folder gives the same bytes, whenever and wherever it is packed.</remarks>
public static class SolutionPacker
{
    /// <summary>Packs into a stream.</summary>
    /// <param name="folder">The solution folder.</param>
    /// <param name="map">Which of its files come out of a build.</param>
    /// <param name="flavour">Managed or unmanaged.</param>
    /// <param name="target">Receives the zip; left open.</param>
    /// <exception cref="SolutionException">Anything SolutionPackager would refuse, drop or break; nothing has been written then.</exception>
    public static void Pack(string folder, SolutionMap map, Flavour flavour, Stream target)
    {
        var content = SolutionFolder.Read(folder, map, flavour);
        if (content.Findings.Any(finding => finding.Severity == Severity.Error)) throw new SolutionException(content.Findings);
        SolutionZip.Write(content, target);
    }

    /// <summary>Packs into a file, which keeps its content when packing is refused.</summary>
    /// <exception cref="SolutionException">Anything SolutionPackager would refuse, drop or break.</exception>
    public static void Pack(string folder, SolutionMap map, Flavour flavour, string file)
    {
        using var zip = new MemoryStream();
        Pack(folder, map, flavour, zip);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, zip.ToArray());
    }
}
