namespace Local.Dataverse.Import;

/// <summary>The errors the platform gives on import. Codes and names: learn.microsoft.com, "Web service error codes".</summary>
internal sealed record ImportFailure(string Name, uint HResult, string Message)
{
    public static readonly ImportFailure InvalidFile = new("ImportInvalidFileError", 0x80048000, "Invalid Import File");
    public static readonly ImportFailure NotWellFormed = new("ImportNonWellFormedFileError", 0x80048013, "Invalid customization file. This file is not well formed.");
    public static readonly ImportFailure WrongPublisher = new(
        "ImportWrongPublisherError", 0x8004801C, "The following managed solution cannot be imported. The publisher name cannot be changed.");
    public static readonly ImportFailure MissingDependencies = new(
        "ImportMissingDependenciesError", 0x8004801D, "The solution cannot be imported. Some dependencies are missing.");
    public static readonly ImportFailure InvalidXml = new(
        "ImportInvalidXmlError", 0x8004802C, "This solution package cannot be imported because it contains invalid XML.");
    public static readonly ImportFailure Solution = new("ImportSolutionError", 0x80048033, "An error occurred while importing a Solution.");
    public static readonly ImportFailure MissingOptionSet = new(
        "ImportOptionSetAttributeError", 0x80048039, "An attribute was not imported as it references a non-existing global Option Set.");
    public static readonly ImportFailure UnmanagedIsInstalled = new(
        "ImportSolutionManagedToUnmanagedMismatch", 0x80048040,
        "The solution is already installed on this system as an unmanaged solution and the package supplied is attempting to install it in managed mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.");
    public static readonly ImportFailure ManagedIsInstalled = new(
        "ImportSolutionUnmanagedToManagedMismatch", 0x80048041,
        "The solution is already installed on this system as a managed solution and the package supplied is attempting to install it in unmanaged mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.");
    public static readonly ImportFailure PackageVersion = new(
        "ImportSolutionPackageInvalidSolutionPackageVersion", 0x80048068,
        "You can only import solutions with a package version of 9.2 or earlier into this organization.");
    /// <summary>The code is the platform's for a type that the new content has not; its name is not in the published list.</summary>
    public static readonly ImportFailure AssemblyContent = new(
        "PluginAssemblyContentCannotBeUpdated", 0x8004418B, "Plug-in assembly does not contain the required types or assembly content cannot be updated.");
    public static readonly ImportFailure TooLarge = new("ImportFileTooLargeToUpload", 0x80040375, "The import file is too large to upload.");

    public int Code => unchecked((int)HResult);
}
