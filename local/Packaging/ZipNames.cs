using System.Linq;

namespace Local.Packaging;

/// <summary>What a name inside a zip may look like.</summary>
internal static class ZipNames
{
    /// <summary>A relative path with forward slashes that cannot leave the folder it is unpacked into, on any operating system.</summary>
    public static bool IsSafe(string name) =>
        name.Length > 0 && !name.Contains('\\') && !name.Contains(':') && !name.Any(char.IsControl)
        && name.Split('/').All(segment => segment.Length > 0 && segment is not ("." or ".."));

    /// <summary>The extension as [Content_Types].xml means it; null for a name that has none or a made-up one.</summary>
    public static string? ExtensionOf(string name)
    {
        var leaf = name[(name.LastIndexOf('/') + 1)..];
        var dot = leaf.LastIndexOf('.');
        var extension = dot < 0 ? "" : leaf[(dot + 1)..];
        return extension.Length is > 0 and <= 8 && extension.All(char.IsAsciiLetterOrDigit) ? extension : null;
    }
}
