namespace Kam.Generate;

/// <summary>A file as the generator writes it today.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Content">Whole text, with line feeds.</param>
internal sealed record GeneratedFile(string Path, string Content);
